"""A row of the time line tells its numbers as words too."""

from mxgui.model.event import AskStep
from mxgui.ui.answers.looks import ASKING
from mxgui.ui.timeline.row import (
    MOST_TOLD,
    Row,
    Span,
    bar_words,
    began_words,
    in_lanes,
    spoken,
    told_exactly,
    took_words,
)
from tests.builders import a_question


def a_row(**facts) -> Row:
    told = {
        "key": "one",
        "step": AskStep(a_question()),
        "name": "example.org",
        "asked": "MX",
        "look": ASKING,
        "ended": "Found",
        "begin": 0.12,
        "took": 0.19,
    }
    return Row(**{**told, **facts})


def test_it_tells_from_when_to_when():
    row = a_row()
    assert str(bar_words(row, 9.0)) == "0.12 s to 0.31 s"
    assert str(began_words(row)) == "120 ms"
    assert str(took_words(row, 9.0)) == "190 ms"
    assert str(began_words(a_row(begin=12.3456))) == "12.346 s"


def test_what_is_under_way_reaches_up_to_now():
    row = a_row(took=None, is_open=True)
    assert str(bar_words(row, 2.12)) == "0.12 s until now"
    assert str(took_words(row, 2.12)) == "2 s"
    assert row.end(2.12) == 2.12


def test_an_earlier_result_has_no_place_on_the_axis():
    row = a_row(begin=None, earlier=90.0)
    assert str(began_words(row)) == "earlier"
    assert str(bar_words(row, 0.0)) == "measured 1 min 30 s earlier"
    assert str(took_words(row, 0.0)) == "190 ms"
    assert row.end(5.0) == 0
    assert list(map(str, told_exactly(row, 0.0))) == ["measured 1 min 30 s earlier"]


def test_exact_numbers_of_every_stretch():
    row = a_row(spans=(Span("one", 0.1234, 0.2), Span("two", 0.2, None)))
    assert list(map(str, told_exactly(row, 15.2))) == [
        "one: 0.1234 s to 0.2 s, 76.6 ms",
        "two: 0.2 s to now, 15000 ms",
    ]


def test_many_stretches_are_counted_in_the_end():
    spans = tuple(Span("try", at, at + 1.0) for at in range(MOST_TOLD + 3))
    assert str(list(told_exactly(a_row(spans=spans), 0.0))[-1]) == "and 3 more"


def test_it_is_read_out_as_one_sentence():
    assert str(spoken(a_row(), 0.0)) == "example.org MX: Found, began at 0.12 s, took 190 ms"
    earlier = a_row(begin=None, earlier=90.0)
    assert str(spoken(earlier, 0.0)) == "example.org MX: Found, measured 1 min 30 s earlier"
    assert str(spoken(a_row(took=None), 0.0)) == "example.org MX: Found"
    assert str(spoken(a_row(begin=None), 0.0)) == "example.org MX: Found, no time measured"


def test_stretches_that_overlap_lie_below_one_another():
    spans = in_lanes([Span("a", 0, 2), Span("b", 1, 3), Span("c", 2, None), Span("d", 4, 5)])
    assert [span.lane for span in spans] == [0, 1, 0, 1]
    assert a_row(spans=spans).lanes == 2
    assert a_row().lanes == 1
