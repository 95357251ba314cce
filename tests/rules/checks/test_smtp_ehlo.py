"""Hosts that greet and do not take EHLO."""

import pytest

from mxgui.model.plan import PATIENT, Plan
from mxgui.model.smtp import Outcome, StoppedBy
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.faults import (
    AIMED,
    BUSY,
    cancelled_at_ehlo,
    failing_at_ehlo,
    failing_under_tls,
    knowing_helo_only,
    refusing_ehlo,
    unencrypted,
)
from tests.rules.judging import HOSTS, findings, ids, severities, so_far, the, told, weights

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"
ONE, BOTH, OTHER = "a.example.org", "b.example.org", "c.example.org"
BEST_LOST, EQUAL, BACKUP = f"10 {ONE}, 20 {OTHER}", f"10 {ONE}, 10 {OTHER}", f"10 {OTHER}, 20 {ONE}"


def with_one(probe, mx=BEST_LOST, other=Outcome.GREETED, **facts):
    """Two hosts, of which the first does this."""
    return an_inspection(mx=mx, hosts=HOSTS, probes={A: probe, C: other}, **facts)


@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        (BEST_LOST, Severity.ERROR),
        (EQUAL, Severity.WARNING),
        (BACKUP, Severity.WARNING),
    ],
)
@pytest.mark.parametrize(
    "probe",
    [refusing_ehlo(ONE, A), failing_at_ehlo(ONE, A), failing_at_ehlo(ONE, A, StoppedBy.BAD_REPLY)],
)
def test_beside_a_host_that_takes_mail_it_weighs_what_is_left(probe, mx, severity):
    assert weights(with_one(probe, mx), "SMTP-EHLO-FAILED") == {ONE: severity}


@pytest.mark.parametrize(
    "probe",
    [
        refusing_ehlo(ONE, A, BUSY),
        refusing_ehlo(ONE, A, AIMED),
        failing_at_ehlo(ONE, A, StoppedBy.TIMEOUT),
    ],
)
def test_what_may_be_about_us_or_our_haste_is_inconclusive(probe):
    assert severities(with_one(probe), "SMTP-EHLO-FAILED") == {ONE: Severity.INCONCLUSIVE}


def test_silence_counts_once_we_waited_as_long_as_a_sender():
    silent = failing_at_ehlo(ONE, A, StoppedBy.TIMEOUT)
    found = weights(with_one(silent, plan=Plan(patience=PATIENT)), "SMTP-EHLO-FAILED")
    assert found == {ONE: Severity.ERROR}


def test_a_refusal_by_all_hosts_is_inconclusive():
    inspection = with_one(refusing_ehlo(ONE, A), other=refusing_ehlo(OTHER, C))
    assert severities(inspection, "SMTP-EHLO-FAILED") == {
        ONE: Severity.INCONCLUSIVE,
        OTHER: Severity.INCONCLUSIVE,
    }
    assert not findings(inspection, "SMTP-ALL-DOWN")


def test_hosts_that_all_hang_up_at_ehlo_are_one_finding():
    inspection = with_one(failing_at_ehlo(ONE, A), other=failing_at_ehlo(OTHER, C))
    assert ids(inspection) == ["SMTP-ALL-DOWN"]


def test_a_failure_under_tls_is_a_warning():
    finding = the(with_one(failing_under_tls(ONE, A)), "SMTP-EHLO-FAILED")
    assert finding.severity is Severity.WARNING
    assert "once the connection is encrypted" in str(finding.text)


def test_words_are_told_where_there_are_any():
    said = str(the(with_one(refusing_ehlo(ONE, A), EQUAL), "SMTP-EHLO-FAILED").text)
    assert said == f"{ONE} greets at {A} and then refuses EHLO: 554 5.3.2 No SMTP service here"
    mute = str(the(with_one(failing_at_ehlo(ONE, A), EQUAL), "SMTP-EHLO-FAILED").text)
    assert mute == f"{ONE} greets at {A} and then fails at EHLO"


@pytest.mark.parametrize("probe", [*Outcome, cancelled_at_ehlo(ONE, A), unencrypted(ONE, A)])
def test_other_probes_fail_elsewhere_or_not_at_all(probe):
    assert not {"SMTP-EHLO-FAILED", "SMTP-HELO-ONLY"} & set(ids(with_one(probe)))


def test_a_refusal_may_become_certain_while_others_are_under_way():
    facts = [an_answer(records=BEST_LOST)]
    for name, address in ((ONE, A), (OTHER, C)):
        facts += [an_answer(name, "A", address), an_answer(name, "AAAA")]
    early = the(so_far(*facts, refusing_ehlo(ONE, A)), "SMTP-EHLO-FAILED")
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)
    late = told(so_far(*facts, refusing_ehlo(ONE, A), a_probe(OTHER, C)), "SMTP-EHLO-FAILED")
    assert (late.severity, late.provisional) == (Severity.ERROR, False)


@pytest.mark.parametrize("mx", [BEST_LOST, EQUAL, BACKUP, f"10 {ONE}"])
def test_a_host_that_knows_helo_only_is_a_warning_wherever_it_stands(mx):
    finding = the(with_one(knowing_helo_only(ONE, A), mx), "SMTP-HELO-ONLY")
    assert (finding.severity, finding.provisional) == (Severity.WARNING, False)
    assert finding.includes == ("TLS-NONE",)


def test_without_ehlo_there_is_no_offer_to_miss():
    assert not findings(with_one(knowing_helo_only(ONE, A)), "TLS-NONE")


def test_an_offer_that_is_missing_at_another_address_is_told_beside_it():
    probes = {B4: knowing_helo_only(BOTH, B4), B6: unencrypted(BOTH, B6)}
    inspection = an_inspection(mx=f"10 {BOTH}, 20 {OTHER}", hosts=HOSTS, probes=probes)
    assert {"SMTP-HELO-ONLY", "TLS-NONE"} <= set(ids(inspection))
