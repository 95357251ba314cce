"""A tier, a family, a part of a host: each loss is one finding."""

import pytest

from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.faults import failing_at_ehlo, failing_under_tls
from tests.rules.judging import HOSTS, TIERS, findings, ids, severities, the

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"
ONE, BOTH, LAST = "a.example.org", "b.example.org", "c.example.org"
PARTS = {"SMTP-REFUSED", "SMTP-CLOSED", "SMTP-TIMEOUT"}


def down(addresses: str, outcome=Outcome.REFUSED, mx=TIERS, hosts=None, **facts):
    probes = dict.fromkeys(addresses.split(), outcome)
    return an_inspection(mx=mx, hosts=hosts or HOSTS, probes=probes, **facts)


def test_the_best_tier_without_a_host_is_one_error():
    inspection = down(f"{A} {B4} {B6}")
    finding = the(inspection, "SMTP-TIER-DOWN")
    assert (finding.severity, finding.subject) == (Severity.ERROR, "example.org")
    assert finding.includes == ("SMTP-REFUSED",)
    assert str(finding.text) == (
        f"No host of preference 10 takes mail: {A}, {B6} and {B4} (refused)"
    )
    assert not PARTS & set(ids(inspection))


def test_a_tier_of_one_host_is_told_of_that_host():
    finding = the(down(C), "SMTP-TIER-DOWN")
    assert (finding.severity, finding.subject) == (Severity.WARNING, LAST)
    assert str(finding.text) == (
        f"{LAST}, the only host of preference 20, takes no mail: {C} (refused)"
    )


def test_without_any_host_that_is_another_finding():
    assert ids(down(f"{A} {B4} {B6} {C}")) == ["SMTP-ALL-DOWN"]


def test_it_stands_for_the_failures_of_its_own_hosts_alone():
    mx = f"10 {ONE}, 20 {BOTH}, 20 {LAST}"
    inspection = down(f"{A} {C}", mx=mx)
    assert severities(inspection, "SMTP-TIER-DOWN") == {ONE: Severity.ERROR}
    assert severities(inspection, "SMTP-REFUSED") == {LAST: Severity.WARNING}


def test_while_the_tier_is_under_way_it_is_not_told():
    inspection = an_inspection(
        mx=TIERS, hosts=HOSTS, probes={A: Outcome.REFUSED, B4: None}, ended=None
    )
    assert not findings(inspection, "SMTP-TIER-DOWN")


def test_a_doubt_leaves_the_tier_alive():
    probes = {A: Outcome.REFUSED, B4: Outcome.REFUSED, B6: Outcome.TIMED_OUT}
    inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes=probes)
    assert not findings(inspection, "SMTP-TIER-DOWN")


@pytest.mark.parametrize(("address", "family"), [(B6, 6), (B4, 4)])
def test_one_family_of_a_host_is_a_warning(address, family):
    finding = the(down(address), "SMTP-FAMILY-DOWN")
    assert (finding.severity, finding.subject) == (Severity.WARNING, BOTH)
    assert f"takes no mail over IPv{family}: {address} (refused)" in str(finding.text)
    assert not PARTS & set(ids(down(address)))


def test_one_family_of_several_hosts_is_one_finding():
    hosts = {ONE: f"{A} 2a00:1::1", BOTH: f"{B4} {B6}", LAST: C}
    inspection = down(f"2a00:1::1 {B6}", hosts=hosts)
    assert severities(inspection, "SMTP-FAMILY-DOWN") == {"example.org": Severity.WARNING}
    assert not PARTS & set(ids(inspection))


def test_a_part_of_the_addresses_is_one_finding_with_all_ways():
    hosts = {ONE: "20.0.0.1 20.0.0.2 20.0.0.3", LAST: C}
    probes = {"20.0.0.1": Outcome.REFUSED, "20.0.0.2": Outcome.CLOSED}
    inspection = an_inspection(mx=f"10 {ONE}, 20 {LAST}", hosts=hosts, probes=probes)
    finding = the(inspection, "SMTP-ADDR-PARTIAL")
    assert (finding.severity, finding.subject) == (Severity.WARNING, ONE)
    assert finding.includes == ("SMTP-REFUSED", "SMTP-CLOSED")
    assert str(finding.text) == (
        f"{ONE} takes mail, but not at 2 of its addresses: 20.0.0.1 and 20.0.0.2 "
        "(refused and closed without a greeting)"
    )
    assert not PARTS & set(ids(inspection))


def test_a_sound_route_has_none_of_them():
    assert not {"SMTP-TIER-DOWN", "SMTP-FAMILY-DOWN", "SMTP-ADDR-PARTIAL"} & set(ids(down("")))


def test_what_a_living_address_has_as_well_is_told_beside_it():
    probes = {B4: failing_at_ehlo(BOTH, B4), B6: failing_under_tls(BOTH, B6)}
    inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes=probes)
    assert the(inspection, "SMTP-FAMILY-DOWN").includes == ()
    assert findings(inspection, "SMTP-EHLO-FAILED")
