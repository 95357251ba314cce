"""Weak certificates, and hosts that show different ones."""

from dataclasses import replace

import pytest

from mxgui.rules.finding import Severity
from tests.builders import a_certificate, a_probe, an_inspection
from tests.rules.checks.test_tls_certificate import HOST, showing
from tests.rules.faults import showing as a_probe_showing
from tests.rules.judging import HOSTS, findings, ids, the

BOTH, FOUR, SIX = "b.example.org", "20.0.1.1", "2a00::1"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"key": "RSA 1024"}, "its key, RSA 1024"),
        ({"digest": "sha1", "signature": "rsa-with-sha1"}, "its signature, rsa-with-sha1"),
        ({"key": "DSA 1024", "digest": "md5"}, "its key, DSA 1024 and its signature"),
    ],
)
def test_a_weak_certificate_is_a_warning_that_says_what_of_it(facts, words):
    finding = the(showing(a_certificate(HOST, **facts)), "TLS-CERT-WEAK")
    assert (finding.severity, finding.subject) == (Severity.WARNING, HOST)
    assert words in str(finding.text)


def test_a_weak_intermediate_is_told_as_that():
    middle = a_certificate("Middle", key="RSA 1024", digest="sha1", signature="rsa-with-sha1")
    words = str(the(showing(a_certificate(HOST), middle), "TLS-CERT-WEAK").text)
    assert "the key of an intermediate, RSA 1024" in words
    assert "the signature on an intermediate, rsa-with-sha1" in words


def both(six):
    return an_inspection(mx=f"10 {BOTH}", hosts=HOSTS, probes={FOUR: a_probe(BOTH, FOUR), SIX: six})


def test_two_addresses_with_two_certificates_are_a_notice():
    other = a_probe_showing(BOTH, SIX)
    other_leaf = a_certificate("renewed.example.org")
    tls = other.tls
    assert tls is not None
    finding = the(both(replace(other, tls=replace(tls, chain=(other_leaf,)))), "TLS-CERT-DIFF")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, BOTH)
    assert f"one at {SIX}, another at {FOUR}" in str(finding.text)


def test_the_same_certificate_everywhere_is_well():
    assert findings(both(a_probe(BOTH, SIX)), "TLS-CERT-DIFF") == []
    assert "TLS-CERT-WEAK" not in ids(both(a_probe(BOTH, SIX)))
