"""What a probe saw of an address is what a sender would meet there."""

import pytest

from mxgui.model.smtp import Outcome, Probe, Reply, StartTls, StoppedBy
from mxgui.routing.sending.behaviour import (
    SWITCHES,
    UNCONNECTED,
    Behaviour,
    behaviour_in,
    behaviour_of,
)
from tests.builders import a_probe, an_inspection

ONE, TWO = "192.0.2.1", "192.0.2.2"


def seen(fact, **facts):
    """What the first of two addresses does; the second answers, so that silence counts."""
    mx = "10 mx1.example.org, 20 mx2.example.org"
    known = an_inspection(mx=mx, probes={ONE: fact, TWO: Outcome.GREETED}, **facts)
    return behaviour_of(known, ONE)


@pytest.mark.parametrize(
    ("outcome", "behaviour"),
    [
        (Outcome.GREETED, Behaviour.TAKES),
        (Outcome.REFUSED, Behaviour.REFUSED),
        (Outcome.TIMED_OUT, Behaviour.SILENT),
        (Outcome.UNREACHABLE, Behaviour.UNREACHABLE),
        (Outcome.CLOSED, Behaviour.CLOSED),
        (Outcome.NOT_SMTP, Behaviour.CLOSED),
        (Outcome.DEFERRED, Behaviour.DEFERS),
        (Outcome.REJECTED, Behaviour.REJECTS),
        (Outcome.SILENT, None),  # we waited less than a sender does
        (Outcome.NOT_TRIED, None),
        (Outcome.BLOCKED_HERE, None),
        (Outcome.PROXY_NO_ANSWER, None),
        (None, None),
    ],
)
def test_every_outcome_is_a_behaviour_or_is_not_known(outcome, behaviour):
    assert seen(outcome) is behaviour


def test_silence_of_our_own_line_is_not_that_of_the_host():
    known = an_inspection(probes={ONE: Outcome.TIMED_OUT})
    assert behaviour_of(known, ONE) is None


def test_a_probe_that_runs_or_is_to_come_tells_nothing_yet():
    assert seen(None, ended=None) is None


@pytest.mark.parametrize("starttls", list(StartTls))
def test_encryption_is_broken_where_it_is_offered_and_does_not_come_about(starttls):
    broken = starttls in (StartTls.FAILED, StartTls.REFUSED)
    expected = Behaviour.TLS_BROKEN if broken else Behaviour.TAKES
    assert seen(a_probe(starttls=starttls)) is expected


@pytest.mark.parametrize(
    ("facts", "behaviour"),
    [
        ({"ehlo": Reply(502, ("no",)), "stopped_by": StoppedBy.REPLY}, Behaviour.EHLO_FAILS),
        ({"ehlo": Reply(421, ("busy",)), "stopped_by": StoppedBy.REPLY}, Behaviour.DEFERS),
        ({"ehlo": None, "stopped_by": StoppedBy.CLOSED}, Behaviour.CLOSED),
        ({"ehlo": None, "stopped_by": StoppedBy.RESET}, Behaviour.CLOSED),
        ({"ehlo": None, "stopped_by": StoppedBy.TIMEOUT}, None),  # we waited less than a sender
    ],
)
def test_what_ends_a_session_before_a_name_is_taken(facts, behaviour):
    assert seen(a_probe(command="", **facts)) is behaviour


def test_what_is_switched_off_is_one_of_the_behaviours_that_lose_mail():
    assert set(SWITCHES) == {"refused", "silent", "421", "554", "tls"}
    assert Behaviour.TAKES not in SWITCHES.values()
    assert {Behaviour.REFUSED, Behaviour.SILENT} < UNCONNECTED


@pytest.mark.parametrize(
    ("probe", "behaviour"),
    [
        (a_probe(), Behaviour.TAKES),
        (a_probe(starttls=StartTls.FAILED), Behaviour.TLS_BROKEN),
        (a_probe(starttls=StartTls.REFUSED), Behaviour.TLS_BROKEN),
        (a_probe(command="", ehlo=Reply(502, ("no",))), Behaviour.EHLO_FAILS),
        (a_probe(command="", ehlo=Reply(421, ("later",))), Behaviour.DEFERS),
        (a_probe(command="", stopped_by=StoppedBy.TIMEOUT), Behaviour.MUTE),
        (a_probe(command="", stopped_by=StoppedBy.RESET), Behaviour.CLOSED),
        (a_probe(outcome=Outcome.TIMED_OUT), Behaviour.SILENT),
        (a_probe(outcome=Outcome.DEFERRED), Behaviour.DEFERS),
        (a_probe(outcome=Outcome.NOT_TRIED), Behaviour.UNREACHABLE),
    ],
)
def test_a_probe_alone_tells_what_an_address_did(probe: Probe, behaviour: Behaviour):
    assert behaviour_in(probe) is behaviour
