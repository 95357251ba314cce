"""One panel: drawn while it is seen, called by its title, taken out and put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QToolButton

from mxgui.model.text import text
from mxgui.ui.dock import Dock
from mxgui.ui.shown import Shown
from mxgui.ui.view import View


class Counted(View):
    """A view that counts how often it is drawn."""

    title = text("Counted")
    drawn = 0

    def draw(self, shown: Shown) -> None:
        """Count."""
        self.drawn += 1


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.fixture
def dock(theme, window) -> Dock:
    made = Dock(Counted, theme, "counted")
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    return made


def test_what_is_hidden_is_not_drawn_until_it_is_seen(dock):
    dock.draw(Shown())
    assert dock.view.drawn == 1
    dock.hide()
    for _ in range(5):
        dock.draw(Shown(now=1.0))
    assert dock.view.drawn == 1
    dock.show()
    assert dock.view.drawn == 2


def test_a_view_is_made_when_it_is_seen_first_and_then_shows_what_was_kept(theme, window):
    dock = Dock(Counted, theme, "counted")
    dock.hide()
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.draw(Shown())
    assert dock.widget() is None
    dock.show()
    view = dock.widget()
    assert isinstance(view, Counted)
    assert view is dock.view
    assert view.drawn == 1


def test_what_a_view_wishes_leaves_by_its_dock(dock):
    heard: list[object] = []
    dock.wished.connect(heard.append)
    dock.view.wished.emit("wish")
    assert heard == ["wish"]


def test_its_title_is_told_once_where_it_has_a_tab(dock):
    dock.show_title(wanted=True)
    assert dock.findChildren(QToolButton)[0].isVisible()
    dock.show_title(wanted=False)
    assert not any(button.isVisible() for button in dock.findChildren(QToolButton))
    dock.call(text("Counted  {n}", n=3))
    assert dock.windowTitle() == "Counted  3"


def test_its_buttons_take_it_out_and_put_it_away(dock):
    dock.show_title(wanted=True)
    out, away = dock.findChildren(QToolButton)
    out.click()
    assert dock.isFloating()
    out.click()
    assert not dock.isFloating()
    away.click()
    assert dock.isHidden()
    assert all(button.accessibleName() for button in (out, away))


def test_going_to_it_shows_it_and_gives_it_the_keyboard(dock, qtbot, window):
    dock.hide()
    dock.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.activateWindow()
    dock.go_to()
    qtbot.waitUntil(dock.view.hasFocus)
