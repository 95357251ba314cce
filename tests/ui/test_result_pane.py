"""The views of a result, wide or narrow."""

import pytest

from mxgui.ui.result_pane import DETAILS, ResultPane
from mxgui.ui.wishes import Choose
from tests.ui.showing import a_shown, wishes_of


@pytest.fixture
def pane(theme, qtbot) -> ResultPane:
    made = ResultPane(theme)
    qtbot.addWidget(made)
    made.resize(1440, 800)
    made.show()
    made.draw(a_shown())
    return made


def titles(pane: ResultPane) -> list[str]:
    return [pane.tabs.tabText(at) for at in range(pane.tabs.count())]


def test_everything_about_a_result_is_seen(pane):
    for view in (pane.graph, pane.headline, pane.details, pane.tabs):
        assert view.isVisible()
    assert pane.details.width() == DETAILS


def test_the_tab_of_findings_counts_them(pane):
    shown = a_shown()
    assert shown.result is not None
    assert titles(pane)[:2] == [f"Findings  {len(shown.result.findings)}", "Try order"]


def test_in_a_narrow_window_the_details_are_the_first_tab(pane):
    pane.resize(1024, 500)
    assert titles(pane)[0] == "Details"
    assert pane.details.isVisible()
    pane.resize(1440, 800)
    assert "Details" not in titles(pane)
    assert pane.details.isVisible()


def test_a_narrow_window_has_room_for_the_graph(pane, qtbot):
    pane.resize(1024, 500)
    assert pane.graph.height() >= 200
    qtbot.waitUntil(lambda: not pane.graph.canvas.horizontalScrollBar().isVisible())


def test_in_a_narrow_window_a_choice_uncovers_its_details(pane):
    pane.resize(1024, 500)
    pane.show_try_order()
    wishes = wishes_of(pane)
    pane.graph.canvas.chosen.emit("host 0")
    assert pane.tabs.currentWidget() is pane.details
    assert wishes == [Choose("host 0")]


def test_every_panel_can_be_gone_to(pane, qtbot):
    pane.activateWindow()
    for go, focused in (
        (pane.show_graph, pane.graph.canvas),
        (pane.show_details, pane.details.page),
    ):
        go()
        qtbot.waitUntil(focused.hasFocus)
    pane.show_try_order()
    assert titles(pane)[pane.tabs.currentIndex()] == "Try order"
    pane.show_findings()
    assert titles(pane)[pane.tabs.currentIndex()].startswith("Findings")
