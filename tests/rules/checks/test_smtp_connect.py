"""Connections that come to nothing weigh what is left, and silence may be our own."""

from dataclasses import replace

import pytest

from mxgui.model.event import LineStep
from mxgui.model.line import Heard
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import NOON, a_line, a_probe, an_answer, an_inspection
from tests.rules.judging import HOSTS, TIERS, connecting, findings, ids, so_far, the, told, weights

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"
KINDS = {
    "SMTP-REFUSED": Outcome.REFUSED,
    "SMTP-TIMEOUT": Outcome.TIMED_OUT,
    "SMTP-UNREACH": Outcome.UNREACHABLE,
}
MUTE = ("SMTP-TIMEOUT", "SMTP-UNREACH")


def with_down(outcome: Outcome, addresses: str, **others: Outcome):
    probes = dict.fromkeys(addresses.split(), outcome)
    return an_inspection(mx=TIERS, hosts=HOSTS, probes={**probes, **others})


@pytest.mark.parametrize("finding_id", KINDS)
@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (A, {"a.example.org": Severity.WARNING}),
        (B4, {"b.example.org": Severity.WARNING}),
        (C, {"c.example.org": Severity.WARNING}),
        (f"{A} {B4}", {"example.org": Severity.WARNING}),
    ],
)
def test_beside_live_hosts_redundancy_is_lost(finding_id, addresses, expected):
    assert weights(with_down(KINDS[finding_id], addresses), finding_id) == expected


@pytest.mark.parametrize("finding_id", KINDS)
def test_without_the_best_tier_it_is_an_error(finding_id):
    hosts = {name: HOSTS[name] for name in ("a.example.org", "c.example.org")}
    inspection = an_inspection(
        mx="10 a.example.org, 20 c.example.org", hosts=hosts, probes={A: KINDS[finding_id]}
    )
    assert weights(inspection, finding_id) == {"a.example.org": Severity.ERROR}


def test_a_host_is_told_once_with_all_the_addresses_concerned():
    finding = the(with_down(Outcome.REFUSED, f"{B4} {B6}"), "SMTP-REFUSED")
    assert str(finding.text) == f"b.example.org refuses connections at {B6} and {B4}"


@pytest.mark.parametrize("finding_id", KINDS)
def test_other_outcomes_are_not_these(finding_id):
    for outcome in Outcome:
        if outcome is not KINDS[finding_id]:
            assert not findings(with_down(outcome, A), finding_id)


@pytest.mark.parametrize("finding_id", MUTE)
def test_silence_is_inconclusive_until_something_was_heard_over_that_family(finding_id):
    finding = the(with_down(KINDS[finding_id], B6), finding_id)
    assert (finding.severity, finding.provisional) == (Severity.INCONCLUSIVE, False)
    assert "it may be this line" in str(finding.text)


@pytest.mark.parametrize("finding_id", MUTE)
def test_silence_counts_once_something_was_heard_earlier_from_this_line(finding_id):
    inspection = with_down(KINDS[finding_id], B6)
    line = a_line(heard=(Heard(25, 6, NOON),))
    heard = replace(inspection, facts={**inspection.facts, LineStep(): line})
    assert told(heard, finding_id).severity is Severity.WARNING


@pytest.mark.parametrize("finding_id", MUTE)
def test_silence_may_become_certain_while_others_are_under_way(finding_id):
    facts = [an_answer(records="10 a.example.org, 20 c.example.org")]
    facts += [an_answer("a.example.org", "A", A), an_answer("a.example.org", "AAAA")]
    silent = a_probe("a.example.org", A, KINDS[finding_id])
    early = the(so_far(*facts, silent), finding_id)
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)
    living = a_probe("c.example.org", C)
    facts += [an_answer("c.example.org", "A", C), an_answer("c.example.org", "AAAA")]
    late = told(so_far(*facts, silent, living), finding_id)
    assert (late.severity, late.provisional) == (Severity.ERROR, False)


def test_one_host_can_be_silent_in_both_ways():
    inspection = with_down(Outcome.TIMED_OUT, f"{B4} {B6}")
    assert [f.severity for f in findings(inspection, "SMTP-TIMEOUT")] == [
        Severity.WARNING,
        Severity.INCONCLUSIVE,
    ]


def test_an_address_that_two_exchanges_share_is_told_for_both_tiers():
    inspection = an_inspection(
        mx="10 a.example.org, 20 b.example.org, 30 c.example.org",
        hosts={"a.example.org": A, "b.example.org": A, "c.example.org": C},
        probes={A: Outcome.REFUSED},
    )
    assert weights(inspection, "SMTP-REFUSED") == {
        "a.example.org": Severity.ERROR,
        "b.example.org": Severity.WARNING,
    }


def test_a_refusal_has_no_weight_before_all_is_known_of_its_tier():
    facts = [an_answer(records=TIERS)]
    for name, addresses in HOSTS.items():
        facts += [
            an_answer(name, "A", addresses.split()[0]),
            an_answer(name, "AAAA", " ".join(addresses.split()[1:])),
        ]
    refused = a_probe("a.example.org", A, Outcome.REFUSED)
    living = a_probe("c.example.org", C)
    early = the(so_far(*facts, refused, connecting(living)), "SMTP-REFUSED")
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)
    half = the(so_far(*facts, refused, living), "SMTP-REFUSED")
    assert (half.severity, half.provisional) == (Severity.INCONCLUSIVE, True)
    beside = [a_probe("b.example.org", address) for address in (B4, B6)]
    later = the(so_far(*facts, refused, *beside, connecting(living)), "SMTP-REFUSED")
    assert (later.severity, later.provisional) == (Severity.WARNING, False)


def test_a_probe_under_way_is_no_refusal():
    facts = an_answer(records="10 a.example.org"), an_answer("a.example.org", "A", A)
    running = connecting(a_probe("a.example.org", A, Outcome.REFUSED))
    assert not set(KINDS) & set(ids(so_far(*facts, running)))
