"""Answers that no sender can read weigh what is left."""

import pytest

from mxgui.model.smtp import Outcome, Said, Speaker, StoppedBy
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.faults import breaking_handshake, never_ending, never_ending_ehlo
from tests.rules.judging import HOSTS, findings, ids, severities, so_far, the, weights

A, C = "20.0.0.1", "20.0.2.1"
ONE, OTHER = "a.example.org", "c.example.org"
EQUAL = f"10 {ONE}, 10 {OTHER}"
NOT_SMTP = a_probe(ONE, A, Outcome.NOT_SMTP)
KINDS = {"SMTP-NOT-SMTP": NOT_SMTP, "SMTP-REPLY-TOO-LONG": never_ending(ONE, A)}


def with_one(probe, mx=f"10 {ONE}, 20 {OTHER}", other=Outcome.GREETED):
    """Two hosts, of which the first does this."""
    return an_inspection(mx=mx, hosts=HOSTS, probes={A: probe, C: other})


@pytest.mark.parametrize("finding_id", KINDS)
@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        (f"10 {ONE}, 20 {OTHER}", Severity.ERROR),
        (f"10 {ONE}, 10 {OTHER}", Severity.WARNING),
        (f"10 {OTHER}, 20 {ONE}", Severity.WARNING),
    ],
)
def test_beside_a_host_that_takes_mail_it_weighs_what_is_left(finding_id, mx, severity):
    assert weights(with_one(KINDS[finding_id], mx), finding_id) == {ONE: severity}


@pytest.mark.parametrize("finding_id", KINDS)
def test_where_no_host_takes_mail_that_is_one_finding(finding_id):
    assert ids(with_one(KINDS[finding_id], other=Outcome.REFUSED)) == ["SMTP-ALL-DOWN"]


@pytest.mark.parametrize("finding_id", KINDS)
def test_it_has_no_weight_before_a_host_is_seen_to_live(finding_id):
    facts = an_answer(records=f"10 {ONE}, 20 {OTHER}"), an_answer(ONE, "A", A)
    early = the(so_far(*facts, KINDS[finding_id]), finding_id)
    assert (early.severity, early.provisional) == (Severity.INCONCLUSIVE, True)


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.NOT_SMTP])
def test_other_outcomes_are_neither(outcome):
    assert not set(KINDS) & set(ids(with_one(outcome)))


def test_a_reply_without_end_is_not_told_as_another_tongue_as_well():
    assert set(KINDS) & set(ids(with_one(never_ending(ONE, A), EQUAL))) == {"SMTP-REPLY-TOO-LONG"}
    assert set(KINDS) & set(ids(with_one(NOT_SMTP, EQUAL))) == {"SMTP-NOT-SMTP"}


def test_a_reply_to_ehlo_without_end_is_one_too():
    assert findings(with_one(never_ending_ehlo(ONE, A), EQUAL), "SMTP-REPLY-TOO-LONG")


def test_a_host_that_takes_mail_all_the_same_is_a_warning():
    talkative = breaking_handshake(ONE, A, StoppedBy.TOO_LONG)
    assert severities(with_one(talkative), "SMTP-REPLY-TOO-LONG") == {ONE: Severity.WARNING}
    assert not findings(with_one(talkative), "TLS-OFFERED-FAILS")


def test_what_was_said_instead_is_told_if_there_is_any():
    said = (Said(0.1, Speaker.SERVER, "SSH-2.0-OpenSSH_9.2p1"),)
    other_tongue = a_probe(ONE, A, Outcome.NOT_SMTP, transcript=said)
    assert str(the(with_one(other_tongue, EQUAL), "SMTP-NOT-SMTP").text).endswith(
        f"at {A} does not speak SMTP: “SSH-2.0-OpenSSH_9.2p1”"
    )
    assert str(the(with_one(NOT_SMTP, EQUAL), "SMTP-NOT-SMTP").text).endswith("does not speak SMTP")
