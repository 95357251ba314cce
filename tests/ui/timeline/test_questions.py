"""A question is a row, and every try of it a stretch of its bar and a row below."""

from mxgui.model.event import AskStep
from mxgui.model.records import Attempt, AttemptResult, Status, Transport
from mxgui.ui.timeline.questions import MOST_LANES, answer_row, asking_row
from mxgui.ui.timeline.row import Style
from tests.builders import a_failed_answer, a_question, an_answer

STEP = AskStep(a_question())


def a_try(at: float, took: float, result=AttemptResult.ANSWERED, **facts) -> Attempt:
    return Attempt("192.0.2.53:53", Transport.UDP, result, at, took, **facts)


def test_a_question_under_way_grows_from_when_it_was_asked():
    row = asking_row(STEP, 0.5)
    assert (row.name, str(row.asked), str(row.ended)) == ("example.org", "MX", "Asking")
    assert row.is_open
    assert [(span.begin, span.end) for span in row.spans] == [(0.5, None)]


def test_an_answer_tells_how_it_ended_and_its_code():
    answer = an_answer(records="10 mx.example.org", at=0.1, took=0.2)
    row = answer_row(STEP, answer)
    assert str(row.ended) == "Found · NOERROR"
    assert (row.begin, row.took) == (0.1, 0.2)
    assert row.key == asking_row(STEP, 0.0).key
    assert [(span.begin, span.style) for span in row.spans] == [(0.1, Style.WELL)]


def test_every_try_is_a_part_of_the_bar_and_a_row_below():
    tries = (
        a_try(0.1, 5.0, AttemptResult.TIMEOUT, note="gave up"),
        a_try(1.3, 0.2, rcode="NOERROR"),
    )
    answer = an_answer(records="10 mx.example.org", attempts=tries, at=0.1, took=1.4)
    row = answer_row(STEP, answer)
    assert [(span.begin, span.lane, span.style) for span in row.spans] == [
        (0.1, 0, Style.WAITED),
        (0.1, 0, Style.UNHEARD),
        (1.3, 1, Style.WELL),
    ]
    first, second = row.parts
    assert [str(part.asked) for part in row.parts] == ["UDP", "UDP"]
    assert (str(first.ended), first.note, first.took) == ("No answer", "gave up", 5.0)
    assert str(second.ended) == "Answered · NOERROR"
    assert len({row.key, first.key, second.key}) == 3


def test_so_many_tries_at_once_do_not_make_the_bar_thinner_than_can_be_seen():
    tries = tuple(a_try(at / 10, 9.0, AttemptResult.TIMEOUT) for at in range(20))
    row = answer_row(STEP, a_failed_answer(status=Status.TIMEOUT, attempts=tries))
    assert row.lanes == MOST_LANES
    assert len(row.spans) == 1 + len(row.parts) == 21


def test_an_answer_that_is_no_help_is_hatched():
    (part,) = answer_row(STEP, a_failed_answer(attempts=(a_try(0.0, 0.1, rcode="SERVFAIL"),))).parts
    assert part.spans[0].style is Style.BROKE
    assert str(part.ended) == "Answered · SERVFAIL"


def test_a_failure_of_which_no_try_is_told_is_hatched_as_a_whole():
    row = answer_row(STEP, a_failed_answer(at=1.0, took=2.0))
    assert [(span.begin, span.end, span.style) for span in row.spans] == [(1.0, 3.0, Style.BROKE)]
    assert str(row.ended) == "SERVFAIL"
