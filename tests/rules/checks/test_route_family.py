"""Families of addresses that are missing."""

import pytest

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.rules.judging import findings, ids, severities, so_far, the

A, B = "a.example.org", "b.example.org"
TWO = f"10 {A}, 20 {B}"


def two(first: str | Status, second: str | Status, mx=TWO):
    return an_inspection(mx=mx, hosts={A: first, B: second})


def test_ipv6_alone_is_a_warning_for_a_host_and_an_error_for_the_domain():
    assert severities(two("2a00::1", "20.0.0.1 2a00::2"), "ROUTE-V6-ONLY") == {A: Severity.WARNING}
    assert severities(two("2a00::1", "2a00::2"), "ROUTE-V6-ONLY") == {"example.org": Severity.ERROR}


def test_it_is_not_told_before_all_is_looked_up_or_where_a_lookup_fails():
    facts = [an_answer(records=TWO), an_answer(A, "AAAA", "2a00::1"), an_answer(A, "A")]
    assert not findings(so_far(*facts), "ROUTE-V6-ONLY")
    assert severities(two("2a00::1", Status.SERVFAIL), "ROUTE-V6-ONLY") == {A: Severity.WARNING}


@pytest.mark.parametrize(
    ("best", "backup", "told"),
    [
        ("20.0.0.1", "2a00::1", True),
        ("2a00::1", "20.0.0.1", True),
        ("20.0.0.1 2a00::1", "2a00::2", False),
        ("20.0.0.1", "20.0.1.1", False),
        ("20.0.0.1", Status.SERVFAIL, False),
    ],
)
def test_a_backup_without_a_family_in_common_is_a_warning(best, backup, told):
    assert ("ROUTE-BACKUP-NO-COMMON-FAMILY" in ids(two(best, backup))) is told


def test_hosts_of_one_tier_need_none_in_common():
    equal = two("20.0.0.1", "2a00::1", f"10 {A}, 10 {B}")
    assert not findings(equal, "ROUTE-BACKUP-NO-COMMON-FAMILY")


def test_an_ipv4_address_in_the_clothes_of_ipv6_is_a_warning():
    finding = the(two("20.0.0.1 ::ffff:20.0.0.1", "20.0.1.1"), "ADDR-MAPPED")
    assert (finding.severity, finding.subject) == (Severity.WARNING, A)
    assert not findings(two("20.0.0.1 ::ffff:10.0.0.1", "20.0.1.1"), "ADDR-MAPPED")


@pytest.mark.parametrize(
    ("best", "told"),
    [("20.0.0.1", True), ("20.0.0.1 2a00::1", False), ("2a00::1", False), ("", False)],
)
def test_no_ipv6_in_the_best_tier_is_a_notice(best, told):
    found = severities(two(best, "20.0.1.1 2a00::2"), "ADDR-NO-V6")
    assert found == ({"example.org": Severity.NOTICE} if told else {})
