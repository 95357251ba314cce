"""Handshakes that stall, words put in, and versions of yesterday."""

from dataclasses import replace

import pytest

from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_inspection
from tests.rules.faults import injecting, speaking, stalling, tls_of
from tests.rules.judging import HOSTS, findings, ids, severities, the

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"
ONE, BOTH, OTHER = "a.example.org", "b.example.org", "c.example.org"


def two_hosts(**probes):
    told = {A: a_probe(ONE, A), C: a_probe(OTHER, C), **probes}
    return an_inspection(mx=f"10 {ONE}, 20 {OTHER}", hosts=HOSTS, probes=told)


def one_host(**probes):
    told = {B4: a_probe(BOTH, B4), B6: a_probe(BOTH, B6), **probes}
    return an_inspection(mx=f"10 {BOTH}", hosts=HOSTS, probes=told)


def test_a_best_tier_that_stalls_is_an_error_while_a_worse_one_works():
    finding = the(two_hosts(**{A: stalling(ONE, A)}), "TLS-HANDSHAKE-HANGS")
    assert (finding.severity, finding.subject) == (Severity.ERROR, ONE)


def test_a_backup_that_stalls_is_a_warning():
    finding = the(two_hosts(**{C: stalling(OTHER, C)}), "TLS-HANDSHAKE-HANGS")
    assert (finding.severity, finding.subject) == (Severity.WARNING, OTHER)


def test_who_waited_for_a_short_time_only_knows_nothing():
    finding = the(two_hosts(**{A: stalling(ONE, A, waited=10.0)}), "TLS-HANDSHAKE-HANGS")
    assert finding.severity is Severity.INCONCLUSIVE


def test_one_family_alone_makes_think_of_the_path():
    finding = the(one_host(**{B6: stalling(BOTH, B6)}), "TLS-HANDSHAKE-HANGS")
    assert finding.severity is Severity.WARNING
    assert "over IPv6 only" in str(finding.text)
    both = the(one_host(**{B6: stalling(BOTH, B6), B4: stalling(BOTH, B4)}), finding.id)
    assert "only" not in str(both.text)


def test_a_stall_is_not_told_as_a_failure_as_well():
    assert "TLS-OFFERED-FAILS" not in ids(two_hosts(**{A: stalling(ONE, A)}))
    assert "TLS-OFFERED-FAILS" not in ids(two_hosts(**{A: injecting(ONE, A)}))


@pytest.mark.parametrize("fails", [True, False])
def test_words_put_in_are_told_whether_the_handshake_fails_or_not(fails):
    seen = a_probe(ONE, A)
    probe = injecting(ONE, A) if fails else replace(seen, tls=replace(tls_of(seen), injected=True))
    finding = the(two_hosts(**{A: probe}), "TLS-INJECTED")
    assert (finding.severity, finding.subject) == (Severity.WARNING, ONE)
    assert A in str(finding.text)


@pytest.mark.parametrize(
    ("version", "words"), [("TLSv1", "TLS 1.0"), ("TLSv1.1", "TLS 1.1"), ("SSLv3", "SSL 3")]
)
def test_versions_of_yesterday_are_a_warning(version, words):
    finding = the(two_hosts(**{A: speaking(ONE, A, version)}), "TLS-OLD")
    assert (finding.severity, finding.subject) == (Severity.WARNING, ONE)
    assert f"knows {words} at best" in str(finding.text)


@pytest.mark.parametrize("version", ["TLSv1.2", "TLSv1.3", "TLSv1.9"])
def test_versions_of_today_are_not_told(version):
    assert findings(two_hosts(**{A: speaking(ONE, A, version)}), "TLS-OLD") == []


def test_hosts_that_are_well_have_no_such_finding():
    found = set(ids(two_hosts()))
    assert not found & {"TLS-OLD", "TLS-INJECTED", "TLS-HANDSHAKE-HANGS"}
    assert severities(two_hosts(), "TLS-OLD") == {}
