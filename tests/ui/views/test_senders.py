"""The panel of senders side by side is filled piece by piece, and offers to send as one of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.ui.shown import Shown
from mxgui.ui.table import Role
from mxgui.ui.views.senders import SendersView
from mxgui.ui.wishes import SendAs
from tests.builders import an_inspection
from tests.ui.showing import a_running, a_shown, wishes_of

MIXED = an_inspection(mx="0 ., 10 a.example.org")


@pytest.fixture
def view(theme, qtbot) -> SendersView:
    made = SendersView(theme)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    return made


def drawn(view: SendersView, qtbot, shown: Shown) -> None:
    view.draw(shown)
    qtbot.waitUntil(lambda: not view.at_work)


def rows_of(view: SendersView) -> list[str]:
    model = view.tree.model()
    top = [model.index(at, 0) for at in range(model.rowCount())]
    below = [model.index(at, 0, each) for each in top for at in range(model.rowCount(each))]
    return [str(index.data()) for index in (*top, *below)]


def test_it_begins_in_a_later_turn_and_is_whole_in_the_end(view, qtbot):
    view.draw(a_shown(MIXED))
    assert view.at_work
    assert rows_of(view) == []
    qtbot.waitUntil(lambda: not view.at_work)
    for sender in SENDERS:
        assert sender.title in rows_of(view)
    assert view.about.text() == "4 do otherwise than RFC 5321."


def test_while_the_inspection_runs_nothing_is_compared(view):
    view.draw(a_shown(a_running()))
    assert not view.at_work
    assert "once the inspection has ended" in str(view.tree.empty_words)
    view.draw(Shown())
    assert view.about.text() == ""


def test_a_difference_is_read_out_with_its_word(view, qtbot):
    drawn(view, qtbot, a_shown(MIXED))
    model = view.tree.model()
    place = model.index_of("postfix").siblingAtColumn(4)
    assert model.data(place, Role.AccessibleTextRole) == "Differs: bounces"
    assert view.tree.accessibleName() == "Senders side by side"
    assert view.basis.accessibleName() == "What the comparison rests on"


def test_the_sender_of_a_row_is_offered_and_wished_by_button_key_and_menu(view, qtbot):
    drawn(view, qtbot, a_shown(MIXED))
    assert not view.send_as.isEnabled()
    wishes = wishes_of(view)
    view.tree.setCurrentIndex(view.tree.model().index_of("maddy"))
    assert view.send_as.text() == "Send as maddy"
    qtbot.mouseClick(view.send_as, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    view.send_action.trigger()
    assert wishes == [SendAs("maddy")] * 3


def test_a_paragraph_stands_for_its_sender_and_a_heading_for_none(view, qtbot):
    drawn(view, qtbot, a_shown(MIXED))
    model = view.tree.model()
    place = model.index_of("postfix")
    view.tree.setCurrentIndex(place)
    qtbot.keyClick(view.tree, Qt.Key.Key_Space)
    assert view.tree.isExpanded(place)
    view.tree.setCurrentIndex(model.index(0, 0, place))
    assert view.send_as.text() == "Send as Postfix"
    view.tree.setCurrentIndex(model.index_of("differ"))
    assert not view.send_as.isEnabled()


def test_the_sender_in_use_is_not_offered(view, qtbot):
    drawn(view, qtbot, a_shown(MIXED))
    wishes = wishes_of(view)
    view.tree.setCurrentIndex(view.tree.model().index_of("rfc5321"))
    assert not view.send_as.isEnabled()
    assert "already" in view.send_as.accessibleDescription()
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert wishes == []


def test_it_can_rest_on_what_was_probed(view, qtbot):
    drawn(view, qtbot, a_shown(MIXED))
    view.basis.setCurrentIndex(1)
    view.basis.activated.emit(1)
    assert view.at_work
    qtbot.waitUntil(lambda: not view.at_work)


def test_a_what_if_is_what_it_rests_on_until_it_is_taken_back(view, qtbot):
    shown = a_shown(an_inspection(mx="10 a, 20 b"))
    off = WhatIf((Off(What.TIER, "10"),))
    drawn(view, qtbot, replace(shown, what_if=off))
    assert view.basis.currentText() == "As supposed in the what-if"
    model = view.tree.model()
    assert model.index(0, 1).data() == "a"
    assert model.index(0, 2).data() == "2"
    drawn(view, qtbot, shown)
    assert view.basis.currentText() == "As the records say"
    assert view.basis.count() == 2
    assert model.index(0, 2).data() == "1"


@pytest.mark.parametrize(("wide", "hidden"), [(1100, []), (800, [2, 3, 5]), (400, [1, 2, 3, 5])])
def test_columns_give_way_where_there_is_little_room(view, wide, hidden):
    view.resize(wide, 300)
    assert [at for at in range(7) if view.tree.isColumnHidden(at)] == hidden
