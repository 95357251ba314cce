"""The studio: a window in a state, colours and size, and all that can be seen of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from mxgui.ui.action import Do, Menu
from mxgui.ui.dock import Dock
from mxgui.ui.error_dialog import BugCatcher
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application
from mxgui.ui.scheme import Scheme
from mxgui.ui.settings.dialog import SettingsDialog
from mxgui.ui.settings.editors import LineEditor
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View

TURNS = 6  # of Qt's loop, in which panels find their places and pages are written
LONGEST = 20_000  # turns in which a panel works out what it shows
USUAL = (1440, 900)

Size = tuple[int, int]


class NothingOpened(LookupError):
    """An action that is to open something opened nothing."""


@dataclass(frozen=True, slots=True)
class Light:
    """In which colours and how large something is seen."""

    scheme: Scheme = Scheme.LIGHT
    size: Size = USUAL


@dataclass(frozen=True, slots=True)
class Set:
    """A window that shows something, and what it was told to show."""

    window: MainWindow
    theme: Theme
    shown: Shown
    light: Light


Take = Callable[[Set], QPixmap]


@contextmanager
def set_of(shown: Shown, light: Light) -> Iterator[Set]:
    """A window that shows this, until the block ends."""
    make_application()
    shown = replace(shown, scheme=light.scheme)
    theme = Theme()
    theme.choose(light.scheme)
    window = MainWindow(theme)
    window.resize(QSize(*light.size))
    window.draw(Shown(scheme=light.scheme))
    window.show()
    window.activateWindow()
    window.bar.take_focus()
    settle()
    window.draw(shown)
    settle()
    try:
        yield Set(window, theme, shown, light)
    finally:
        window.hide()
        window.deleteLater()
        settle()


def settle() -> None:
    """Let Qt place, write and paint whatever it has put off."""
    for _ in range(TURNS):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def finish(view: View) -> None:
    """Let a panel work out all that it shows."""
    for _ in range(LONGEST):
        if not view.at_work:
            break
        QApplication.processEvents()
    settle()


# ---------------------------------------------------------------------- what can be seen


def whole(made: Set) -> QPixmap:
    """The whole window."""
    return made.window.grab()


def headline(made: Set) -> QPixmap:
    """The headline alone."""
    assert made.window.frame.headline is not None
    return made.window.frame.headline.grab()


def bar(made: Set) -> QPixmap:
    """The domain bar alone."""
    return made.window.top.grab()


def graph_with_keyboard(made: Set) -> QPixmap:
    """The window while the keyboard is in the graph."""
    assert made.window.frame.graph is not None
    made.window.frame.graph.setFocus(Qt.FocusReason.ShortcutFocusReason)
    settle()
    return made.window.grab()


@dataclass(frozen=True, slots=True)
class InFront:
    """The window with one panel in front of the others, and the keyboard in it."""

    kind: type[View]

    def __call__(self, made: Set) -> QPixmap:
        """Take the picture."""
        dock = dock_of(made, self.kind)
        dock.go_to()
        settle()
        finish(dock.view)
        return made.window.grab()


@dataclass(frozen=True, slots=True)
class Alone:
    """A panel by itself, as large as if it were taken out of the window."""

    kind: type[View]
    size: Size
    do: Callable[[View], None] | None = None  # what is done with it before

    def __call__(self, made: Set) -> QPixmap:
        """Take the picture."""
        dock = dock_of(made, self.kind)
        dock.setFloating(True)
        dock.resize(QSize(*self.size))
        dock.go_to()
        settle()
        finish(dock.view)
        if self.do is not None:
            dock.view.setEnabled(True)  # which it is on a screen
            self.do(dock.view)
            finish(dock.view)
        return dock.grab()


@dataclass(frozen=True, slots=True)
class Opened:
    """A menu of the menu bar."""

    menu: Menu

    def __call__(self, made: Set) -> QPixmap:
        """Take the picture."""
        menu = made.window.menus[self.menu]
        menu.popup(QPoint(0, 0))
        settle()
        picture = menu.grab()
        menu.close()
        return picture


@dataclass(frozen=True, slots=True)
class Called:
    """What an action opens: a dialog, or something within the window."""

    do: Do

    def __call__(self, made: Set) -> QPixmap:
        """Take the picture; raises NothingOpened if there is nothing new to see."""
        before = _seen()
        made.window.actions_by_name[self.do].trigger()
        settle()
        new = [widget for widget in _seen() if widget not in before]
        if not new:
            raise NothingOpened(self.do.value)
        return _grab_first(new, made)


def resolvers(made: Set) -> QPixmap:
    """The dialog that asks whom to ask."""
    before = _seen()
    made.window.dialogs.open_resolvers(made.shown)
    settle()
    return _grab_first([widget for widget in _seen() if widget not in before], made)


def bad_setting(made: Set) -> QPixmap:
    """The settings with one that cannot be."""
    return _grab(made, _settings(made), bad=True)


def found(made: Set) -> QPixmap:
    """The settings that a search has found."""
    dialog = _settings(made)
    dialog.search.setText("proxy")
    return _grab(made, dialog, bad=False)


def _settings(made: Set) -> SettingsDialog:
    made.window.dialogs.open_settings(made.shown)
    settle()
    return made.window.findChildren(SettingsDialog)[-1]


def _grab(made: Set, dialog: SettingsDialog, *, bad: bool) -> QPixmap:
    if bad:
        editor = dialog.row("greeting_wait").editor
        assert isinstance(editor, LineEditor)
        editor.setText("2")
        dialog.findChildren(QDialogButtonBox)[0].accepted.emit()
    settle()
    return _grab_first([dialog], made)


def an_error(made: Set) -> QPixmap:
    """The dialog that tells of an error of the program."""
    before = _seen()
    catcher = BugCatcher(lambda: made.window)
    with redirect_stderr(io.StringIO()):
        catcher.tell(ZeroDivisionError("an error made for its picture"))
        settle()
    return _grab_first([widget for widget in _seen() if widget not in before], made)


def dock_of(made: Set, kind: type[View]) -> Dock:
    """The dock of a panel."""
    assert made.window.panels is not None
    return made.window.panels.docks[kind]


def _seen() -> list[QWidget]:
    return [widget for widget in QApplication.allWidgets() if widget.isVisible()]


def _grab_first(new: list[QWidget], made: Set) -> QPixmap:
    """A picture of the window that is new, or of ours if there is something new within it."""
    tops = [widget for widget in new if widget.isWindow()]
    picture = (tops[0] if tops else made.window).grab()
    for top in tops:
        top.close()
    return picture
