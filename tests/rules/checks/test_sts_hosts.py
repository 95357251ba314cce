"""What senders that honour the policy leave out, weighed over the whole route."""

from dataclasses import replace

import pytest

from mxgui.model.certificate import Tls
from mxgui.model.smtp import Outcome, StoppedBy
from mxgui.rules.engine import judge
from mxgui.rules.finding import Severity
from tests.builders import NOON, a_certificate, a_probe
from tests.policies import POLICY, TESTING, a_protected
from tests.rules import faults
from tests.rules.judging import findings, ids, severities, the

TWO = "10 a.example.org, 20 b.example.org"
MIXED = "10 mx.other.example, 20 b.example.org"
NAMED = "mx1.example.org"
TWO_ADDRESSES = {NAMED: "20.0.0.1 20.0.0.2"}


def test_a_policy_that_names_every_exchange_is_good_news():
    known = a_protected(mx=TWO)
    assert the(known, "STS-OK").severity is Severity.INFO
    assert not findings(known, "STS-MX-UNCOVERED")
    assert not findings(known, "STS-CERT")


@pytest.mark.parametrize(
    ("mx", "wanted"),
    [
        ("10 mx.other.example", {"mx.other.example": Severity.CRITICAL}),
        (MIXED, {"mx.other.example": Severity.ERROR}),
        ("10 b.example.org, 20 mx.other.example", {"mx.other.example": Severity.WARNING}),
        ("10 b.example.org, 10 mx.other.example", {"mx.other.example": Severity.WARNING}),
        (
            "10 x.other.example, 20 y.other.example",
            {"x.other.example": Severity.CRITICAL, "y.other.example": Severity.CRITICAL},
        ),
    ],
)
def test_an_exchange_without_a_pattern_is_weighed_for_senders_that_enforce(mx, wanted):
    known = a_protected(mx=mx)
    assert severities(known, "STS-MX-UNCOVERED") == wanted
    assert not findings(known, "STS-OK")


@pytest.mark.parametrize("mode", ["testing", "none"])
def test_what_is_not_enforced_costs_no_exchange(mode):
    known = a_protected(POLICY.replace("enforce", mode), mx=MIXED, untrusted=["20.0.0.1"])
    assert not findings(known, "STS-MX-UNCOVERED")
    assert not findings(known, "STS-CERT")


@pytest.mark.parametrize(
    ("mx", "bad", "wanted"),
    [
        ("10 a.example.org", ["20.0.0.1"], {"a.example.org": Severity.CRITICAL}),
        (TWO, ["20.0.0.1"], {"a.example.org": Severity.ERROR}),
        (TWO, ["20.0.1.1"], {"b.example.org": Severity.WARNING}),
        (
            TWO,
            ["20.0.0.1", "20.0.1.1"],
            {"a.example.org": Severity.CRITICAL, "b.example.org": Severity.CRITICAL},
        ),
        ("10 a.example.org, 10 b.example.org", ["20.0.0.1"], {"a.example.org": Severity.WARNING}),
    ],
)
def test_a_certificate_that_fails_is_weighed_for_senders_that_enforce(mx, bad, wanted):
    assert severities(a_protected(mx=mx, untrusted=bad), "STS-CERT") == wanted


def test_one_bad_address_of_several_is_a_warning():
    known = a_protected(hosts=TWO_ADDRESSES, untrusted=["20.0.0.2"])
    assert severities(known, "STS-CERT") == {NAMED: Severity.WARNING}
    assert "20.0.0.2" in str(the(known, "STS-CERT").text)


def test_a_loss_counts_beside_what_is_down_for_everybody():
    known = a_protected(mx=TWO, probes={"20.0.1.1": Outcome.REFUSED}, untrusted=["20.0.0.1"])
    assert severities(known, "STS-CERT") == {"a.example.org": Severity.CRITICAL}


@pytest.mark.parametrize(
    ("probe", "includes"),
    [
        (faults.unencrypted(NAMED, "20.0.0.1"), ("TLS-NONE",)),
        (faults.knowing_helo_only(NAMED, "20.0.0.1"), ("TLS-NONE",)),
        (faults.refusing_starttls(NAMED, "20.0.0.1"), ("TLS-OFFERED-FAILS",)),
        (faults.breaking_handshake(NAMED, "20.0.0.1"), ("TLS-OFFERED-FAILS",)),
    ],
)
def test_without_encryption_one_finding_stands_for_it(probe, includes):
    known = a_protected(probes={"20.0.0.1": probe})
    finding = the(known, "STS-CERT")
    assert (finding.severity, finding.includes) == (Severity.CRITICAL, includes)
    assert not set(includes) & set(ids(known))


def leaf(**facts):
    chain = (a_certificate(NAMED, **facts),)
    return a_probe(NAMED, "20.0.0.1", tls=Tls("TLSv1.3", "X", NAMED, chain=chain))


@pytest.mark.parametrize(
    ("probe", "bad", "includes"),
    [
        (leaf(names=("other.example",)), [], ("TLS-CERT-NAME",)),
        (leaf(not_after=NOON.replace(hour=1)), [], ("TLS-CERT-EXPIRED",)),
        (leaf(), ["20.0.0.1"], ("TLS-CERT-UNTRUSTED",)),
        (
            leaf(names=("other.example",), not_after=NOON.replace(hour=1)),
            ["20.0.0.1"],
            ("TLS-CERT-NAME", "TLS-CERT-EXPIRED"),
        ),
    ],
)
def test_what_is_wrong_with_the_certificate_is_included(probe, bad, includes):
    known = a_protected(probes={"20.0.0.1": probe}, untrusted=bad)
    assert the(known, "STS-CERT").includes == includes


def test_a_handshake_that_we_gave_up_on_is_no_failure():
    hanging = faults.breaking_handshake(NAMED, "20.0.0.1", StoppedBy.TIMEOUT)
    known = a_protected(probes={"20.0.0.1": hanging})
    assert not findings(known, "STS-CERT")


def test_a_host_that_was_not_reached_is_not_judged():
    assert not findings(a_protected(probes={"20.0.0.1": Outcome.REFUSED}), "STS-CERT")
    assert not findings(a_protected(probes={"20.0.0.1": None}), "STS-CERT")


def test_testing_says_what_would_fail():
    known = a_protected(TESTING, mx=MIXED, untrusted=["20.0.1.1"])
    finding = the(known, "STS-TESTING")
    assert finding.severity is Severity.NOTICE
    assert "mx.other.example and b.example.org" in str(finding.text)
    assert "nothing that was seen" in str(the(a_protected(TESTING), "STS-TESTING").text)


def test_a_pattern_without_an_exchange_is_a_notice():
    known = a_protected(f"{POLICY}mx: old.example.net\n")
    finding = the(known, "STS-PATTERN-UNUSED")
    assert finding.severity is Severity.NOTICE
    assert "old.example.net" in str(finding.text)
    assert not findings(a_protected(), "STS-PATTERN-UNUSED")


def test_a_null_mx_has_no_exchange_to_be_named():
    known = a_protected(mx="0 .")
    assert not [one for one in ids(known) if one.startswith("STS-")]


def test_an_implicit_exchange_is_judged_as_any_other():
    known = a_protected(mx="", hosts={"example.org": "20.0.0.1"})
    assert severities(known, "STS-MX-UNCOVERED") == {"example.org": Severity.CRITICAL}
    none = a_protected(mx="", hosts={"example.org": ""})
    assert not findings(none, "STS-MX-UNCOVERED")


def test_nothing_is_provisional_at_the_end_and_a_loss_can_grow_before():
    known = a_protected(mx=MIXED, probes={"20.0.1.1": None})
    running = replace(known, ended=None)
    assert the(running, "STS-MX-UNCOVERED").provisional
    assert not any(finding.provisional for finding in judge(known))
