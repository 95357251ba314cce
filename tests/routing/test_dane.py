"""The decision of a sender that uses DANE, address by address."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.event import Learned, ProbeStep
from mxgui.model.inspection import learn
from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome, StartTls
from mxgui.routing.dane import dane_of, reference_names
from mxgui.routing.dane_steps import Look, Result, Verdict, Why
from mxgui.routing.route import route_of
from tests.builders import NOON, a_probe, a_reply, an_inspection
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import (
    MX1,
    a_dane_inspection,
    alias_answer,
    certificates,
    encrypted,
    secured,
    the_chain,
    tlsa_answer,
    with_chains,
    without_chains,
)
from tests.dane_shelf import FRESH, NOW, shelf
from tests.planned import a_planned

GOOD = tlsa_of(Published(3, 1, 1, "leaf"))
STALE = tlsa_of(Published(3, 1, 1, "next"))
BAD = tlsa_of(Published(1, 1, 1, "leaf"))
ANCHOR = tlsa_of(Published(2, 0, 1, "root"))
LEAF = (shelf()["leaf"], shelf()["inner"])
DIRECT = (shelf()["direct"], shelf()["root"])
MISNAMED = (shelf()["misnamed"], shelf()["root"])
NAMED = (shelf()["for the domain"], shelf()["root"])
INSECURE, UNKNOWN, BOGUS = Dnssec.INSECURE, Dnssec.UNKNOWN, Dnssec.BOGUS


def decide(inspection, place=0):
    """The decision at the first address of the only host, or at another."""
    [host] = route_of(inspection).hosts
    return dane_of(inspection, host, host.addresses[place])


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ({}, Verdict.MATCH),
        ({"example.org MX": INSECURE}, Verdict.MATCH),  # by itself it takes nothing away
        ({"example.org MX": BOGUS}, Verdict.MATCH),
        ({f"{MX1} A": INSECURE}, Verdict.NOT_APPLICABLE),
        ({f"{MX1} A": BOGUS}, Verdict.LOOKUP_FAILED),
        ({f"{MX1} A": UNKNOWN}, Verdict.UNKNOWN),
        ({f"_25._tcp.{MX1} TLSA": BOGUS}, Verdict.LOOKUP_FAILED),
        ({f"_25._tcp.{MX1} TLSA": INSECURE}, Verdict.NOT_APPLICABLE),
    ],
)
def test_what_is_not_secure_does_not_count(states, verdict):
    assert decide(a_dane_inspection((GOOD,), LEAF, states=states, at=NOW)).verdict is verdict


def test_without_records_there_is_no_dane():
    assert decide(a_dane_inspection((), LEAF, at=NOW)).verdict is Verdict.NONE


def test_a_lookup_that_fails_is_never_none():
    for status in (Status.SERVFAIL, Status.TIMEOUT, Status.REFUSED, Status.LOOP):
        assert decide(a_dane_inspection(status, LEAF)).verdict is Verdict.LOOKUP_FAILED


@pytest.mark.parametrize(
    ("starttls", "verdict"),
    [
        (StartTls.NOT_OFFERED, Verdict.NO_TLS),
        (StartTls.REFUSED, Verdict.NO_TLS),
        (StartTls.FAILED, Verdict.NO_TLS),
        (StartTls.NOT_TESTED, Verdict.NOT_TESTED),
    ],
)
@pytest.mark.parametrize("records", [(GOOD,), (BAD,)], ids=["usable", "unusable"])
def test_records_make_encryption_a_duty(starttls, verdict, records):
    probe = a_probe(MX1, starttls=starttls, tls=None)
    dane = decide(a_dane_inspection(records, probe=probe))
    assert dane.verdict is verdict
    [one] = dane.records
    assert one.result is (None if records == (GOOD,) else Result.UNUSABLE)


@pytest.mark.parametrize(
    "probe",
    [
        None,
        a_probe(MX1, outcome=Outcome.REFUSED),
        a_probe(MX1, outcome=Outcome.REJECTED, starttls=StartTls.NOT_OFFERED),
        a_probe(MX1, outcome=Outcome.NOT_TRIED),
    ],
    ids=["none", "refused", "rejected", "cancelled"],
)
def test_what_did_not_come_as_far_as_starttls_was_not_tested(probe):
    inspection = secured(
        an_inspection(probes={"192.0.2.1": probe}, answers=[tlsa_answer(MX1, (GOOD,))])
    )
    assert decide(inspection).verdict is Verdict.NOT_TESTED


def test_unusable_records_want_encryption_and_nothing_more():
    assert decide(a_dane_inspection((BAD,), MISNAMED, at=NOW)).verdict is Verdict.UNUSABLE


def test_a_failure_after_the_handshake_does_not_take_the_certificate_away():
    probe = encrypted(MX1, "192.0.2.1", certificates(LEAF), NOW)
    probe = replace(probe, ehlo_tls=a_reply(421))
    assert decide(a_dane_inspection((GOOD,), probe=probe)).verdict is Verdict.MATCH


def test_each_family_and_each_address_has_its_own_verdict():
    hosts = {MX1: "192.0.2.1 2001:db8::1"}
    probes = {
        "192.0.2.1": encrypted(MX1, "192.0.2.1", certificates(LEAF), NOW),
        "2001:db8::1": encrypted(MX1, "2001:db8::1", certificates(DIRECT), NOW),
    }
    known = an_inspection(hosts=hosts, probes=probes, answers=[tlsa_answer(MX1, (GOOD,))])
    assert decide(secured(known), 0).verdict is Verdict.MISMATCH
    assert decide(secured(known), 1).verdict is Verdict.MATCH
    insecure = secured(known, {f"{MX1} AAAA": INSECURE})
    assert decide(insecure, 0).verdict is Verdict.NOT_APPLICABLE
    assert decide(insecure, 1).verdict is Verdict.MATCH


def test_a_handshake_of_the_hosts_own_counts_before_one_that_is_shared():
    known = a_dane_inspection((GOOD,), DIRECT, at=NOW)
    own = encrypted(MX1, "192.0.2.1", certificates(LEAF), NOW)
    step = ProbeStep("192.0.2.1", 25, host=MX1)
    assert decide(known).verdict is Verdict.MISMATCH
    assert decide(learn(known, Learned(step, own))).verdict is Verdict.MATCH


def test_an_anchor_cannot_be_judged_before_the_chain_was_checked():
    probe = encrypted(MX1, "192.0.2.1", certificates(DIRECT), NOW)
    known = without_chains(a_dane_inspection((ANCHOR,), probe=probe))
    assert decide(known).verdict is Verdict.UNKNOWN
    assert decide(known).records[0].why is Why.UNCHECKED
    checked = with_chains(known, {"192.0.2.1": the_chain(DIRECT)})
    assert decide(checked).verdict is Verdict.MATCH


def test_an_anchor_inside_a_record_cannot_be_judged_before_that_was_checked():
    whole = tlsa_of(Published(2, 0, 0, "root"))
    probe = encrypted(MX1, "192.0.2.1", certificates(LEAF[:1]), NOW)
    known = a_dane_inspection((whole,), probe=probe)
    checked = with_chains(known, {"192.0.2.1": the_chain(LEAF[:1])})
    assert decide(checked).verdict is Verdict.UNKNOWN


def test_the_servers_own_key_needs_no_checked_chain():
    probe = encrypted(MX1, "192.0.2.1", certificates(LEAF), NOW)
    known = without_chains(a_dane_inspection((ANCHOR, GOOD), probe=probe))
    assert decide(known).verdict is Verdict.MATCH


def test_dates_are_those_of_the_probe_and_not_of_now():
    for at, verdict in (
        (FRESH - timedelta(seconds=1), Verdict.MISMATCH),
        (FRESH, Verdict.MATCH),
        (FRESH + timedelta(days=90) - timedelta(seconds=1), Verdict.MATCH),
        (FRESH + timedelta(days=90), Verdict.MISMATCH),
    ):
        assert decide(a_dane_inspection((ANCHOR,), DIRECT, at=at)).verdict is verdict


def test_records_that_were_cut_off_leave_a_doubt():
    cut = tlsa_answer(MX1, (STALE,), left_out=1)
    probe = encrypted(MX1, "192.0.2.1", certificates(LEAF), NOW)
    known = an_inspection(answers=[cut], probes={"192.0.2.1": probe})
    assert decide(secured(known)).verdict is Verdict.UNKNOWN


def names_of(inspection):
    [host] = route_of(inspection).hosts
    return reference_names(inspection, host, MX1)


def test_with_secure_mx_records_the_domain_is_a_name_too():
    assert names_of(secured(an_inspection())) == ((MX1, "example.org"), ())
    insecure = secured(an_inspection(), {"example.org MX": INSECURE})
    assert names_of(insecure) == ((MX1,), ())
    assert names_of(an_inspection()) == ((MX1,), ("example.org",))


def test_with_a_secure_alias_of_the_domain_its_end_is_one_as_well():
    aliased = an_inspection(answers=[alias_answer("example.org", "MX", f"10 {MX1}", "far.example")])
    assert names_of(secured(aliased)) == ((MX1, "example.org", "far.example"), ())
    insecure = secured(aliased, {"example.org CNAME": INSECURE})
    assert names_of(insecure) == ((MX1,), ())


def test_without_mx_records_the_domain_is_what_was_asked_for():
    known = an_inspection(mx="", hosts={"example.org": "192.0.2.1"})
    assert names_of(known) == ((MX1, "example.org"), ())


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (Dnssec.SECURE, Verdict.MATCH),
        (INSECURE, Verdict.MISMATCH),
        (BOGUS, Verdict.MISMATCH),
        (UNKNOWN, Verdict.UNKNOWN),
    ],
)
def test_an_anchored_certificate_may_bear_the_domain_if_the_mx_records_are_secure(state, verdict):
    known = an_inspection(
        "example.net",
        mx=f"10 {MX1}",
        answers=[tlsa_answer(MX1, (ANCHOR,))],
        probes={"192.0.2.1": encrypted(MX1, "192.0.2.1", certificates(NAMED), NOW)},
    )
    known = secured(known, {"example.net MX": state})
    checked = with_chains(known, {"192.0.2.1": the_chain(NAMED)})
    assert decide(checked).verdict is verdict


def test_who_was_asked_by_another_name_may_have_another_certificate_for_the_right_one():
    probe = encrypted("other.example.net", "192.0.2.1", certificates(LEAF), NOW)
    assert decide(a_dane_inspection((GOOD,), probe=probe)).verdict is Verdict.MATCH
    dane = decide(a_dane_inspection((STALE,), probe=probe))
    assert dane.verdict is Verdict.UNKNOWN
    assert Look.SNI in [step.look for step in dane.steps]


def test_who_could_not_be_asked_by_name_has_shown_what_there_is():
    probe = encrypted("", "192.0.2.1", certificates(LEAF), NOW)
    assert decide(a_dane_inspection((STALE,), probe=probe)).verdict is Verdict.MISMATCH


def test_the_trace_tells_every_step_in_its_order_and_what_decides():
    dane = decide(a_dane_inspection((STALE, GOOD), LEAF, at=NOW))
    assert [step.look for step in dane.steps] == [
        Look.MX, Look.ADDRESSES, Look.LOOKUP, Look.USABLE, Look.STARTTLS, Look.RECORD, Look.RECORD,
        Look.VERDICT,
    ]  # fmt: skip
    [decides] = [step for step in dane.steps if step.decides]
    assert decides.record is dane.deciding
    assert dane.deciding.record == GOOD


def test_the_names_are_a_step_where_an_anchor_wants_them():
    dane = decide(a_dane_inspection((ANCHOR,), DIRECT, at=NOW))
    [names] = [step.names for step in dane.steps if step.look is Look.NAMES]
    assert names == (MX1, "example.org")


def test_a_literal_has_one_verdict():
    assert decide(an_inspection("[192.0.2.1]")).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("published", "shown", "why"),
    [
        ((3, 1, 1, "next"), "leaf inner", Why.DIFFERENT),
        ((2, 0, 1, "root"), "leaf inner", Why.NOT_SENT),
        ((2, 0, 1, "leaf"), "leaf inner", Why.LEAF),
        ((2, 0, 1, "root"), "leaf root", Why.NOT_LINKED),
        ((2, 0, 1, "root"), "expired root", Why.OUT_OF_DATE),
        ((2, 0, 1, "root"), "misnamed root", Why.NAME),
        ((2, 0, 0, "old root"), "below_old_root", Why.OUT_OF_DATE),
    ],
)
def test_why_a_record_does_not_match(published, shown, why):
    chain = tuple(shelf()[name.replace("_", " ")] for name in shown.split())
    dane = decide(a_dane_inspection((tlsa_of(Published(*published)),), chain, at=NOW))
    assert dane.records[0].why is why


def test_of_an_outranked_record_it_is_told_if_it_would_match():
    stronger = tlsa_of(Published(3, 1, 2, "next"))
    dane = decide(a_dane_inspection((GOOD, STALE, stronger), LEAF, at=NOW))
    assert [one.would_match for one in dane.records] == [True, False, False]
    assert dane.verdict is Verdict.MISMATCH


def test_the_time_of_an_unfinished_probe_is_that_of_the_inspection():
    probe = replace(encrypted(MX1, "192.0.2.1", certificates(DIRECT)), began=None)
    known = a_dane_inspection((ANCHOR,), probe=probe)
    checked = with_chains(known, {"192.0.2.1": the_chain(DIRECT)})
    is_valid = FRESH <= NOON < FRESH + timedelta(days=90)
    assert decide(checked).verdict is (Verdict.MATCH if is_valid else Verdict.MISMATCH)


def test_planned_records_are_a_step_of_their_own():
    known = a_planned("10 new.example.net")
    host = route_of(known).hosts[0]
    steps = dane_of(known, host, host.addresses[0]).steps
    assert steps[0].look is Look.PLANNED
    assert Look.MX not in {step.look for step in steps}
