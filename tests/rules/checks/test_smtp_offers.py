"""What hosts offer, and how long they take to greet."""

from dataclasses import replace

import pytest

from mxgui.model.event import ProbeStep
from mxgui.model.smtp import Extension, Phase, Probe, Stage
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_inspection
from tests.rules.faults import knowing_helo_only
from tests.rules.judging import findings, severities, the

ONE, OTHER = ("a.example.org", "20.0.0.1"), ("b.example.org", "20.0.1.1")


def offering(at: tuple[str, str], *keywords: str) -> Probe:
    offers = tuple(Extension(*word.split("=")) for word in keywords)
    return a_probe(*at, extensions=offers, extensions_tls=offers)


def two(first: Probe, second: Probe, mx="10 a.example.org, 10 b.example.org"):
    probes = {ONE[1]: first, OTHER[1]: second}
    return an_inspection(mx=mx, hosts=dict((ONE, OTHER)), probes=probes)


def test_hosts_of_one_tier_that_differ_in_what_counts_are_a_notice():
    inspection = two(offering(ONE, "SIZE=100", "SMTPUTF8"), offering(OTHER, "SIZE=200"))
    finding = the(inspection, "SMTP-CAP-DIFF")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, "example.org")
    assert str(finding.text).endswith("differ in what they offer: SIZE and SMTPUTF8")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (offering(ONE, "SIZE=100", "DSN"), offering(OTHER, "SIZE=100")),
        (offering(ONE, "SIZE=100"), knowing_helo_only(*OTHER)),
    ],
)
def test_other_differences_do_not_count(first, second):
    assert not findings(two(first, second), "SMTP-CAP-DIFF")


@pytest.mark.parametrize("first", ["20.0.0.1", "20.0.0.2"])
def test_whichever_address_is_heard_first_decides_nothing(first):
    known = an_inspection(
        mx="10 a.example.org, 10 b.example.org",
        hosts={"a.example.org": "20.0.0.1 20.0.0.2", OTHER[0]: OTHER[1]},
        probes={
            "20.0.0.1": offering(ONE, "SIZE=1"),
            "20.0.0.2": offering(("a.example.org", "20.0.0.2")),
            OTHER[1]: offering(OTHER, "SIZE=1"),
        },
    )
    assert findings(known, "SMTP-CAP-DIFF")
    later = ProbeStep({"20.0.0.1": "20.0.0.2", "20.0.0.2": "20.0.0.1"}[first], 25)
    facts = {step: fact for step, fact in known.facts.items() if step != later}
    early = replace(known, facts=facts, ended=None)
    assert bool(findings(early, "SMTP-CAP-DIFF")) is (first == "20.0.0.2")


def test_one_exchange_alone_cannot_differ():
    probes = {"20.0.0.1": offering(ONE, "SIZE=1"), "20.0.0.2": offering((ONE[0], "20.0.0.2"))}
    known = an_inspection(mx=f"10 {ONE[0]}", hosts={ONE[0]: "20.0.0.1 20.0.0.2"}, probes=probes)
    assert not findings(known, "SMTP-CAP-DIFF")


def test_tiers_may_differ():
    mx = "10 a.example.org, 20 b.example.org"
    assert not findings(two(offering(ONE, "SIZE=1"), offering(OTHER), mx), "SMTP-CAP-DIFF")


def test_what_all_of_them_offer_is_good_to_know():
    inspection = two(offering(ONE, "SIZE=1", "DSN"), offering(OTHER, "SIZE=1", "X-<B>"))
    finding = the(inspection, "SMTP-CAPS")
    assert finding.severity is Severity.INFO
    assert str(finding.text) == "Every exchange that was heard offers SIZE"
    assert not findings(two(offering(ONE, "SIZE=1"), offering(OTHER)), "SMTP-CAPS")


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(1.9, {}), (4.0, {ONE[0]: Severity.INFO}), (31.0, {ONE[0]: Severity.NOTICE})],
)
def test_a_slow_greeting_is_good_to_know_and_a_very_slow_one_a_notice(seconds, expected):
    slow = replace(a_probe(*ONE), phases=(Phase(Stage.GREETING, 0.0, seconds),))
    assert severities(two(slow, a_probe(*OTHER)), "SMTP-SLOW-GREETING") == expected
