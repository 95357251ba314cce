"""Every control of the window, whichever there are: its name, its role, and its turn with Tab.

Nothing here knows the parts of the window, but for what is allowed to be otherwise.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from mxgui.ui.main_window import MainWindow
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from tests.ui.windows import FULL, STATES, end

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.CheckBox,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.List,
    ROLE.ListItem,
    ROLE.MenuItem,
    ROLE.PageTab,
    ROLE.PageTabList,
    ROLE.ProgressBar,
    ROLE.RadioButton,
    ROLE.Slider,
    ROLE.SpinBox,
    ROLE.Table,
    ROLE.Tree,
}
# What may have the keyboard: controls, text to be copied, and cells and tabs through their views
FOCUSABLE = CONTROLS | {ROLE.StaticText, ROLE.Cell, ROLE.TreeItem, ROLE.Client, ROLE.ScrollBar}
EMPTY = {ROLE.Cell, ROLE.TreeItem, ROLE.StaticText}  # may have nothing to say
MOST_STOPS = 80


@pytest.fixture
def window(theme: Theme, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(theme)
    made.draw(Shown())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    end(made)


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What can be reached below an interface, but for what is hidden."""
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from below(child)


def told(interface: QAccessibleInterface) -> str:
    """What it is, and where to look for it."""
    asked = interface.object()
    widget: QObject | None = asked
    while widget is not None and not widget.objectName():
        widget = widget.parent()
    kind = type(asked).__name__ if asked is not None else "a part"
    return f"{interface.role().name} {name_of(interface)!r}: {kind} in {widget}"


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def everything(window: MainWindow, shown: Shown) -> list[QAccessibleInterface]:
    """All that can be reached, with one tab after another in front."""
    window.draw(shown)
    window.resize(1440, 900)
    QApplication.processEvents()
    return [
        each
        for _ in in_turn(window)
        for each in below(QAccessible.queryAccessibleInterface(window))
    ]


def in_turn(window: MainWindow) -> Iterator[None]:
    """The window as it is, and then with one tab after another in front."""
    yield
    for tabs in window.findChildren(QTabBar):
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            QApplication.processEvents()
            yield


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name(window, state):
    nameless = [
        told(each)
        for each in everything(window, STATES[state])
        if (each.role() in CONTROLS or each.state().focusable)
        and each.role() not in EMPTY
        and not is_only_a_frame(each)
        and not name_of(each).strip()
    ]
    assert not nameless


@pytest.mark.parametrize("state", STATES)
def test_whatever_takes_the_keyboard_has_a_role_that_says_what_it_is(window, state):
    strange = [
        told(each)
        for each in everything(window, STATES[state])
        if each.state().focusable and each.role() not in FOCUSABLE and not is_only_a_frame(each)
    ]
    assert not strange


@pytest.mark.parametrize("state", STATES)
def test_no_name_holds_markup_or_the_mark_of_a_key(window, state):
    marked = [
        told(each)
        for each in everything(window, STATES[state])
        if set(name_of(each)) & set("&<>") or "\n" in name_of(each)
    ]
    assert not marked


def is_only_a_frame(interface: QAccessibleInterface) -> bool:
    """Whether it hands the keyboard on to what is inside, as a view does to its table."""
    widget = interface.object()
    return isinstance(widget, QWidget) and widget.focusProxy() is not None


# ------------------------------------------------------------------ Tab


def stops(window: MainWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab leads, until it comes back to where it began."""
    window.bar.take_focus()
    visited: list[QWidget] = []
    while len(visited) < MOST_STOPS:
        here = QApplication.focusWidget()
        assert here is not None, f"the keyboard is nowhere after {visited[-1:]}"
        if here in visited:
            break
        visited.append(here)
        QTest.keyClick(here, key)
    assert QApplication.focusWidget() is visited[0], f"Tab does not come round: {visited}"
    return visited


def place_of(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def goes_back(one: QRect, other: QRect) -> bool:
    """Whether the other is left of it in the same row, or above it in the same column."""
    shared = one.intersected(QRect(one.left(), other.top(), 1, other.height())).height()
    same_row = shared * 2 > max(one.height(), other.height())
    shared = one.intersected(QRect(other.left(), one.top(), other.width(), 1)).width()
    same_column = shared * 2 > min(one.width(), other.width())
    return (same_row and other.right() <= one.left()) or (
        same_column and other.bottom() <= one.top()
    )


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)])
@pytest.mark.parametrize("state", STATES)
def test_tab_follows_the_order_of_reading_and_comes_round(window, state, size):
    window.draw(STATES[state])
    window.resize(*size)
    QApplication.processEvents()
    for _ in in_turn(window):
        visited = stops(window)
        places = [place_of(each, window) for each in visited]
        back = [
            f"{visited[at]} {places[at]} -> {visited[at + 1]} {places[at + 1]}"
            for at in range(len(visited) - 1)
            if goes_back(places[at], places[at + 1])
        ]
        assert not back


def test_tab_backwards_goes_the_same_way_back(window):
    window.draw(FULL)
    QApplication.processEvents()
    forward, backward = stops(window), stops(window, Qt.Key.Key_Backtab)
    assert backward == [forward[0], *reversed(forward[1:])]


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_everything_that_a_click_can_change(window, state):
    window.draw(STATES[state])
    QApplication.processEvents()
    for _ in in_turn(window):
        visited = stops(window)
        missed = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and widget not in visited
        ]
        assert not missed, [str(each.parentWidget()) for each in missed]


def test_whatever_takes_the_keyboard_shows_it(window):
    """The picture of each differs with the keyboard upon it, in every scheme."""
    window.draw(FULL)
    QApplication.processEvents()
    for scheme in set(Scheme) - {Scheme.SYSTEM}:
        window.draw(replace(FULL, scheme=scheme))
        for _ in in_turn(window):
            for widget in stops(window):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                with_it = widget.grab().toImage()
                widget.clearFocus()
                assert widget.grab().toImage() != with_it, f"{widget} in {scheme}"
