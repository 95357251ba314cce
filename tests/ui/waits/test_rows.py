"""What becomes of one message, and of all, as rows."""

from __future__ import annotations

import pytest

from mxgui.model.inspection import Inspection
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import LENGTHS
from mxgui.ui.cell import Branch
from mxgui.ui.waits.rows import (
    TABLE_COLUMNS,
    Asked,
    Waits,
    added_words,
    courses_of,
    found_in_steps,
    line_row,
    table_row,
    told,
)
from tests.builders import an_inspection
from tests.ui.showing import two_tiers

_HOUR, _DAY = 3600.0, 86400.0


def _found(asked: Asked, name: str = "postfix") -> dict[tuple[str, float], Waits]:
    return _worked_out(two_tiers(), sender_of(name), AS_RECORDS_SAY, asked)


def _worked_out(
    inspection: Inspection, sender: Sender, what_if: WhatIf, asked: Asked
) -> dict[tuple[str, float], Waits]:
    steps = found_in_steps(inspection, sender, what_if, asked)
    return {(sender.id, found[0]): found[1] for found in steps if found is not None}


def _line(asked: Asked, name: str = "postfix") -> Branch:
    return line_row(sender_of(name), _found(asked, name), asked, "rfc5321")


def test_what_is_asked_for_comes_first_and_no_outage_twice():
    steps = list(found_in_steps(two_tiers(), sender_of("exim"), AS_RECORDS_SAY, Asked(_HOUR)))
    lengths = [found[0] for found in steps if found is not None]
    assert lengths[0] == _HOUR
    assert sorted(lengths) == sorted(LENGTHS)
    assert steps[0] is None  # there are pauses within the work on one


def test_before_it_is_worked_out_a_row_has_dots():
    row = line_row(sender_of("exim"), {}, Asked(), "exim")
    assert [str(cell.words) for cell in row.cells] == ["Exim", "…", ""]
    assert row.cells[0].strong
    table = table_row(sender_of("exim"), {}, Asked(), "exim")
    assert len(table.cells) == len(TABLE_COLUMNS)
    assert {str(cell.words) for cell in table.cells[1:]} == {"…"}


@pytest.mark.parametrize(
    ("asked", "name", "words"),
    [
        (Asked(_HOUR), "postfix", "20 min; others up to 40 min"),
        (Asked(_HOUR, after=-60.0), "postfix", "not delayed; others up to 40 min"),
        (Asked(_HOUR, after=2 * _HOUR), "postfix", "not delayed; others up to 40 min"),
        (Asked(_HOUR, after=1800.0), "postfix", "10 min; others up to 40 min"),
        (Asked(_HOUR), "maddy", "at once; others up to 15 min"),
        (Asked(2 * _DAY), "mox", "bounces after 15 h 52 min; others up to 8 h"),
    ],
)
def test_when_a_message_is_delivered_is_told_from_the_end_of_the_outage(asked, name, words):
    assert str(_line(asked, name).cells[1].words) == words


def test_a_message_that_bounces_has_a_mark_with_a_word():
    look = _line(Asked(2 * _DAY), "mox").cells[1].look
    assert look is not None
    assert str(look.word) == "Bounces"


def test_a_course_is_told_from_first_to_last():
    asked = Asked(2 * _DAY)
    waits = _found(asked, "exim")["exim", asked.length]
    assert str(told(courses_of(waits, asked))) == (
        "16 tries fail, its author is warned after 1 d and 2 d, it is delivered after 2 d 4 h"
    )


def test_mail_that_is_frozen_is_kept_and_neither_delivered_nor_bounced():
    asked, own = Asked(_HOUR), WhatIf(own="mx.example.org")
    inspection = an_inspection(mx="10 mx.example.org")
    found = _worked_out(inspection, sender_of("exim"), own, asked)
    line = line_row(sender_of("exim"), found, asked, "")
    assert [str(cell.words) for cell in line.cells][1:] == [
        "is kept",
        "it is kept until the administrator sees to it",
    ]
    row = table_row(sender_of("exim"), found, asked, "")
    assert {str(cell.words) for cell in row.cells[1:]} == {"is kept"}
    assert all(cell.look is None for cell in row.cells[1:])


def test_with_a_backup_there_are_two_courses():
    asked = Asked(_HOUR, backup=sender_of("sendmail"))
    waits = _found(asked)["postfix", _HOUR]
    assert len(waits.both) == 2
    assert str(told(courses_of(waits, asked))) == (
        "with backup: handed to the backup at once, 6 tries fail, it is delivered after 1 h; "
        "without: 5 tries fail, it is delivered after 1 h 20 min"
    )


def test_the_table_tells_median_and_worst_or_how_many_bounce():
    asked = Asked(_HOUR)
    row = table_row(sender_of("mox"), _found(asked, "mox"), asked, "mox")
    assert [str(cell.words) for cell in row.cells] == [
        "mox",
        "11 / 60 min",
        "5 / 8 min",
        "11 / 60 min",
        "34 min / 4 h",
        "2.1 / 8 h",
        "34\u2009% bounce",
        "78\u2009% bounce",
        "87\u2009% bounce",
    ]
    assert "34\u2009% bounce." in str(row.cells[6].tip)
    exim = table_row(sender_of("exim"), _found(asked, "exim"), asked, "mox")
    assert str(exim.cells[-1].words) == "bounces"


@pytest.mark.parametrize(
    ("median", "worst", "words"),
    [
        (0, 0, "none"),
        (5, 30, "5 / 30 s"),
        (38, 300, "38 s / 5 min"),
        (600, 4200, "10 / 70 min"),
        (1920, 6000, "32 min / 1.7 h"),
        (7600, 28800, "2.1 / 8 h"),
        (86400, 172800, "24 h / 2 d"),
    ],
)
def test_times_in_a_cell_are_short(median, worst, words):
    assert str(added_words(median, worst)) == words
