"""The rows of the list of domains."""

from dataclasses import replace

import pytest

from mxgui.model.text import text
from mxgui.report.grade import Grade
from mxgui.ui.domain_rows import age_words, look_of_opened, rows_of
from mxgui.ui.jobs import worst_of
from mxgui.ui.looks import GRADE_LOOKS
from mxgui.ui.shown import Example, Opened, Shown, Stage
from tests.ui.showing import a_result

WELL = Opened(1, "one.example", Stage.ENDED, Grade.GOOD, minutes=0)
BADLY = Opened(2, "two.example", Stage.ENDED, Grade.DEGRADED, worst_of(a_result()), minutes=75)
RUNNING = Opened(3, "three.example", Stage.RUNNING, settled=4, total=9, minutes=0)
WAITING = Opened(4, "four.example", Stage.WAITING)


def test_every_opened_domain_tells_its_state_its_age_and_its_worst_finding():
    rows = rows_of(Shown(opened=(WELL, BADLY, RUNNING, WAITING)))
    assert [str(row.state) for row in rows] == [
        "Good · just now",
        "Degraded · 1 h ago",
        "Running, 4 of 9",
        "Waits for others",
    ]
    assert all(row.look is not None for row in rows)
    assert BADLY.worst is not None
    assert str(BADLY.worst.text) in str(rows[1].about)
    assert not rows[0].about


def test_a_planned_route_is_told_in_its_row():
    rows = rows_of(Shown(opened=tuple(replace(one, planned=True) for one in (WELL, RUNNING))))
    assert [str(row.state) for row in rows] == [
        "Good · planned · just now",
        "Running · planned, 4 of 9",
    ]


def test_offered_domains_follow_under_a_heading_unless_they_are_open():
    examples = (Example("one.example", text("One.")), Example("new.example", text("New.")))
    rows = rows_of(Shown(opened=(WELL,), examples=examples))
    assert [row.name for row in rows] == ["one.example", "In the demo network", "new.example"]
    assert [row.is_heading for row in rows] == [False, True, False]
    assert rows[2].number is None
    assert not any(row.is_heading for row in rows_of(Shown(examples=examples)))


def test_every_group_of_offered_domains_has_its_heading():
    examples = (
        Example("one.example", text("One."), text("Routes")),
        Example("two.example", text("Two."), text("Routes")),
        Example("new.example", text("New."), text("TLS")),
    )
    for opened in ((), (WELL,)):
        rows = rows_of(Shown(opened=opened, examples=examples))
        told = [row.name for row in rows if row.is_heading]
        assert told == ["Routes", "TLS"]


@pytest.mark.parametrize("row", rows_of(Shown(opened=(WELL, BADLY, WAITING))))
def test_a_row_is_read_out_with_its_state(row):
    assert row.name in str(row.spoken)
    assert str(row.state) in str(row.spoken)


def test_how_long_ago_is_told_in_the_unit_that_fits():
    told = [str(age_words(minutes)) for minutes in (0, 1, 59, 60, 47 * 60, 3 * 24 * 60)]
    assert told == ["just now", "1 min ago", "59 min ago", "1 h ago", "47 h ago", "3 days ago"]


def test_the_look_is_that_of_the_verdict_once_there_is_one():
    assert look_of_opened(WELL) is GRADE_LOOKS[Grade.GOOD]
    assert look_of_opened(RUNNING) is not look_of_opened(WAITING)


EXAMPLES = (
    Example("one.example", text("One."), text("Routes")),
    Example("new.example", text("A new one."), text("TLS")),
    Example("old.example", text("An old one."), text("TLS")),
)


def test_a_folded_group_has_its_heading_with_how_many_there_are():
    rows = rows_of(Shown(examples=EXAMPLES), {"Routes"})
    assert [row.name for row in rows] == ["Routes", "one.example", "TLS"]
    assert (rows[-1].is_folded, rows[-1].count) == (True, 2)
    assert str(rows[-1].spoken) == "TLS: 2 domains, folded"
    assert str(rows[0].spoken) == "Routes: 1 domain"


def test_what_is_typed_is_looked_for_in_every_group():
    rows = rows_of(Shown(examples=EXAMPLES), set(), "tls OLD")
    assert [row.name for row in rows] == ["TLS", "old.example"]
    assert rows_of(Shown(examples=EXAMPLES), set(), "no such") == ()


def test_a_saved_inspection_is_marked_in_its_row():
    opened = Opened(1, "one.example", Stage.ENDED, Grade.GOOD, minutes=3, is_saved=True)
    (row,) = rows_of(Shown(opened=(opened,)))
    assert str(row.state) == "Good · saved · 3 min ago"
    assert "saved" in str(row.spoken)
