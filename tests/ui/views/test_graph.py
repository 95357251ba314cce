"""The graph view: its canvas, its scale, and what a screen reader hears of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from mxgui.ui.shown import Opened, Shown, Stage
from mxgui.ui.views.graph import GraphView
from mxgui.ui.wishes import Choose, Fold
from tests.ui.showing import a_result, a_running, a_shown, key_of, wishes_of


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


def test_folding_a_lane_is_wished_for(graph, qtbot):
    graph.draw(a_shown(chosen="tier 20"))
    wishes = wishes_of(graph)
    qtbot.keyClick(graph.canvas, Qt.Key.Key_Space)
    assert wishes == [Fold("tier 20", True)]


def test_a_screen_reader_hears_news_of_the_chosen_part_once(graph):
    graph.draw(a_shown(a_running(), chosen=key_of(a_result(), "192.0.2.1")))
    assert graph.canvas.accessibleDescription().endswith("waiting for the greeting")
    ended = a_shown(chosen=key_of(a_result(), "192.0.2.1"))
    graph.draw(ended)
    told = graph.canvas.accessibleDescription()
    assert told.endswith("220 · 60 ms")
    graph.canvas.setAccessibleDescription("")
    graph.draw(ended)
    assert graph.canvas.accessibleDescription() == ""  # the same again is not told again


def test_without_motion_bars_grow_once_in_a_second(graph):
    shown = a_shown(a_running(), still=True, now=12.0)
    graph.draw(shown)
    before = graph.canvas.viewport().grab().toImage()
    graph.draw(replace(shown, now=12.9))
    assert graph.canvas.viewport().grab().toImage() == before
    graph.draw(replace(shown, now=13.1))
    assert graph.canvas.viewport().grab().toImage() != before


def test_the_picture_can_be_had_whole_and_copied(graph):
    assert graph.picture().isNull()
    assert graph.svg() == b""
    graph.copy_picture()
    shown = a_shown()
    graph.draw(shown)
    graph.copy_picture()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.image().width() == graph.picture().width() > graph.width()
    assert bytes(clipboard.mimeData().data("image/svg+xml").data()) == graph.svg()


def test_the_help_names_its_keys():
    words = str(GraphView.help)
    for key in ("Right", "Left", "Up", "Down", "Home", "End", "Space", "Enter", "Letters", "Ctrl"):
        assert key in words


def test_who_comes_back_to_a_domain_sees_what_was_seen_of_it(theme, qtbot):
    graph = GraphView(theme)
    qtbot.addWidget(graph)
    graph.resize(500, 150)
    graph.show()
    opened = (Opened(1, "one.example", Stage.ENDED), Opened(2, "two.example", Stage.ENDED))
    first, second = a_shown(opened=opened, current=1), a_shown(opened=opened, current=2)
    graph.draw(first)
    graph.canvas.zoom_whole()
    graph.canvas.verticalScrollBar().setValue(60)
    left = graph.canvas.outlook
    graph.draw(second)
    graph.canvas.zoom_out()
    graph.canvas.verticalScrollBar().setValue(0)
    graph.draw(first)
    assert graph.canvas.factor == left.factor == 1.0
    assert abs(graph.canvas.outlook.middle.y() - left.middle.y()) < 2


def test_bare_keys_scale_the_graph(theme, qtbot):
    graph = GraphView(theme)
    qtbot.addWidget(graph)
    graph.draw(a_shown())
    graph.show()
    graph.activateWindow()
    graph.canvas.setFocus()
    qtbot.waitUntil(graph.canvas.hasFocus)
    graph.canvas.zoom_whole()
    qtbot.keyClick(graph.canvas, Qt.Key.Key_Minus)
    assert graph.canvas.factor < 1.0
    qtbot.keyClick(graph.canvas, Qt.Key.Key_0)
    assert graph.canvas.factor == 1.0
