"""Mail that is not encrypted on its way."""

from dataclasses import replace

import pytest

from mxgui.model.smtp import Outcome, Stage, StoppedBy
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.policies import texts
from tests.rules.faults import (
    breaking_handshake,
    failing_under_tls,
    knowing_helo_only,
    refusing_starttls,
    unencrypted,
)
from tests.rules.judging import HOSTS, connecting, findings, ids, severities, so_far, the

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"
ONE, BOTH, OTHER = "a.example.org", "b.example.org", "c.example.org"
KINDS = {
    "TLS-NONE": (unencrypted,),
    "TLS-OFFERED-FAILS": (refusing_starttls, breaking_handshake),
}
CASES = [(finding_id, probe) for finding_id, probes in KINDS.items() for probe in probes]


def silent_at_starttls(host, address):
    """It offers STARTTLS and says nothing when asked for it."""
    return replace(breaking_handshake(host, address, StoppedBy.TIMEOUT), stage=Stage.STARTTLS)


def with_one(probe, mx=f"10 {ONE}, 20 {OTHER}", other=Outcome.GREETED):
    """Two hosts, of which the first does this."""
    return an_inspection(mx=mx, hosts=HOSTS, probes={A: probe, C: other})


@pytest.mark.parametrize(("finding_id", "faulty"), CASES)
@pytest.mark.parametrize("mx", [f"10 {ONE}, 20 {OTHER}", f"10 {OTHER}, 20 {ONE}", f"10 {ONE}"])
def test_it_is_a_warning_wherever_the_host_stands(finding_id, faulty, mx):
    finding = the(with_one(faulty(ONE, A), mx), finding_id)
    assert (finding.severity, finding.subject) == (Severity.WARNING, ONE)
    assert not finding.provisional


@pytest.mark.parametrize(("finding_id", "faulty"), CASES)
def test_it_is_a_warning_for_each_host_even_if_all_of_them_do_it(finding_id, faulty):
    inspection = with_one(faulty(ONE, A), other=faulty(OTHER, C))
    assert severities(inspection, finding_id) == {ONE: Severity.WARNING, OTHER: Severity.WARNING}


@pytest.mark.parametrize("probe", [*Outcome, knowing_helo_only(ONE, A), failing_under_tls(ONE, A)])
def test_hosts_that_encrypt_or_were_not_asked_have_neither(probe):
    assert not set(KINDS) & set(ids(with_one(probe)))


@pytest.mark.parametrize(("finding_id", "faulty"), CASES)
def test_the_addresses_of_a_host_are_one_finding(finding_id, faulty):
    probes = {address: faulty(BOTH, address) for address in (B4, B6)}
    inspection = an_inspection(mx=f"10 {BOTH}", hosts=HOSTS, probes=probes)
    assert f"{B6} and {B4}" in str(the(inspection, finding_id).text)


@pytest.mark.parametrize(
    ("probe", "words"),
    [
        (refusing_starttls(ONE, A), "refuses it when asked"),
        (breaking_handshake(ONE, A), "encryption fails"),
        (breaking_handshake(ONE, A, StoppedBy.BAD_REPLY), "encryption fails"),
        (silent_at_starttls(ONE, A), "does not come to encryption in time"),
    ],
)
def test_it_says_how_it_fails(probe, words):
    assert words in str(the(with_one(probe), "TLS-OFFERED-FAILS").text)


def test_silence_is_inconclusive_and_told_apart_from_failure():
    probes = {
        B4: silent_at_starttls(BOTH, B4),
        B6: breaking_handshake(BOTH, B6),
    }
    inspection = an_inspection(mx=f"10 {BOTH}", hosts=HOSTS, probes=probes)
    assert [f.severity for f in findings(inspection, "TLS-OFFERED-FAILS")] == [
        Severity.WARNING,
        Severity.INCONCLUSIVE,
    ]


@pytest.mark.parametrize(("finding_id", "faulty"), CASES)
def test_it_is_told_as_soon_as_the_probe_has_ended_and_not_before(finding_id, faulty):
    facts = an_answer(records=f"10 {ONE}, 20 {OTHER}"), an_answer(ONE, "A", A)
    probe = faulty(ONE, A)
    assert not findings(so_far(*facts, connecting(probe)), finding_id)
    finding = the(so_far(*facts, probe), finding_id)
    assert (finding.severity, finding.provisional) == (Severity.INCONCLUSIVE, True)
    no_policy = texts("_mta-sts.example.org")
    finding = the(so_far(*facts, no_policy, probe), finding_id)
    assert (finding.severity, finding.provisional) == (Severity.WARNING, False)
    assert not findings(so_far(*facts, a_probe(ONE, A)), finding_id)
