"""What was tried to get an answer that did not come."""

from mxgui.model.records import Attempt, AttemptResult, Status, Transport
from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import report_of
from mxgui.report.tries import MOST_TRIES, failed_answers, tries_of, try_words
from tests.builders import a_failed_answer, an_inspection

SILENCE = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.TIMEOUT, 0.0, 5.0)


def test_a_try_tells_whom_how_and_what_came_of_it():
    assert str(try_words(SILENCE)) == "192.0.2.53:53 over UDP: no answer, 5 s"


def test_an_answer_is_told_by_its_rcode_and_a_note_stands_behind():
    attempt = Attempt(
        "a", Transport.TLS, AttemptResult.ANSWERED, 0.0, 0.01, "SERVFAIL", "signature expired"
    )
    assert str(try_words(attempt)) == "a over TLS: SERVFAIL, 10 ms (signature expired)"


def test_every_result_has_words():
    for result in AttemptResult:
        assert str(try_words(Attempt("a", Transport.TCP, result, 0, 1)))


def test_of_many_tries_the_first_are_told():
    answer = a_failed_answer(attempts=(SILENCE,) * (MOST_TRIES + 3))
    words = [str(each) for each in tries_of(answer)]
    assert (len(words), words[-1]) == (MOST_TRIES + 1, "and 3 more")


def test_only_questions_that_stayed_open_are_listed():
    inspection = an_inspection(hosts={"mx1.example.org": Status.SERVFAIL})
    names = [str(answer.question) for answer in failed_answers(inspection)]
    assert names == ["mx1.example.org A", "mx1.example.org AAAA"]


def test_text_and_page_tell_what_was_tried():
    failed = a_failed_answer("example.org", "MX", Status.TIMEOUT, attempts=(SILENCE,))
    report = report_of(an_inspection(mx=Status.TIMEOUT, answers=(failed,)))
    for exporter in EXPORTERS:
        if exporter.name in ("text", "html"):
            assert b"192.0.2.53:53 over UDP: no answer, 5" in exporter.render(report)
