"""The panel of name servers: a sentence and a button, then the grid."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.ui.shown import Shown
from mxgui.ui.table import Role
from mxgui.ui.views.servers import ServersView
from mxgui.ui.wishes import AskServers
from tests.authorities import NS1, NS2, a_server, asked
from tests.builders import an_inspection
from tests.ui.showing import a_shown, wishes_of

KNOWN = asked(a_server(NS1), a_server(NS2, "ns2.example.org", mx="20 other.example"))


@pytest.fixture
def view(theme, qtbot) -> ServersView:
    made = ServersView(theme)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


def test_before_they_are_asked_there_is_a_sentence_and_a_button(view, qtbot):
    view.draw(a_shown())
    assert "Asking each of them" in view.about.text()
    assert view.ask.text() == "Ask the name servers"
    wishes = wishes_of(view)
    qtbot.keyClick(view.ask, Qt.Key.Key_Space)
    assert wishes == [AskServers()]


def test_while_work_is_under_way_the_button_says_why_it_waits(view):
    view.draw(a_shown(busy=True))
    assert not view.ask.isEnabled()
    assert "Wait until" in view.ask.accessibleDescription()


def test_an_address_has_no_servers_to_ask(view):
    view.draw(a_shown(an_inspection("[192.0.2.7]")))
    assert not view.ask.isEnabled()
    assert "no name servers" in view.ask.toolTip()


def test_the_grid_is_read_out_with_its_marks(view):
    view.draw(a_shown(KNOWN))
    model = view.tree.model()
    zone = model.index(0, 0)
    row = model.index(0, 2, zone)
    assert model.data(row, Role.AccessibleTextRole) == "Good: has authority"
    assert view.tree.accessibleName() == "Name servers"
    assert view.tree.isExpanded(zone)
    assert view.ask.text() == "Ask again"


def test_space_unfolds_a_server_to_all_of_its_answers(view, qtbot):
    view.draw(a_shown(KNOWN))
    model = view.tree.model()
    place = model.index(0, 0, model.index(0, 0))
    view.tree.setCurrentIndex(place)
    qtbot.keyClick(view.tree, Qt.Key.Key_Space)
    assert view.tree.isExpanded(place)
    assert model.rowCount(place) == 2


@pytest.mark.parametrize(("wide", "hidden"), [(1000, []), (700, [5, 6]), (400, [4, 5, 6])])
def test_columns_give_way_where_there_is_little_room(view, wide, hidden):
    view.resize(wide, 300)
    view.draw(a_shown(KNOWN))
    assert [at for at in range(7) if view.tree.isColumnHidden(at)] == hidden


def test_without_a_result_it_is_empty_again(view):
    view.draw(a_shown(KNOWN))
    view.draw(Shown())
    assert view.tree.model().rowCount() == 0
    assert not view.ask.isEnabled()


def test_drawing_the_same_twice_changes_nothing(view):
    shown = a_shown(KNOWN)
    view.draw(shown)
    before = view.tree.model().branches
    view.draw(replace(shown, now=3.0))
    assert view.tree.model().branches is before
