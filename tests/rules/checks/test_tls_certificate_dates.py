"""Certificates out of date, and those that soon will be, by the moment of the probe."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.chain import PathProblem
from mxgui.rules.finding import Severity
from tests.builders import NOON, a_certificate, a_probe, an_inspection
from tests.rules.checks.test_tls_certificate import HOST, A, showing
from tests.rules.faults import expired
from tests.rules.faults import showing as a_probe_showing
from tests.rules.judging import HOSTS, findings, ids, the

DAY = timedelta(days=1)


def ending(left, began=NOON):
    probe = replace(a_probe_showing(HOST, A, not_after=NOON + left), began=began)
    return an_inspection(mx=f"10 {HOST}", hosts=HOSTS, probes={A: probe})


def test_an_expired_certificate_is_a_warning_with_its_date():
    finding = the(ending(-DAY), "TLS-CERT-EXPIRED")
    assert (finding.severity, finding.subject, finding.provisional) == (
        Severity.WARNING,
        HOST,
        False,
    )
    assert "expired on 2026-11-22 12:00:00 UTC" in str(finding.text)


def test_one_that_is_not_yet_valid_is_told_by_the_same_id():
    probe = a_probe_showing(HOST, A, not_before=NOON + DAY)
    inspection = an_inspection(mx=f"10 {HOST}", hosts=HOSTS, probes={A: probe})
    assert "valid from 2026-11-24" in str(the(inspection, "TLS-CERT-EXPIRED").text)


def test_an_intermediate_or_a_root_out_of_date_is_told_as_that():
    middle = a_certificate("Middle", not_after=NOON - DAY)
    facts = {"problems": (PathProblem.EXPIRED,), "trusted": False}
    found = the(showing(a_certificate(HOST), middle, **facts), "TLS-CERT-EXPIRED")
    assert "behind the host's own is out of date: CN=Middle" in str(found.text)
    found = the(showing(a_certificate(HOST), **facts), "TLS-CERT-EXPIRED")
    assert "The authority behind" in str(found.text)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=14), "in 14 days, on 2026-12-07"),
        (timedelta(days=1, hours=5), "in 1 day, on"),
        (timedelta(hours=5), "in 0 days, on 2026-11-23 17:00:00 UTC"),
    ],
)
def test_one_that_expires_within_two_weeks_is_a_notice(left, words):
    finding = the(ending(left), "TLS-CERT-SOON")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, HOST)
    assert words in str(finding.text)


@pytest.mark.parametrize("left", [timedelta(days=14, seconds=1), -DAY])
def test_later_than_that_or_past_is_not_soon(left):
    assert findings(ending(left), "TLS-CERT-SOON") == []


def test_the_moment_is_the_probe_s_own():
    assert "TLS-CERT-SOON" in ids(ending(3 * DAY))
    assert "TLS-CERT-SOON" not in ids(ending(3 * DAY, began=NOON - 30 * DAY))
    assert "TLS-CERT-EXPIRED" in ids(ending(3 * DAY, began=NOON + 30 * DAY))


def test_addresses_with_the_same_certificate_are_one_finding():
    hosts = {HOST: "20.0.0.1 20.0.0.2"}
    probes = {"20.0.0.1": expired(HOST, "20.0.0.1"), "20.0.0.2": expired(HOST, "20.0.0.2")}
    found = the(an_inspection(mx=f"10 {HOST}", hosts=hosts, probes=probes), "TLS-CERT-EXPIRED")
    assert "20.0.0.1 and 20.0.0.2" in str(found.text)


def test_a_good_certificate_is_not_told():
    inspection = an_inspection(mx=f"10 {HOST}", hosts=HOSTS, probes={A: a_probe(HOST, A)})
    assert not set(ids(inspection)) & {"TLS-CERT-EXPIRED", "TLS-CERT-SOON"}
