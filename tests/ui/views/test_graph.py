"""The graph view: its canvas, its scale, and what a screen reader hears of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mxgui.ui.shown import Shown
from mxgui.ui.views.graph import GraphView
from mxgui.ui.wishes import Choose
from tests.ui.showing import a_result, a_shown, key_of, wishes_of


@pytest.fixture
def graph(theme, qtbot) -> GraphView:
    made = GraphView(theme)
    qtbot.addWidget(made)
    qtbot.addWidget(made.buttons)
    made.resize(1200, 600)
    made.show()
    return made


def test_walking_wishes_for_the_next_part(graph, qtbot):
    graph.draw(a_shown())
    wishes = wishes_of(graph)
    qtbot.keyClick(graph.canvas, Qt.Key.Key_Right)
    assert wishes == [Choose("tier 10")]


def test_a_screen_reader_hears_the_chosen_part(graph):
    graph.draw(a_shown(chosen=key_of(a_result(), "192.0.2.2")))
    assert graph.canvas.accessibleDescription().startswith("Address 192.0.2.2 of b.example.org")


def test_the_buttons_change_the_scale_and_tell_it(graph):
    graph.draw(a_shown())
    smaller, whole, larger, fit = graph.buttons.findChildren(QToolButton)
    smaller.click()
    assert whole.text() == "87 %"
    larger.click()
    assert whole.text() == "100 %"
    smaller.click()
    whole.click()
    assert whole.text() == "100 %"
    fit.click()
    assert all(button.accessibleName() for button in (smaller, whole, larger, fit))


def test_without_a_result_the_canvas_is_empty(graph):
    graph.draw(a_shown())
    graph.draw(Shown())
    assert graph.canvas.diagram is None
