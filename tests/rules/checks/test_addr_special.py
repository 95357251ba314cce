"""Addresses that the Internet cannot reach."""

import pytest

from mxgui.model.plan import Origin, Plan
from mxgui.model.smtp import Outcome, Reason
from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.rules.judging import findings, ids, severities, so_far, the

BAD, GOOD = "bad.example.org", "good.example.org"
HOSTS = {BAD: "10.0.0.1", GOOD: "20.0.0.1"}
PROBES = {"10.0.0.1": Reason.PRIVATE_ADDRESS}


@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        (f"10 {BAD}", Severity.ERROR),
        (f"10 {BAD}, 20 {GOOD}", Severity.ERROR),
        (f"10 {BAD}, 10 {GOOD}", Severity.WARNING),
        (f"10 {GOOD}, 20 {BAD}", Severity.WARNING),
    ],
)
def test_it_weighs_what_is_left_and_is_never_critical(mx, severity):
    inspection = an_inspection(mx=mx, hosts=HOSTS, probes=PROBES)
    assert severities(inspection, "ADDR-SPECIAL") == {BAD: severity}


def test_a_special_address_beside_a_public_one_is_a_warning():
    inspection = an_inspection(mx=f"10 {BAD}", hosts={BAD: "10.0.0.1 20.0.0.1"}, probes=PROBES)
    assert the(inspection, "ADDR-SPECIAL").severity is Severity.WARNING


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("10.0.0.1", "private"),
        ("127.0.0.1", "loopback"),
        ("169.254.1.1", "link-local"),
        ("192.0.2.1", "documentation"),
        ("100.64.0.1", "shared by carriers"),
        ("198.18.0.1", "benchmarking"),
        ("224.0.0.1", "multicast"),
        ("0.0.0.0", "unspecified"),
        ("240.0.0.1", "reserved"),
        ("::1", "loopback"),
        ("fd00::1", "private"),
        ("::ffff:10.0.0.1", "mapped from IPv4"),
        ("64:ff9b::a00:1", "private"),
    ],
)
def test_each_kind_is_named(address, kind):
    inspection = an_inspection(mx=f"10 {BAD}", hosts={BAD: address}, probes={address: None})
    assert f"({kind})" in str(the(inspection, "ADDR-SPECIAL").text)


@pytest.mark.parametrize("address", ["20.0.0.1", "2a00::1", "::ffff:20.0.0.1"])
def test_public_addresses_are_none(address):
    inspection = an_inspection(mx=f"10 {BAD}", hosts={BAD: address})
    assert not findings(inspection, "ADDR-SPECIAL")


def test_where_probing_private_addresses_was_allowed_it_is_a_notice():
    inspection = an_inspection(mx=f"10 {BAD}", hosts=HOSTS, plan=Plan(allow_private=True))
    assert the(inspection, "ADDR-SPECIAL").severity is Severity.NOTICE


def test_the_demo_network_may_use_documentation_addresses_and_no_other():
    demo = Origin("0.1.0", "127.0.0.1:53", demo=True)
    documentation = an_inspection(mx=f"10 {BAD}", hosts={BAD: "192.0.2.1"}, origin=demo)
    assert not findings(documentation, "ADDR-SPECIAL")
    private = an_inspection(mx=f"10 {BAD}", hosts=HOSTS, origin=demo)
    assert findings(private, "ADDR-SPECIAL")


def test_an_address_out_of_reach_is_not_also_told_as_refusing():
    inspection = an_inspection(
        mx=f"10 {BAD}, 20 {GOOD}", hosts=HOSTS, probes={"10.0.0.1": Outcome.REFUSED}
    )
    assert "ADDR-SPECIAL" in ids(inspection)
    assert not {"SMTP-REFUSED", "SMTP-TIER-DOWN"} & set(ids(inspection))


def test_while_the_others_are_under_way_it_may_get_worse():
    early = so_far(
        an_answer(records=f"10 {BAD}, 10 {GOOD}"),
        an_answer(BAD, "A", "10.0.0.1"),
        an_answer(BAD, "AAAA"),
    )
    finding = the(early, "ADDR-SPECIAL")
    assert (finding.severity, finding.provisional) == (Severity.WARNING, True)
