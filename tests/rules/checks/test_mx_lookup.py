"""The MX lookup: the domain does not exist, or DNS does not tell."""

import pytest

from mxgui.model.records import (
    Alias,
    Attempt,
    AttemptResult,
    ExtendedError,
    Status,
    Transport,
)
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.rules.judging import findings, ids, so_far, the

CASES = {
    "MX-NXDOMAIN": (Status.NXDOMAIN, Severity.CRITICAL),
    "MX-SERVFAIL": (Status.SERVFAIL, Severity.INCONCLUSIVE),
    "MX-TIMEOUT": (Status.TIMEOUT, Severity.INCONCLUSIVE),
    "MX-REFUSED": (Status.REFUSED, Severity.INCONCLUSIVE),
    "MX-BAD-ANSWER": (Status.BAD_ANSWER, Severity.INCONCLUSIVE),
}


@pytest.mark.parametrize("finding_id", CASES)
def test_each_status_has_its_finding_about_the_domain(finding_id):
    status, severity = CASES[finding_id]
    finding = the(an_inspection(mx=status), finding_id)
    assert (finding.severity, finding.subject) == (severity, "example.org")
    assert not finding.provisional


@pytest.mark.parametrize("finding_id", CASES)
def test_no_other_status_has_it(finding_id):
    own, _ = CASES[finding_id]
    for status in Status:
        if status not in (own, Status.NOERROR):
            assert not findings(an_inspection(mx=status), finding_id)
    assert not findings(an_inspection(), finding_id)


@pytest.mark.parametrize("finding_id", CASES)
def test_it_is_told_as_soon_as_the_answer_is_there_and_not_before(finding_id):
    status, _ = CASES[finding_id]
    assert finding_id in ids(so_far(a_failed_answer(status=status)))
    assert finding_id not in ids(so_far())


def test_servfail_repeats_what_the_resolver_said_about_it():
    answer = a_failed_answer(ede=(ExtendedError(22, "at delegation example.org."),))
    words = str(the(an_inspection(answers=(answer,)), "MX-SERVFAIL").text)
    assert words.endswith("SERVFAIL, extended error 22 at delegation example.org.")


def test_a_timeout_tells_how_long_was_waited():
    answer = a_failed_answer(status=Status.TIMEOUT, took=10.2)
    words = str(the(so_far(answer), "MX-TIMEOUT").text)
    assert words == "No resolver answered the MX question for example.org in 10 s"


def test_a_refusal_repeats_what_the_resolver_said_about_it():
    silent = a_failed_answer(status=Status.REFUSED)
    assert str(the(so_far(silent), "MX-REFUSED").text).endswith("question for example.org")
    said = a_failed_answer(status=Status.REFUSED, ede=(ExtendedError(18, "not for you"),))
    assert str(the(so_far(said), "MX-REFUSED").text).endswith("example.org: “not for you”")


def test_records_without_one_of_the_type_are_no_answer():
    odd = a_failed_answer(status=Status.NOERROR)
    assert the(so_far(odd), "MX-BAD-ANSWER").severity is Severity.INCONCLUSIVE


def test_an_alias_that_leads_to_nothing_is_told_with_its_end():
    steps = (Alias("example.org", "gone.example.net", 300),)
    answer = a_failed_answer(status=Status.NXDOMAIN, aliases=steps)
    words = str(the(so_far(answer), "MX-NXDOMAIN").text)
    assert words == "example.org is an alias of gone.example.net, which does not exist"


def test_an_answer_that_is_cut_and_cannot_be_had_whole_is_an_error_of_its_own():
    cut = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.TRUNCATED, 0.0, 0.01)
    lost = Attempt("192.0.2.53:53", Transport.TCP, AttemptResult.UNREACHABLE, 0.01, 0.01)
    answer = a_failed_answer(status=Status.BAD_ANSWER, attempts=(cut, lost))
    inspection = an_inspection(answers=(answer,))
    assert the(inspection, "MX-TRUNCATED").severity is Severity.ERROR
    assert not findings(inspection, "MX-BAD-ANSWER")
    whole = an_answer(records="10 mx1.example.org", attempts=(cut,))
    assert not findings(an_inspection(answers=(whole,)), "MX-TRUNCATED")
