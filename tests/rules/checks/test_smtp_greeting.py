"""Hosts that take the connection and no mail weigh what is left, unless it may be about us."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.plan import PATIENT, Plan
from mxgui.model.smtp import Outcome, Phase, Stage
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.faults import AIMED, BUSY, rejecting
from tests.rules.judging import HOSTS, findings, ids, severities, so_far, the, told, weights

A, C = "20.0.0.1", "20.0.2.1"
ONE, OTHER = "a.example.org", "c.example.org"
BEST_LOST, EQUAL, BACKUP = f"10 {ONE}, 20 {OTHER}", f"10 {ONE}, 10 {OTHER}", f"10 {OTHER}, 20 {ONE}"
KINDS = {
    "SMTP-CLOSED": Outcome.CLOSED,
    "SMTP-NO-GREETING": Outcome.SILENT,
    "SMTP-4XX-GREETING": Outcome.DEFERRED,
    "SMTP-5XX-GREETING": Outcome.REJECTED,
}


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
    ("finding_id", "probe"),
    [("SMTP-CLOSED", Outcome.CLOSED), ("SMTP-5XX-GREETING", rejecting(ONE, A))],
)
def test_beside_a_host_that_takes_mail_it_weighs_what_is_left(finding_id, probe, mx, severity):
    assert weights(with_one(probe, mx), finding_id) == {ONE: severity}


@pytest.mark.parametrize("finding_id", KINDS)
def test_other_outcomes_are_not_these(finding_id):
    for outcome in Outcome:
        if outcome is not KINDS[finding_id]:
            assert not findings(with_one(outcome), finding_id)


@pytest.mark.parametrize("mx", [BEST_LOST, EQUAL, BACKUP])
def test_a_4xx_greeting_is_always_inconclusive(mx):
    finding = the(with_one(Outcome.DEFERRED, mx), "SMTP-4XX-GREETING")
    assert (finding.severity, finding.provisional) == (Severity.INCONCLUSIVE, False)


def test_a_5xx_greeting_that_speaks_of_us_is_inconclusive():
    finding = the(with_one(rejecting(ONE, A, AIMED)), "SMTP-5XX-GREETING")
    assert finding.severity is Severity.INCONCLUSIVE
    assert "words mean this line" in str(finding.text)


@pytest.mark.parametrize("other", [rejecting(OTHER, C), Outcome.REFUSED, Outcome.DEFERRED])
def test_a_5xx_greeting_where_no_host_takes_our_mail_is_inconclusive(other):
    found = severities(with_one(rejecting(ONE, A), other=other), "SMTP-5XX-GREETING")
    assert set(found.values()) == {Severity.INCONCLUSIVE}


def test_a_hang_up_without_a_host_that_takes_mail_is_told_for_all():
    assert ids(with_one(Outcome.CLOSED, other=Outcome.CLOSED)) == ["SMTP-ALL-DOWN"]


def test_a_hang_up_is_never_critical_by_itself():
    found = severities(
        an_inspection(
            mx=BEST_LOST,
            hosts={ONE: A, OTHER: "10.0.0.1"},
            probes={A: Outcome.CLOSED},
        ),
        "SMTP-CLOSED",
    )
    assert found == {ONE: Severity.ERROR}


def test_silence_is_inconclusive_and_says_how_long_we_waited():
    finding = the(with_one(Outcome.SILENT), "SMTP-NO-GREETING")
    assert (finding.severity, finding.provisional) == (Severity.INCONCLUSIVE, False)
    assert dict(finding.text.arguments)["waited"] == timedelta(seconds=0.01)


def test_half_a_minute_of_silence_counts_where_another_host_greets():
    phases = (Phase(Stage.GREETING, 0.0, 40.0),)
    silent = replace(a_probe(ONE, A, Outcome.SILENT), phases=phases)
    assert the(with_one(silent), "SMTP-NO-GREETING").severity is Severity.WARNING
    alone = with_one(silent, other=Outcome.REFUSED)
    assert the(alone, "SMTP-NO-GREETING").severity is Severity.INCONCLUSIVE


def test_silence_counts_once_we_waited_as_long_as_a_sender():
    patient = Plan(patience=PATIENT)
    finding = told(with_one(Outcome.SILENT, plan=patient), "SMTP-NO-GREETING")
    assert finding.severity is Severity.ERROR
    beside = the(with_one(Outcome.SILENT, EQUAL, plan=patient), "SMTP-NO-GREETING")
    assert beside.severity is Severity.WARNING


def test_the_words_of_the_host_are_told():
    deferred = a_probe(ONE, A, Outcome.DEFERRED, greeting=BUSY)
    words = str(the(with_one(deferred), "SMTP-4XX-GREETING").text)
    assert words.endswith(f"at {A}: 421 4.3.2 Come back later")
    words = str(the(with_one(rejecting(ONE, A), EQUAL), "SMTP-5XX-GREETING").text)
    assert words == f"{ONE} greets with a refusal at {A}: 554 5.3.2 No SMTP service here"


def test_a_5xx_greeting_may_become_certain_while_others_are_under_way():
    facts = [an_answer(records=BEST_LOST)]
    for name, address in ((ONE, A), (OTHER, C)):
        facts += [an_answer(name, "A", address), an_answer(name, "AAAA")]
    early = the(so_far(*facts, rejecting(ONE, A)), "SMTP-5XX-GREETING")
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)
    late = told(so_far(*facts, rejecting(ONE, A), a_probe(OTHER, C)), "SMTP-5XX-GREETING")
    assert (late.severity, late.provisional) == (Severity.ERROR, False)


def test_a_hang_up_has_no_weight_before_a_host_is_seen_to_live():
    facts = [an_answer(records=BEST_LOST), an_answer(ONE, "A", A), an_answer(ONE, "AAAA")]
    early = the(so_far(*facts, a_probe(ONE, A, Outcome.CLOSED)), "SMTP-CLOSED")
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)
