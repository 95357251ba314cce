"""Mail that no end of an outage helps: kept, returned after days, or returned at once."""

from __future__ import annotations

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.waiting import waiting_of
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
