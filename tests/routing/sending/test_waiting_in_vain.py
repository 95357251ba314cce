"""Mail that no end of an outage helps: kept, returned after days, or returned at once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mxgui.model.records import Status
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.lots import ALL_FAIL, Odds
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.waiting import Waiting, waiting_of
from mxgui.routing.sending.waiting_words import waiting_sentences
from mxgui.routing.sending.walk import Fate
from tests.builders import an_inspection

_HOUR = 3600.0


def test_what_exim_freezes_is_kept_and_does_not_bounce() -> None:
    inspection = an_inspection(mx="10 a.example.org, 20 b.example.org")
    exim = waiting_of(inspection, sender_of("exim"), _HOUR, WhatIf(own="a.example.org"))
    assert exim.cause is Cause.OWN_BEST
    assert exim.freezes
    assert not exim.odds.bounced
    assert exim.fate is Fate.DEFERRED
    assert exim.fates == {Fate.DEFERRED: 1}
    assert not exim.bounces
    assert not exim.warned
    assert exim.median_s is exim.worst_s is None


def test_without_an_address_mox_keeps_mail_until_it_gives_up() -> None:
    inspection = an_inspection(mx="10 gone.example.org", hosts={"gone.example.org": ""})
    mox = waiting_of(inspection, sender_of("mox"), _HOUR)
    assert mox.cause is Cause.NO_TARGET
    assert not mox.freezes
    assert mox.fate is Fate.BOUNCED
    assert mox.bounces == 1


def test_no_outage_matters_where_every_run_ends_at_the_sender_itself() -> None:
    hosts = {"a.example.org": "192.0.2.1"}
    inspection = an_inspection(mx="10 localhost, 20 a.example.org", hosts=hosts)
    opensmtpd = waiting_of(inspection, sender_of("opensmtpd"), _HOUR)
    assert opensmtpd.cause is Cause.OWN_BEST
    assert opensmtpd.fate is Fate.BOUNCED
    assert opensmtpd.bounces == 1
    assert waiting_of(inspection, sender_of("exim"), _HOUR).cause is None


def test_what_leads_back_to_the_sender_does_so_after_the_outage_too() -> None:
    inspection = an_inspection(mx="10 a.example.org, 10 b.example.org, 10 c.example.org")
    stalwart = waiting_of(inspection, sender_of("stalwart"), _HOUR, WhatIf(own="a.example.org"))
    assert stalwart.cause is None
    assert stalwart.odds.bounced == Fraction(2, 3)  # of two hosts that are kept one is itself
    assert stalwart.after.bounced == Fraction(1, 3)  # of them it is the first one
    known = replace(stalwart, odds=ALL_FAIL)
    assert known.bounces == Fraction(1, 3)
    assert known.fates == {Fate.DELIVERED: Fraction(2, 3), Fate.BOUNCED: Fraction(1, 3)}
    assert not known.outlasted
    told = [str(sentence) for sentence in waiting_sentences(known)]
    assert any("of the runs bounce once the outage is over" in sentence for sentence in told)
    assert not any("outlasts" in sentence for sentence in told)


def test_all_messages_released_by_a_host_may_partly_lead_back_to_the_sender() -> None:
    after = Odds(Fraction(1, 2), bounced=Fraction(1, 2))
    exim = Waiting(sender_of("exim"), _HOUR, ALL_FAIL, after=after)
    assert exim.bounces == Fraction(1, 2)
    assert exim.worst_s == Waiting(sender_of("exim"), _HOUR, ALL_FAIL).worst_s


def test_runs_that_find_no_address_find_none_after_the_outage_and_are_tried_again() -> None:
    hosts: dict[str, str | Status] = {"a.example.org": "192.0.2.1"}
    hosts |= dict.fromkeys(("b.example.org", "c.example.org"), Status.SERVFAIL)
    mx = "10 a.example.org, 10 b.example.org, 10 c.example.org"
    stalwart = waiting_of(an_inspection(mx=mx, hosts=hosts), sender_of("stalwart"), _HOUR)
    assert stalwart.after.fails == Fraction(1, 3)
    assert 0 < stalwart.bounces < Fraction(1, 3) ** 2
    told = [str(sentence) for sentence in waiting_sentences(stalwart)]
    assert any("of the runs fail once the outage is over" in sentence for sentence in told)
