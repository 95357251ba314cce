"""The editor of a route: it begins with what is there, and wishes for what could be published."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from mxgui.report.report import report_of
from mxgui.ui.route_dialog import RouteDialog
from mxgui.ui.route_draft import Typed
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import PlanRoute
from tests.builders import an_inspection
from tests.planned import a_planned, mx_records
from tests.ui.showing import wishes_of

MX = "10 mx1.example.org, 20 mx2.example.org"
PUBLISHED = report_of(an_inspection(mx=MX))
PLANNED = report_of(a_planned("10 new.example.net", MX))


@pytest.fixture
def dialog(qtbot) -> RouteDialog:
    return opened(qtbot, PUBLISHED)


def opened(qtbot, result, latest=()) -> RouteDialog:
    made = RouteDialog(result, Theme(), latest)
    qtbot.addWidget(made)
    made.open()
    return made


def type_in(dialog: RouteDialog, words: str) -> None:
    editor = dialog.tree.viewport().findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes what was typed in the next turn


def test_it_begins_with_what_is_published_and_agreeing_changes_nothing(dialog):
    wishes = wishes_of(dialog)
    assert dialog.tree.draft.records == mx_records(MX)
    dialog.ok.click()
    assert not wishes
    assert not dialog.isVisible()


def test_it_begins_with_what_is_planned(qtbot):
    dialog = opened(qtbot, PLANNED)
    assert dialog.tree.draft.records == mx_records("10 new.example.net")
    assert dialog.windowTitle() == "Edit route: example.org"
    wishes = wishes_of(dialog)
    dialog.reset.click()
    assert dialog.tree.draft.records == mx_records(MX)
    dialog.ok.click()
    assert wishes == [PlanRoute(())]


def test_a_host_is_added_by_the_keyboard_alone(dialog):
    wishes = wishes_of(dialog)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Insert)
    type_in(dialog, "New.Example.NET.")
    dialog.ok.click()
    assert wishes == [PlanRoute((*mx_records(MX), *mx_records("10 new.example.net")))]


def test_a_host_is_removed_and_moved_by_the_keyboard_alone(dialog):
    wishes = wishes_of(dialog)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Insert)
    type_in(dialog, "new.example.net")
    QTest.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
    dialog.ok.click()
    [wish] = wishes
    assert set(wish.records) == set(mx_records("20 mx2.example.org, 20 new.example.net"))


def test_only_steps_that_lead_somewhere_are_offered(dialog):
    assert not dialog.up.isEnabled()
    assert dialog.down.isEnabled()
    dialog.down.click()
    assert dialog.up.isEnabled()
    assert [tier.preference for tier in dialog.tree.draft.tiers] == [20]
    dialog.up.click()
    assert [tier.preference for tier in dialog.tree.draft.tiers] == [10, 20]


def test_what_is_wrong_is_told_at_its_row_and_nothing_is_wished_for(dialog):
    wishes = wishes_of(dialog)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Insert)
    type_in(dialog, "192.0.2.1")
    assert "is an address" in dialog.problem.text()
    dialog.ok.click()
    assert not wishes
    assert dialog.isVisible()
    assert dialog.tree.draft.rows[-1] == Typed("10", "192.0.2.1")
    type_in(dialog, "mx3.example.org")  # it leads to the cell, which is open
    assert not dialog.problem.text()
    dialog.ok.click()
    assert len(wishes) == 1


def test_nothing_at_all_is_no_plan(dialog):
    wishes = wishes_of(dialog)
    for _ in range(2):
        dialog.remove.click()
    assert "null MX" in dialog.problem.text()
    dialog.ok.click()
    assert not wishes
    assert not dialog.remove.isEnabled()
    dialog.reset.click()
    assert dialog.tree.draft.records == mx_records(MX)


def test_what_was_planned_before_can_be_had_again(qtbot):
    latest = mx_records("5 other.example.net")
    dialog = opened(qtbot, PUBLISHED, latest)
    wishes = wishes_of(dialog)
    assert not dialog.again.isHidden()
    dialog.again.click()
    dialog.ok.click()
    assert wishes == [PlanRoute(latest)]
    assert opened(qtbot, PUBLISHED).again.isHidden()


def test_what_still_stands_in_an_open_cell_is_not_lost(dialog):
    wishes = wishes_of(dialog)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Insert)
    QTest.keyClicks(dialog.tree.viewport().findChildren(QLineEdit)[-1], "new.example.net")
    dialog.ok.click()
    assert wishes == [PlanRoute((*mx_records(MX), *mx_records("10 new.example.net")))]


def test_a_null_mx_is_planned_as_a_dot(dialog):
    wishes = wishes_of(dialog)
    dialog.remove.click()
    dialog.tree.begin_typing(0)
    type_in(dialog, ".")
    dialog.ok.click()
    assert wishes == [PlanRoute(mx_records("20 ."))]


def test_every_button_says_what_it_does(dialog):
    for button in (dialog.add, dialog.remove, dialog.up, dialog.down, dialog.reset):
        assert button.accessibleDescription()
