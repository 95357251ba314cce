"""What preferences do, and what they do not do."""

import pytest

from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import findings, ids, severities, the

A, B, C = "a.example.org", "b.example.org", "c.example.org"
STRANGER = "backup.relay.example"
ADDRESSES = {A: "20.0.0.1", B: "20.0.1.1", C: "20.0.2.1", STRANGER: "20.0.3.1"}


def route(mx: str, probes=None, **hosts: str):
    return an_inspection(mx=mx, hosts={**ADDRESSES, **hosts}, probes=probes)


def test_equal_exchanges_share_the_load_and_that_is_good_to_know():
    finding = the(route(f"10 {A}, 10 {B}"), "ROUTE-EQUAL-SHARES")
    assert finding.severity is Severity.INFO
    assert str(finding.text).startswith("2 exchanges share preference 10")
    assert not findings(route(f"10 {A}, 20 {B}"), "ROUTE-EQUAL-SHARES")


def test_a_ladder_of_the_domains_own_exchanges_is_a_notice():
    finding = the(route(f"10 {A}, 20 {B}, 20 {C}"), "ROUTE-LADDER")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, "example.org")
    assert str(finding.text).startswith("The preferences 10 and 20 make delivery no likelier")


def test_a_providers_ladder_is_good_to_know():
    mx = "10 mx1.provider.example, 20 mx2.provider.example"
    hosts = {"mx1.provider.example": "20.0.0.1", "mx2.provider.example": "20.0.1.1"}
    inspection = an_inspection(mx=mx, hosts=hosts)
    assert severities(inspection, "ROUTE-LADDER") == {"example.org": Severity.INFO}
    assert not findings(inspection, "ROUTE-OVERLOAD-FALLBACK")


@pytest.mark.parametrize("mx", [f"10 {A}, 10 {B}", f"10 {A}, 20 {STRANGER}", f"10 {A}"])
def test_other_routes_are_no_ladder(mx):
    assert not {"ROUTE-LADDER", "ROUTE-OVERLOAD-FALLBACK"} & set(ids(route(mx)))


@pytest.mark.parametrize(
    ("addresses", "bond"),
    [
        ("20.0.0.1 20.0.9.1", "it leads to addresses of the best exchanges"),
        ("20.0.0.9", "it stands in the network of the best exchanges"),
        ("20.0.9.1", "it gets mail only once the best exchanges fail"),
    ],
)
def test_a_worse_tier_that_hangs_together_with_the_best_is_no_relief(addresses, bond):
    inspection = an_inspection(mx=f"10 {A}, 20 {B}", hosts={A: "20.0.0.1", B: addresses})
    finding = the(inspection, "ROUTE-OVERLOAD-FALLBACK")
    assert finding.severity is Severity.NOTICE
    assert str(finding.text).endswith(f"overload: {bond}")


def test_a_backup_of_another_organisation_only_keeps_the_mail():
    finding = the(route(f"10 {A}, 20 {STRANGER}"), "ROUTE-BACKUP-QUEUES")
    assert finding.severity is Severity.INFO
    assert str(finding.text).startswith(STRANGER)
    assert not findings(route(f"10 {A}, 20 {B}"), "ROUTE-BACKUP-QUEUES")


def test_while_no_host_takes_mail_nothing_of_it_is_told():
    down = dict.fromkeys(("20.0.0.1", "20.0.1.1"), Outcome.REFUSED)
    assert ids(route(f"10 {A}, 20 {B}", down)) == ["SMTP-ALL-DOWN"]
