"""Exchange Server as its manuals have it."""

from mxgui.routing.senders.exchange import SENDER
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Evidence
from tests.routing.senders.meeting import SIX, TWO, A, after, nulls, times, tried


def test_what_no_manual_settles_is_said():
    assert SENDER.evidence is Evidence.MANUAL
    said = {each.part for each in SENDER.unverified}
    assert said == {"evidence", "ordering", "lookups", "own", "reactions", "waits"}


def test_what_is_not_known_is_as_in_the_rfc():
    assert nulls(SENDER) == ["bounced", "bounced", "delivered"]
    assert after(SENDER, Behaviour.REJECTS) == "delivered"
    assert len(tried(SENDER, TWO, SIX, A)) == 7


def test_it_tries_each_minute_then_each_five_then_each_ten():
    tries = [int(at) for at in SENDER.queue.tries()]
    assert tries[:13] == [0, 60, 120, 180, 240, 540, 840, 1140, 1440, 1740, 2040, 2640, 3240]
    assert times(SENDER)[2] == 172800
    assert SENDER.queue.warns == (14400,)
