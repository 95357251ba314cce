"""Senders side by side: the published cases, and why each parts from the standard."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.matrix import Facet, Row, different, matrix_in_steps, matrix_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.sender import Limits, NullRule
from mxgui.routing.sending.situation import Before
from mxgui.routing.sending.traits import Trait
from mxgui.routing.sending.walk import Fate
from tests.builders import an_inspection

_AS_PROBED = WhatIf(as_probed=True)
_RFC = sender_of("rfc5321")


def _rows(inspection: Inspection, what_if: WhatIf = AS_RECORDS_SAY) -> dict[str, Row]:
    return {row.sender.id: row for row in matrix_of(inspection, SENDERS, what_if)}


def _bouncing(rows: dict[str, Row]) -> set[str]:
    return {name for name, row in rows.items() if row.seen.fates.get(Fate.BOUNCED) == 1}


def _traits(row: Row, facet: Facet) -> set[str]:
    return {
        f"{why.trait.part} {why.trait.name}".strip()
        for why in row.reasons
        if facet in why.facets and why.trait is not None
    }


def test_every_sender_has_one_row_and_every_difference_a_reason() -> None:
    inspection = an_inspection(
        mx="10 a.example.org, 10 b.example.org, 20 c.example.org",
        hosts={
            "a.example.org": "192.0.2.1 2001:db8::1",
            "b.example.org": "192.0.2.2",
            "c.example.org": "192.0.2.3",
        },
        probes={"192.0.2.1": Outcome.TIMED_OUT, "192.0.2.2": Outcome.REJECTED},
    )
    rows = _rows(inspection, _AS_PROBED)
    assert list(rows) == [sender.id for sender in SENDERS]
    assert not rows["rfc5321"].differs
    for row in rows.values():
        assert row.differs == frozenset().union(*(why.facets for why in row.reasons))


def test_rows_come_one_after_the_other_with_pauses_between_pieces_of_work() -> None:
    steps = list(matrix_in_steps(an_inspection(mx="10 a, 10 b, 10 c"), SENDERS))
    assert sum(step is not None for step in steps) == len(SENDERS)
    assert sum(step is None for step in steps) > len(SENDERS)


def test_a_null_mx_beside_others_bounces_at_some() -> None:
    rows = _rows(an_inspection(mx="0 ., 10 a.example.org"))
    assert _bouncing(rows) == {"postfix", "maddy", "stalwart", "kumomta"}
    for name in _bouncing(rows):
        assert Facet.FATE in rows[name].differs
        assert _traits(rows[name], Facet.FATE) == {"lookups null_rule"}
    assert str(rows["postfix"].reasons[0].words) == (
        "Takes “.” to mean no mail even beside other exchanges."
    )
    assert not rows["exim"].differs


def test_an_address_in_place_of_a_host_is_used_by_some() -> None:
    rows = _rows(an_inspection(mx="10 192.0.2.42"))
    used = {name for name, row in rows.items() if row.seen.before is Before.TRY}
    assert used == {"postfix", "sendmail", "opensmtpd", "qmail", "haraka"}
    for name in used:
        assert rows[name].differs == {Facet.FATE}
        assert _traits(rows[name], Facet.FATE) == {"lookups literal"}
    assert _traits(rows["mox"], Facet.FATE) == {"lookups no_target"}


def test_a_4yz_greeting_stops_some_and_the_backup_takes_the_mail_of_others() -> None:
    inspection = an_inspection(
        mx="10 a.example.org, 20 b.example.org", probes={"192.0.2.1": Outcome.DEFERRED}
    )
    rows = _rows(inspection, _AS_PROBED)
    stopped = {name for name, row in rows.items() if row.seen.fates.get(Fate.DEFERRED)}
    assert stopped == {"qmail", "haraka"}
    for name in stopped:
        assert _traits(rows[name], Facet.FATE) == {"reactions 421"}
        assert rows[name].seen.tries == (1, 1)
    assert rows["postfix"].seen.tries == (2, 2)


def test_a_5yz_greeting_bounces_where_it_comes_last_or_at_once() -> None:
    inspection = an_inspection(
        mx="10 a, 10 b, 10 c",
        probes={
            "192.0.2.1": Outcome.REFUSED,
            "192.0.2.2": Outcome.DEFERRED,
            "192.0.2.3": Outcome.REJECTED,
        },
    )
    rows = _rows(inspection, _AS_PROBED)
    assert rows["postfix"].seen.fates == {Fate.DEFERRED: 1}
    assert rows["exim"].seen.fates[Fate.BOUNCED] == Fraction(1, 3)
    assert rows["sendmail"].seen.fates[Fate.BOUNCED] == Fraction(1, 3)
    assert not _traits(rows["exim"], Facet.FATE)
    assert _traits(rows["postfix"], Facet.FATE) == {"final"}
    assert rows["mox"].seen.fates[Fate.BOUNCED] == 1
    assert "reactions 554" in _traits(rows["mox"], Facet.FATE)


def test_more_than_five_addresses_keep_postfix_from_the_backup() -> None:
    six = " ".join(f"192.0.2.{number}" for number in range(1, 7))
    inspection = an_inspection(
        mx="10 a.example.org, 20 b.example.org",
        hosts={"a.example.org": six, "b.example.org": "198.51.100.1"},
    )
    senders = tuple(map(sender_of, ("rfc5321", "postfix", "exim", "sendmail", "stalwart")))
    rows = {row.sender.id: row for row in matrix_of(inspection, senders)}
    assert (rows["rfc5321"].seen.reach, rows["rfc5321"].seen.all) == ((7, 7), 7)
    assert (rows["postfix"].seen.reach, rows["postfix"].seen.never) == ((5, 5), (20,))
    assert (rows["exim"].seen.reach, rows["exim"].seen.never) == ((6, 6), ())
    assert (rows["stalwart"].seen.reach, rows["stalwart"].seen.never) == ((3, 3), ())
    assert not rows["sendmail"].differs
    assert rows["postfix"].differs == {Facet.REACH}
    assert _traits(rows["postfix"], Facet.REACH) == {"limits attempts"}
    assert _traits(rows["stalwart"], Facet.REACH) == {"limits per_host"}


def test_an_address_that_is_tried_once_is_counted_once() -> None:
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.1"}
    rows = _rows(an_inspection(mx="10 a.example.org, 20 b.example.org", hosts=hosts))
    assert (rows["opensmtpd"].seen.reach, rows["opensmtpd"].seen.all) == ((1, 1), 1)
    assert (rows["postfix"].seen.reach, rows["postfix"].seen.all) == ((2, 2), 2)


def test_a_host_of_ipv4_alone_beside_one_of_both_families_has_no_share_at_exim() -> None:
    inspection = an_inspection(
        mx="10 both.example.org, 10 four.example.org",
        hosts={"both.example.org": "192.0.2.1 2001:db8::1", "four.example.org": "192.0.2.2"},
    )
    rows = _rows(inspection)
    assert rows["exim"].seen.first == {("both.example.org", 6): 1}
    assert _traits(rows["exim"], Facet.FIRST) == {"ordering sweep"}
    assert rows["postfix"].seen.first[("four.example.org", 4)] == Fraction(1, 3)
    assert "ordering unit" in _traits(rows["postfix"], Facet.FIRST)
    assert rows["stalwart"].seen.first[("both.example.org", 4)] == Fraction(1, 2)
    assert _traits(rows["stalwart"], Facet.FIRST) == {"ordering family"}
    assert _traits(rows["qmail"], Facet.REACH) == {"ordering family"}


def test_a_domain_that_does_not_exist_bounces_everywhere_but_at_mox() -> None:
    rows = _rows(an_inspection(mx=Status.NXDOMAIN))
    assert _bouncing(rows) == {sender.id for sender in SENDERS} - {"mox"}
    assert rows["mox"].differs == {Facet.FATE}
    assert _traits(rows["mox"], Facet.FATE) == {"lookups no_domain_bounces"}


def test_silent_hosts_cost_each_sender_its_own_time() -> None:
    inspection = an_inspection(mx="10 a, 20 b", probes={"192.0.2.1": Outcome.TIMED_OUT})
    rows = _rows(inspection, _AS_PROBED)
    assert rows["postfix"].seen.worst == 30.0
    assert rows["exim"].seen.worst == 300.0
    assert rows["postfix"].differs == {Facet.DELAY}
    assert _traits(rows["postfix"], Facet.DELAY) == {"waits connect"}


def test_nothing_differs_where_dns_gave_no_answer() -> None:
    rows = _rows(an_inspection(mx=Status.SERVFAIL))
    assert all(row.seen.fates == {Fate.DEFERRED: 1} for row in rows.values())
    assert not any(row.differs for row in rows.values())


def test_where_two_traits_do_the_same_harm_that_is_told_as_several_together() -> None:
    lookups = replace(_RFC.lookups, null_rule=NullRule.ANY, no_domain_bounces=False)
    both = replace(_RFC, id="both", lookups=lookups, limits=Limits(attempts=1, hosts=1))
    inspection = an_inspection(mx="10 a, 20 b")
    *_, row = matrix_of(inspection, (_RFC, both))
    assert row.differs == {Facet.REACH}
    (why,) = row.reasons
    assert why.trait is None
    assert str(why.words) == "Several of its ways together make the difference."


@pytest.mark.parametrize("error", [0.0, 0.03])
def test_shares_within_the_error_of_sampling_are_the_same(error: float) -> None:
    (row,) = matrix_of(an_inspection(mx="10 a, 10 b"), (_RFC,))
    seen = replace(row.seen, error=error)
    near = replace(seen, first={("a", 4): Fraction(51, 100), ("b", 4): Fraction(49, 100)})
    assert set(different(seen, near)) == (set() if error else {Facet.FIRST})
    more = replace(seen, tries=(1, 2))
    assert set(different(seen, more)) == (set() if error else {Facet.TRIES})


def test_a_reason_names_the_trait_that_decides() -> None:
    rows = _rows(an_inspection(mx="10 a, 10 b, 10 c"))
    (why,) = rows["haraka"].reasons
    assert why.trait == Trait("ordering", "hosts")
    assert why.facets == {Facet.FIRST}
