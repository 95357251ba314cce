"""Certificates for another host, and those that nobody vouches for: good to know, and no more."""

from dataclasses import replace

import pytest

from mxgui.model.certificate import Tls
from mxgui.model.chain import PathProblem
from mxgui.model.event import Learned, chain_step, probe_step
from mxgui.model.inspection import learn
from mxgui.rules.finding import Severity
from tests.builders import a_certificate, a_chain, a_probe, an_inspection
from tests.rules.judging import HOSTS, findings, ids, the

HOST, A = "a.example.org", "20.0.0.1"


def showing(*chain, domain="example.org", **facts):
    """One host that shows this chain, with what was checked of it."""
    seen = a_probe(HOST, A)
    if chain:
        seen = replace(seen, tls=Tls("TLSv1.3", "", HOST, chain=chain))
    known = an_inspection(domain, mx=f"10 {HOST}", hosts=HOSTS, probes={A: seen})
    step = chain_step(probe_step(seen.target))
    return learn(known, Learned(step, a_chain(seen, **facts)))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"names": ("b.example.net",)}, "is for b.example.net"),
        ({"names": ("b.example.net", "c.example.net")}, "is for b.example.net and c.example.net"),
        ({"names": tuple(f"{n}.example.net" for n in range(9))}, "and 6 more"),
        ({"names": ()}, "has the name in its subject only"),
        ({"names": (), "common_names": ("x.example",)}, "is for x.example"),
        ({"names": (), "common_names": ()}, "has no name"),
    ],
)
def test_another_name_is_told_with_the_names_that_it_has(facts, words):
    finding = the(showing(a_certificate(HOST, **facts)), "TLS-CERT-NAME")
    assert (finding.severity, finding.subject) == (Severity.INFO, HOST)
    assert words in str(finding.text)


def test_an_address_literal_needs_no_name():
    inspection = an_inspection("[192.0.2.1]")
    assert "TLS-CERT-NAME" not in ids(inspection)


UNTRUSTED = [
    (PathProblem.SELF_SIGNED, "that it signed itself"),
    (PathProblem.MISSING_INTERMEDIATE, "without the intermediate certificate behind it: CN=Mid"),
    (PathProblem.UNKNOWN_ISSUER, "of an authority that is not known: CN=Mid"),
    (PathProblem.UNFIT, "that must not be used so: invalid CA certificate"),
    (PathProblem.MALFORMED, "that cannot be read"),
]


@pytest.mark.parametrize(("problem", "words"), UNTRUSTED)
def test_an_untrusted_certificate_is_told_with_what_is_wrong(problem, words):
    leaf = a_certificate(HOST, issuer="CN=Mid")
    facts = {"problems": (problem,), "trusted": False, "note": "invalid CA certificate"}
    finding = the(showing(leaf, **facts), "TLS-CERT-UNTRUSTED")
    assert (finding.severity, finding.subject) == (Severity.INFO, HOST)
    assert words in str(finding.text)


def test_a_certificate_that_is_only_out_of_date_is_not_told_as_untrusted():
    facts = {"problems": (PathProblem.EXPIRED,), "trusted": False}
    assert findings(showing(**facts), "TLS-CERT-UNTRUSTED") == []


def test_good_certificates_and_those_not_checked_yet_have_no_finding():
    assert not set(ids(showing())) & {"TLS-CERT-NAME", "TLS-CERT-UNTRUSTED"}
    assert "TLS-CERT-UNTRUSTED" not in ids(showing(sha256="ab" * 32, trusted=False))
