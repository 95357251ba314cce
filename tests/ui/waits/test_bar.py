"""The line on top of the panel of waiting takes what is chosen or typed."""

import pytest
from PySide6.QtCore import Qt

from mxgui.routing.senders import sender_of
from mxgui.ui.waits.bar import WaitingBar, comes_words, outage_words
from mxgui.ui.waits.rows import Asked

_HOUR = 3600.0


@pytest.fixture
def bar(qapp, qtbot) -> WaitingBar:
    made = WaitingBar()
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    return made


def type_into(choice, qtbot, typed: str) -> None:
    choice.setEditText(typed)
    qtbot.keyClick(choice.lineEdit(), Qt.Key.Key_Return)


def test_it_asks_for_four_hours_at_first(bar):
    assert bar.asked == Asked(4 * _HOUR, 0.0)
    assert bar.length.currentText() == "Outage of 4 h"
    assert bar.comes.currentText() == "Message at its start"
    assert bar.backup_of(sender_of("exim")) is None


def test_what_is_typed_into_has_a_name(bar):
    assert bar.length.lineEdit().accessibleName() == bar.length.accessibleName() != ""
    assert bar.comes.lineEdit().accessibleName() == bar.comes.accessibleName() != ""


def test_a_length_is_chosen(bar, qtbot):
    bar.length.setCurrentIndex(0)
    with qtbot.waitSignal(bar.changed):
        bar.length.activated.emit(0)
    assert bar.asked.length == 300.0


@pytest.mark.parametrize(
    ("typed", "length", "words"),
    [
        ("90s", 90.0, "Outage of 1 min 30 s"),
        ("1d12h", 36 * _HOUR, "Outage of 1 d 12 h"),
        ("366d", 366 * 86400.0, "Outage of 366 d"),
    ],
)
def test_a_length_is_typed_and_then_told_in_words(bar, qtbot, typed, length, words):
    type_into(bar.length, qtbot, typed)
    assert bar.asked.length == length
    assert bar.length.currentText() == words
    qtbot.keyClick(bar.length.lineEdit(), Qt.Key.Key_Return)  # the words stand for themselves
    assert bar.asked.length == length
    assert bar.problem.isHidden()


@pytest.mark.parametrize("typed", ["0s", "-1h", "99999d", "two hours", "5"])
def test_an_absurd_length_is_told_and_changes_nothing(bar, qtbot, typed):
    type_into(bar.length, qtbot, typed)
    assert not bar.problem.isHidden()
    assert bar.problem.text()
    assert bar.asked.length == 4 * _HOUR
    type_into(bar.length, qtbot, "1h")
    assert bar.problem.isHidden()


@pytest.mark.parametrize(
    ("typed", "after", "words"),
    [
        ("30m", 1800.0, "Message 30 min later"),
        ("+30m", 1800.0, "Message 30 min later"),
        ("-2h", -2 * _HOUR, "Message 2 h before"),
        ("0", 0.0, "Message at its start"),
    ],
)
def test_when_the_message_comes_is_typed(bar, qtbot, typed, after, words):
    type_into(bar.comes, qtbot, typed)
    assert bar.asked.after == after
    assert bar.comes.currentText() == words


def test_the_backup_is_the_same_sender_or_another(bar):
    exim = sender_of("exim")
    bar.backup.setCurrentIndex(1)
    assert bar.backup_of(exim) is exim
    bar.backup.setCurrentIndex(bar.backup.findData("postfix"))
    assert bar.backup_of(exim) is sender_of("postfix")
    bar.offer_backup(wanted=False)
    assert bar.backup_of(exim) is None


def test_one_of_two_buttons_is_down(bar, qtbot):
    with qtbot.waitSignal(bar.turned) as told:
        qtbot.mouseClick(bar.table, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert (bar.lines.isChecked(), bar.table.isChecked()) == (False, True)
    qtbot.keyClick(bar.lines, Qt.Key.Key_Space)
    assert (bar.lines.isChecked(), bar.table.isChecked()) == (True, False)


def test_every_choice_has_a_name_and_says_what_can_be_typed(bar):
    for choice in (bar.length, bar.comes, bar.backup):
        assert choice.accessibleName()
        assert choice.toolTip()
    assert str(outage_words(60.0)) == "Outage of 1 min"
    assert str(comes_words(-60.0)) == "Message 1 min before"
