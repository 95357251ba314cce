"""One host twice, or one host alone."""

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.judging import findings, so_far, the

HOST = "mx1.example.org"


def test_a_host_at_two_preferences_is_a_notice():
    finding = the(an_inspection(mx=f"20 {HOST}, 10 {HOST}, 10 b.example.org"), "MX-DUP-HOST")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, HOST)
    assert str(finding.text) == f"{HOST} is listed at the preferences 10 and 20"


def test_a_host_listed_once_is_no_duplicate():
    assert not findings(an_inspection(mx="10 a.example.org, 20 b.example.org"), "MX-DUP-HOST")


@pytest.mark.parametrize(
    ("addresses", "severity"),
    [
        ("20.0.0.1", Severity.NOTICE),
        ("20.0.0.1 20.0.0.2", Severity.NOTICE),
        ("20.0.0.1 2a00::1", Severity.NOTICE),
        ("20.0.0.1 20.0.1.1", Severity.INFO),
        ("2a00::1 2a00:1::1", Severity.INFO),
        (Status.SERVFAIL, Severity.INFO),
    ],
)
def test_one_exchange_is_a_notice_unless_it_stands_in_several_networks(addresses, severity):
    finding = the(an_inspection(hosts={HOST: addresses}), "MX-SINGLE-HOST")
    assert (finding.severity, finding.subject) == (severity, HOST)


def test_one_exchange_listed_twice_is_still_one():
    assert findings(an_inspection(mx=f"10 {HOST}, 20 {HOST}"), "MX-SINGLE-HOST")


@pytest.mark.parametrize(
    "mx", ["10 a.example.org, 20 b.example.org", "0 .", "", "0 ., 10 a.example.org", "0 ., 10 ."]
)
def test_other_routes_have_more_or_no_exchange(mx):
    hosts = {"a.example.org": "20.0.0.1", "example.org": "20.0.0.2"}
    assert not findings(an_inspection(mx=mx, hosts=hosts), "MX-SINGLE-HOST")


def test_it_is_not_told_before_all_addresses_are_known():
    mx, a = an_answer(records=f"10 {HOST}"), an_answer(HOST, "A", "20.0.0.1")
    probe = a_probe(HOST, "20.0.0.1")
    assert not findings(so_far(mx, a, probe), "MX-SINGLE-HOST")
    assert findings(so_far(mx, a, an_answer(HOST, "AAAA"), probe), "MX-SINGLE-HOST")


@pytest.mark.parametrize(
    "facts", [{"hosts": {HOST: ""}}, {"probes": {"192.0.2.1": Outcome.REFUSED}}]
)
def test_it_is_moot_while_no_host_takes_mail(facts):
    assert not findings(an_inspection(**facts), "MX-SINGLE-HOST")
