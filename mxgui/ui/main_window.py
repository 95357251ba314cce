"""The window: menus and keys around the frame, joined to the session by one signal.

What it may need later is imported later: the window is to be seen first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from mxgui.model.text import Text, text
from mxgui.ui.actions import ACTIONS, Do, Menu, connect, give_to_graph, made_actions
from mxgui.ui.frame import Frame
from mxgui.ui.menus import ModeMenu, ResolverMenu, SchemeMenu
from mxgui.ui.shown import Shown
from mxgui.ui.style import sheet_of
from mxgui.ui.theme import Theme, palette_of
from mxgui.ui.wishes import Close, ProbeAgain, Stop
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.ui.dialogs import Dialogs
    from mxgui.ui.result_pane import ResultPane

WIDE, HIGH = 1440, 900  # pixels, if the screen has them
LEAST_WIDE, LEAST_HIGH = 760, 480


class MainWindow(QMainWindow):
    """Draws what is shown; whatever the user wants leaves by `wished`."""

    wished = Signal(object)
    painted = Signal()  # the first picture is on the screen

    def __init__(self, theme: Theme) -> None:
        """Place everything; nothing is shown yet."""
        super().__init__()
        self._theme = theme
        self._shown = Shown()
        self._dialogs: Dialogs | None = None
        self._was_painted = False
        self.modes = ModeMenu(self)
        self.resolvers = ResolverMenu(self)
        self.schemes = SchemeMenu(self)
        self.frame = Frame(theme, self.modes, self.resolvers)
        self.actions_by_name = made_actions(self)
        self._connect()
        self.setCentralWidget(self.frame)
        self.statusBar().addWidget(self.frame.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._fill_menus()
        self._colour()
        self.setMinimumSize(LEAST_WIDE, LEAST_HIGH)
        self.resize(self._first_size())

    def _connect(self) -> None:
        for speaker in (self.frame, self.modes, self.resolvers, self.schemes):
            speaker.wished.connect(self.wished)
        connect(self.actions_by_name, self._doings())
        self.frame.completed.connect(self._join_pane)
        self.frame.bar.save_asked.connect(self.actions_by_name[Do.SAVE].trigger)
        self.resolvers.other.connect(self._open_resolvers)
        self._theme.changed.connect(self._colour)

    def draw(self, shown: Shown) -> None:
        """Show this."""
        self._shown = shown
        self._theme.choose(shown.scheme)
        self.setWindowTitle(words_shown(title_of(shown)))
        for menu in (self.modes, self.resolvers, self.schemes):
            menu.draw(shown)
        self._enable(shown)
        self.frame.draw(shown)
        if self._dialogs is not None:
            self._dialogs.draw(shown)

    def _enable(self, shown: Shown) -> None:
        """Switch off what makes no sense now."""
        there_is = shown.result is not None
        for action in ACTIONS:
            if action.menu is Menu.VIEW or action.do is Do.SAVE:
                self.actions_by_name[action.do].setEnabled(there_is)
        self.actions_by_name[Do.STOP].setEnabled(shown.busy)
        self.actions_by_name[Do.AGAIN].setEnabled(there_is and not shown.busy)

    # ------------------------------------------------------------------ actions

    def _doings(self) -> dict[Do, Callable[[], object]]:
        return {
            Do.SAVE: self._open_save,
            Do.QUIT: self.close,
            Do.FIELD: self.frame.bar.take_focus,
            Do.INSPECT: self.frame.bar.enter,
            Do.STOP: self._stop,
            Do.AGAIN: self._again,
            Do.ABOUT: self._open_about,
        }

    def _join_pane(self) -> None:
        """Give the keys of the graph and the panels to the pane that has come."""
        if self.frame.pane is not None:
            connect(self.actions_by_name, _doings_of(self.frame.pane))
            give_to_graph(self.actions_by_name, self.frame.pane.graph.canvas)

    def _fill_menus(self) -> None:
        menus = {menu: self.menuBar().addMenu(words_shown(menu.words)) for menu in Menu}
        for action in ACTIONS:
            menus[action.menu].addAction(self.actions_by_name[action.do])
        for menu, choices in (
            (Menu.INSPECT, self.modes),
            (Menu.INSPECT, self.resolvers),
            (Menu.VIEW, self.schemes),
        ):
            _add_choices(menus[menu], choices)

    def _stop(self) -> None:
        self.wished.emit(Stop())

    def _again(self) -> None:
        self.wished.emit(ProbeAgain())

    # ------------------------------------------------------------------ dialogs

    @property
    def dialogs(self) -> Dialogs:
        """The dialogs, made when the first of them is opened."""
        if self._dialogs is None:
            from mxgui.ui.dialogs import Dialogs

            self._dialogs = Dialogs(self)
            self._dialogs.wished.connect(self.wished)
        return self._dialogs

    def _open_save(self) -> None:
        self.dialogs.open_save(self._shown)

    def _open_resolvers(self) -> None:
        self.dialogs.open_resolvers(self._shown)

    def _open_about(self) -> None:
        self.dialogs.open_about()

    # ------------------------------------------------------------------ Qt

    def event(self, event: QEvent) -> bool:
        """Tell when the window has been painted for the first time."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wish to end; the program hides the window, stops its work, and then is done."""
        event.ignore()
        self.wished.emit(Close())

    def _colour(self) -> None:
        tokens = self._theme.tokens
        QApplication.setPalette(palette_of(tokens))
        self.setStyleSheet(sheet_of(tokens))

    def _first_size(self) -> QSize:
        """As large as is good, or as the screen allows."""
        return QSize(WIDE, HIGH).boundedTo(self.screen().availableSize() * 0.95)


def _doings_of(pane: ResultPane) -> dict[Do, Callable[[], object]]:
    canvas = pane.graph.canvas
    return {
        Do.ZOOM_IN: canvas.zoom_in,
        Do.ZOOM_OUT: canvas.zoom_out,
        Do.ZOOM_WHOLE: canvas.zoom_whole,
        Do.FIT: canvas.fit,
        Do.GRAPH: pane.show_graph,
        Do.DETAILS: pane.show_details,
        Do.FINDINGS: pane.show_findings,
        Do.TRY_ORDER: pane.show_try_order,
    }


def _add_choices(menu: QMenu, choices: QMenu) -> None:
    menu.addSeparator()
    menu.addMenu(choices)


def title_of(shown: Shown) -> Text:
    """The domain and its verdict, so that the list of windows tells the news."""
    if shown.result is None:
        return text("mxgui")
    from mxgui.ui.looks import look_of

    domain = shown.result.inspection.entry.domain.unicode
    look = look_of(shown.result)
    return text("{domain}: {verdict} – mxgui", domain=domain, verdict=look.word)  # noqa: RUF001
