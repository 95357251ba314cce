"""The line of a what-if: where it starts, who sees, how parts fail, and what is typed."""

import pytest
from PySide6.QtCore import Qt

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What
from mxgui.ui.shown import Shown
from mxgui.ui.what_if_bar import NARROW, NARROWEST, WhatIfBar
from mxgui.ui.wishes import SeeAs, StartFrom, SupposeNothing, SwitchOff, UndoSupposing
from tests.ui.showing import a_shown, wishes_of
from tests.ui.supposing import A, a_supposed


@pytest.fixture
def bar(qtbot) -> WhatIfBar:
    made = WhatIfBar()
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    return made


def test_it_shows_what_is_supposed(bar):
    bar.draw(a_supposed("ipv6", own=A, as_probed=True))
    assert bar.start.currentText() == "As probed just now"
    assert bar.own.currentText() == f"Seen by {A}"
    assert bar.undo.isEnabled()
    bar.draw(a_shown())
    assert bar.start.currentText() == "As the records say"
    assert bar.own.currentText() == "Seen from outside"
    assert not bar.undo.isEnabled()
    assert not bar.reset.isEnabled()


def test_every_choice_is_a_wish(bar):
    bar.draw(a_supposed("ipv6"))
    wishes = wishes_of(bar)
    bar.start.activated.emit(1)
    bar.own.activated.emit(2)
    bar.own.activated.emit(0)
    bar.undo.click()
    bar.reset.click()
    assert wishes == [
        StartFrom(True),
        SeeAs("b.example.org"),
        SeeAs(""),
        UndoSupposing(),
        SupposeNothing(),
    ]


def test_parts_are_silent_unless_another_manner_is_chosen(bar, qtbot):
    assert bar.how.value == "silent"
    bar.manner.setCurrentIndex(bar.manner.findData(Behaviour.REJECTS))
    with qtbot.waitSignal(bar.manner_changed):
        bar.manner.activated.emit(3)
    assert bar.how.value == "554"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (f"{A}:silent", Off(What.HOST, A, Behaviour.SILENT)),
        ("ipv6", Off(What.FAMILY, "ipv6", Behaviour.REFUSED)),
        ("192.0.2.0/24:421", Off(What.PREFIX, "192.0.2.0/24", Behaviour.DEFERS)),
    ],
)
def test_what_is_typed_as_on_the_command_line_goes_off(bar, qtbot, typed, wanted):
    bar.draw(a_shown())
    wishes = wishes_of(bar)
    bar.field.setText(typed)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert wishes == [SwitchOff(wanted)]
    assert bar.field.text() == ""


@pytest.mark.parametrize("typed", ["a.example.org:asleep", "other.example.org", "192.0.2.0/99"])
def test_what_cannot_be_switched_off_is_answered_with_a_sentence(bar, qtbot, typed):
    bar.draw(a_shown())
    wishes = wishes_of(bar)
    bar.field.setText(typed)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert wishes == []
    assert bar.problem.isVisible()
    assert bar.problem.text() == bar.field.accessibleDescription()
    assert bar.problem.text().endswith(".")
    qtbot.keyClick(bar.field, Qt.Key.Key_Backspace)
    assert not bar.problem.isVisible()


def test_without_a_result_there_is_nothing_to_suppose(bar, qtbot):
    bar.draw(Shown())
    assert not bar.field.isEnabled()
    wishes = wishes_of(bar)
    bar.field.setText("ipv6")
    bar.field.returnPressed.emit()
    assert wishes == []


def test_it_breaks_into_lines_where_there_is_little_room(bar):
    for width, lines in ((NARROW + 20, 1), (NARROW - 20, 2), (NARROWEST - 20, 4)):
        bar.resize(width, 160)
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        parts = (bar.start, bar.own, bar.manner, bar.field)
        tops = {part.mapTo(bar, part.rect().center()).y() // 8 for part in parts}
        assert len(tops) == lines
