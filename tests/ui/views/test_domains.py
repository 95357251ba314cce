"""The list of domains."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from mxgui.model.text import text
from mxgui.report.grade import Grade
from mxgui.ui.domain_rows import DomainRow
from mxgui.ui.shown import Example, Opened, Shown, Stage
from mxgui.ui.table import RowsModel
from mxgui.ui.views.domains import DomainsView
from mxgui.ui.wishes import Inspect, Remove, Switch
from tests.ui.showing import wishes_of

ONE = Opened(1, "one.example", Stage.ENDED, Grade.GOOD, minutes=0)
TWO = Opened(2, "two.example", Stage.RUNNING, total=4, settled=1, minutes=0)
LONG = text("A sentence that is so long that it needs {n} lines in a list as narrow as this.", n=3)
SHOWN = Shown(
    opened=(ONE, TWO),
    current=2,
    examples=(Example("short.example", text("Short.")), Example("long.example", LONG)),
)


@pytest.fixture
def domains(theme, qtbot) -> DomainsView:
    made = DomainsView(theme)
    qtbot.addWidget(made)
    made.resize(210, 420)
    made.draw(SHOWN)
    made.show()
    return made


def click(qtbot, domains: DomainsView, at: int) -> None:
    index = domains.list.model().index(at, 0)
    place = domains.list.visualRect(index).center()
    qtbot.mouseClick(domains.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_domain_that_is_looked_at_is_marked(domains):
    assert domains.list.currentIndex().row() == 1
    domains.draw(replace(SHOWN, current=1))
    assert domains.list.currentIndex().row() == 0


def test_a_click_shows_an_open_domain_and_inspects_an_offered_one(domains, qtbot):
    wishes = wishes_of(domains)
    click(qtbot, domains, 0)
    assert set(wishes) == {Switch(1)}
    wishes.clear()
    click(qtbot, domains, 3)
    assert wishes == [Inspect("short.example")]


def test_moving_to_an_open_domain_shows_it_and_to_an_offered_one_asks_for_nothing(domains, qtbot):
    wishes = wishes_of(domains)
    qtbot.keyClick(domains.list, Qt.Key.Key_Up)
    assert wishes == [Switch(1)]
    wishes.clear()
    domains.list.setCurrentIndex(domains.list.model().index(3, 0))
    assert not wishes
    qtbot.keyClick(domains.list, Qt.Key.Key_Return)
    assert wishes == [Inspect("short.example")]


def test_delete_removes_an_open_domain_and_nothing_else(domains, qtbot):
    wishes = wishes_of(domains)
    qtbot.keyClick(domains.list, Qt.Key.Key_Delete)
    assert wishes == [Remove(2)]
    wishes.clear()
    domains.list.setCurrentIndex(domains.list.model().index(3, 0))
    qtbot.keyClick(domains.list, Qt.Key.Key_Delete)
    assert not wishes


def rows(domains: DomainsView) -> tuple[DomainRow, ...]:
    model = domains.list.model()
    assert isinstance(model, RowsModel)
    return model.rows


def names(domains: DomainsView) -> list[str]:
    return [row.name for row in rows(domains)]


def test_a_click_on_a_heading_folds_its_group_and_the_next_one_unfolds_it(domains, qtbot):
    wishes = wishes_of(domains)
    click(qtbot, domains, 2)
    assert names(domains) == ["one.example", "two.example", "In the demo network"]
    assert domains.list.currentIndex().row() == 2
    click(qtbot, domains, 2)
    assert names(domains)[3:] == ["short.example", "long.example"]
    assert not wishes


def test_keys_fold_and_unfold_a_group(domains, qtbot):
    domains.list.setCurrentIndex(domains.list.model().index(2, 0))
    for key, many in (
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Return, 3),
        (Qt.Key.Key_Space, 5),
    ):
        qtbot.keyClick(domains.list, key)
        assert len(names(domains)) == many


GROUPED = Shown(
    examples=(
        Example("one.example", text("A backup that refuses."), text("Routes")),
        Example("two.example", text("Expired."), text("TLS")),
        Example("three.example", text("Self-signed."), text("TLS")),
    )
)


def test_at_first_all_groups_are_seen_and_none_is_unfolded(domains):
    domains.draw(Shown())
    assert not domains.search.isVisible()
    domains.draw(GROUPED)
    assert names(domains) == ["Routes", "TLS"]
    assert [row.count for row in rows(domains)] == [1, 2]


def test_what_is_typed_in_the_list_finds_offered_domains(domains, qtbot):
    domains.draw(GROUPED)
    wishes = wishes_of(domains)
    qtbot.keyClick(domains.list, "e")
    assert domains.search.text() == "e"
    domains.search.setText("tls self")
    assert names(domains) == ["TLS", "three.example"]
    qtbot.keyClick(domains.search, Qt.Key.Key_Return)
    assert wishes == [Inspect("three.example")]
    assert domains.search.text() == ""
    assert names(domains) == ["Routes", "TLS"]


def test_words_that_change_keep_the_place_in_the_list(domains):
    domains.list.setCurrentIndex(domains.list.model().index(3, 0))
    running = replace(SHOWN, opened=(ONE, replace(TWO, settled=3)))
    domains.draw(running)
    assert domains.list.currentIndex().row() == 3
    assert "Running, 3 of 4" in str(domains.list.model().rows[1].state)


def test_the_model_is_one_that_qt_can_trust(domains, qtmodeltester):
    qtmodeltester.check(domains.list.model())


def menu_of(domains: DomainsView, at: int) -> QMenu:
    """The menu that a right click on a row opens."""
    index = domains.list.model().index(at, 0)
    place = domains.list.visualRect(index).center()
    by_mouse = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(by_mouse, place, domains.list.viewport().mapToGlobal(place))
    domains.list.contextMenuEvent(event)
    return domains.findChildren(QMenu)[-1]


def test_a_menu_is_about_the_row_on_which_it_was_asked_for(domains):
    domains.list.addAction("Remove")
    wishes = wishes_of(domains)
    menu = menu_of(domains, 0)
    assert [action.text() for action in menu.actions()] == ["Remove"]
    assert wishes == [Switch(1)]  # so that what is done is done to it
    wishes.clear()
    menu = menu_of(domains, 3)
    assert [action.text() for action in menu.actions()] == ["Inspect short.example"]
    menu.actions()[0].trigger()
    assert wishes == [Inspect("short.example")]


def test_a_second_click_of_a_double_click_takes_no_other_row(domains, qtbot):
    wishes = wishes_of(domains)
    index = domains.list.model().index(3, 0)
    place = domains.list.visualRect(index).center()
    qtbot.mouseDClick(domains.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not wishes
