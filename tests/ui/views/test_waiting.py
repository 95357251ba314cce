"""The panel of waiting: an outage is chosen or typed, and what comes of it is worked out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.ui.shown import Shown
from mxgui.ui.views.waiting import WaitingView
from mxgui.ui.wishes import SendAs
from tests.builders import an_inspection
from tests.ui.showing import a_running, a_shown, wishes_of

_NAMES = [sender.id for sender in SENDERS]


@pytest.fixture
def view(theme, qtbot) -> WaitingView:
    made = WaitingView(theme)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    return made


def drawn(view: WaitingView, qtbot, shown: Shown | None = None) -> None:
    view.draw(shown or a_shown())
    done(view, qtbot)


def done(view: WaitingView, qtbot) -> None:
    qtbot.waitUntil(lambda: not view.at_work)


def choose(view: WaitingView, qtbot, typed: str) -> None:
    view.bar.length.setEditText(typed)
    qtbot.keyClick(view.bar.length.lineEdit(), Qt.Key.Key_Return)
    done(view, qtbot)


def course(view: WaitingView, sender: str, column: int = 1) -> str:
    place = view.lines.rows.index_of(sender)
    return str(place.siblingAtColumn(column).data())


def cell(view: WaitingView, sender: str, column: int) -> str:
    place = view.table.model().index(_NAMES.index(sender), 0)
    return str(place.siblingAtColumn(column).data())


def test_every_sender_has_a_course_and_a_row_of_the_table(view, qtbot):
    view.draw(a_shown())
    assert view.at_work
    assert course(view, "postfix") == "…"
    done(view, qtbot)
    assert view.lines.rows.rowCount() == len(SENDERS)
    assert course(view, "postfix") == "50 min; others up to 1 h 10 min"
    assert course(view, "postfix", 2) == "8 tries fail, it is delivered after 4 h 50 min"
    assert cell(view, "postfix", 1) == cell(view, "postfix", 4) == "27 / 70 min"


def test_it_says_what_is_down_and_that_senders_are_not_told(view, qtbot):
    drawn(view, qtbot)
    assert view.about.text() == (
        "Down: all hosts. Senders are not told when a host is back: each waits for its own next "
        "try. Computed, not measured."
    )


def test_another_outage_can_be_typed(view, qtbot):
    drawn(view, qtbot)
    choose(view, qtbot, "30m")
    assert course(view, "postfix") == "10 min; others up to 20 min"
    assert cell(view, "postfix", 1) == "5 / 20 min"
    choose(view, qtbot, "1d")
    assert cell(view, "mox", 1) == "34\u2009% bounce"
    assert course(view, "mox") == "bounces after 15 h 52 min; others up to 8 h"


def test_what_is_no_duration_is_told_and_changes_nothing(view, qtbot):
    drawn(view, qtbot)
    choose(view, qtbot, "soon")
    assert not view.bar.problem.isHidden()
    assert course(view, "postfix").startswith("50 min")


def test_with_a_backup_both_are_told(view, qtbot):
    drawn(view, qtbot)
    at = view.bar.backup.findData("sendmail")
    view.bar.backup.setCurrentIndex(at)
    view.bar.backup.activated.emit(at)
    done(view, qtbot)
    assert course(view, "postfix") == "at once; without backup: 50 min"
    assert course(view, "postfix", 2).startswith("with backup: handed to the backup at once, ")
    assert cell(view, "postfix", 1) == "5 / 10 min"
    assert view.about.text().startswith("Down: all hosts of preference 10.")


def test_without_worse_hosts_no_backup_can_be_chosen(view, qtbot):
    drawn(view, qtbot, a_shown(an_inspection()))
    assert not view.bar.backup.isEnabled()
    assert "no host of worse preference" in view.bar.backup.accessibleDescription()


def test_a_what_if_is_the_outage(view, qtbot):
    shown = a_shown(an_inspection(mx="10 a.example.org, 10 b.example.org"))
    off = WhatIf((Off(What.HOST, "a.example.org"),))
    drawn(view, qtbot, replace(shown, what_if=off))
    assert view.about.text().startswith("Down, as supposed: a.example.org refuses")
    assert course(view, "postfix") == "during the outage"
    assert cell(view, "postfix", 1) == "none"


def test_the_table_is_turned_to_and_has_the_keyboard(view, qtbot):
    drawn(view, qtbot)
    qtbot.mouseClick(view.bar.table, Qt.MouseButton.LeftButton)
    assert view.table.isVisible()
    assert view.focusProxy() is view.table
    qtbot.mouseClick(view.bar.lines, Qt.MouseButton.LeftButton)
    assert view.lines.isVisible()


def test_enter_sends_as_the_sender_of_the_row(view, qtbot):
    drawn(view, qtbot)
    wishes = wishes_of(view)
    view.lines.setCurrentIndex(view.lines.rows.index_of("rfc5321"))
    qtbot.keyClick(view.lines, Qt.Key.Key_Return)
    view.lines.setCurrentIndex(view.lines.rows.index_of("haraka"))
    qtbot.keyClick(view.lines, Qt.Key.Key_Return)
    assert wishes == [SendAs("haraka")]


def test_space_unfolds_a_sender_to_its_sentences(view, qtbot):
    drawn(view, qtbot)
    place = view.lines.rows.index_of("exim")
    view.lines.setCurrentIndex(place)
    qtbot.keyClick(view.lines, Qt.Key.Key_Space)
    said = [view.lines.rows.index(at, 0, place).data() for at in range(3)]
    assert (
        said[1] == "Exim leaves up to 6 h between two tries and gives a message up after 4 d 4 h."
    )


def test_while_the_inspection_runs_nothing_is_worked_out(view):
    view.draw(a_shown(a_running()))
    assert not view.at_work
    assert "once the inspection has ended" in str(view.lines.empty_words)
    view.draw(Shown())
    assert str(view.table.empty_words) == ""


def test_where_there_is_little_room_the_rows_take_the_place_of_the_legend(view, qtbot):
    assert view.legend.isVisible()
    view.resize(740, 200)
    assert not view.legend.isVisible()
    view.resize(740, 400)
    assert view.legend.isVisible()
