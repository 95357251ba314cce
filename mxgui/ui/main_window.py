"""The window: menus, toolbar and panels around the graph, joined to the session by one signal.

What it may need later is imported later: the window is to be seen first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QByteArray, QEvent, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from mxgui.ui.action import OF_DIALOGS, Do, Menu
from mxgui.ui.actions import ACTIONS, OPEN_A_GROUP
from mxgui.ui.domain_bar import DomainBar
from mxgui.ui.frame import Frame
from mxgui.ui.menus import ModeMenu, ResolverMenu, SchemeMenu, SenderMenu
from mxgui.ui.qt_actions import connect, enable, made_actions, utter
from mxgui.ui.shown import Shown
from mxgui.ui.status_line import StatusLine
from mxgui.ui.style import sheet_of
from mxgui.ui.theme import Theme, palette_of
from mxgui.ui.top import Top
from mxgui.ui.view import Explained
from mxgui.ui.what_if_menus import StartMenu, SwitchMenu
from mxgui.ui.window_title import title_of
from mxgui.ui.wishes import Close, KeepStill, OpenAll, OpenFiles, Remove, Switch
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.ui.dialogs import Dialogs
    from mxgui.ui.panels import Panels
    from mxgui.ui.views import GraphView

WIDE, HIGH = 1440, 900  # pixels, if the screen has them
LEAST_WIDE, LEAST_HIGH = 790, 480

Choice: TypeAlias = ModeMenu | SenderMenu | ResolverMenu | SchemeMenu | SwitchMenu | StartMenu


class MainWindow(QMainWindow):
    """Draws what is shown; whatever the user wants leaves by `wished`."""

    wished = Signal(object)
    painted = Signal()  # the first picture is on the screen

    def __init__(self, theme: Theme) -> None:
        """Place everything that an empty window has; nothing is shown yet."""
        super().__init__()
        self._theme = theme
        self._shown = Shown()
        self._dialogs: Dialogs | None = None
        self._was_painted = False
        self.modes = ModeMenu(self)
        self.senders = SenderMenu(self)
        self.resolvers = ResolverMenu(self)
        self.schemes = SchemeMenu(self)
        self.switches, self.starts = SwitchMenu(self), StartMenu(self)
        self.bar = DomainBar(theme, self.modes, self.senders, self.resolvers)
        self.top = Top(self.bar)
        self.frame = Frame(theme)
        self.status = StatusLine(theme)
        self.panels: Panels | None = None
        self.panel_actions: tuple[QAction, ...] = ()
        self._panel_menus: tuple[QMenu, ...] = ()
        self.actions_by_name = made_actions(self)
        self._connect()
        self.addToolBar(self.top)
        self.setCentralWidget(self.frame)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._fill_menus()
        self._colour()
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST_WIDE, LEAST_HIGH)
        self.resize(self._first_size())

    def _connect(self) -> None:
        for speaker in (self.top, self.frame, self.status, *self._choices()):
            speaker.wished.connect(self.wished)
        connect(self.actions_by_name, self._doings())
        utter(self.actions_by_name, self.wished)
        self.bar.what_if_asked.connect(self.actions_by_name[Do.WHAT_IF].trigger)
        self.bar.save_asked.connect(self.actions_by_name[Do.SAVE].trigger)
        self.resolvers.other.connect(self._open_resolvers)
        self.top.line.proxy_asked.connect(partial(self._open_for, Do.PROXY))
        self.frame.asked.connect(self._open_for)
        self.frame.start.field_asked.connect(self.bar.take_focus)
        self._theme.changed.connect(self._colour)

    def _choices(self) -> tuple[Choice, ...]:
        return self.modes, self.senders, self.resolvers, self.switches, self.starts, self.schemes

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show this."""
        self._shown = shown
        self._theme.choose(shown.scheme)
        self.setWindowTitle(words_shown(title_of(shown)))
        for menu in self._choices():
            menu.draw(shown)
        enable(self.actions_by_name, shown)
        self.actions_by_name[Do.STILL].setChecked(shown.still)
        self.actions_by_name[Do.MEASURED].setChecked(shown.measured)
        self.top.draw(shown)
        self.status.draw(shown)
        if shown.result is not None or shown.examples or shown.opened:
            self.complete()
        self.frame.draw(shown)
        if self.panels is not None:
            self.panels.draw(shown)
            self.complete().buttons.setVisible(shown.result is not None)
        if self._dialogs is not None:
            self._dialogs.draw(shown)

    def complete(self, layout: str = "") -> GraphView:
        """Make what shows results, if it is not there yet; it stands as that layout says."""
        if self.panels is not None:
            return self.frame.complete()
        from mxgui.ui.panel_actions import connect_panels, menu_of_panels
        from mxgui.ui.panels import Panels

        graph = self.frame.complete()
        self.panels = Panels(self, self._theme)
        self.panels.wished.connect(self.wished)
        self.panels.restore(layout)
        connect_panels(self.actions_by_name, graph, self.panels)
        graph.canvas.insertAction(self.actions_by_name[Do.SEE_AS], self.switches.menuAction())
        graph.switch.activated.connect(self.actions_by_name[Do.SWITCH].trigger)
        self.status.tell_copies()
        self.statusBar().addPermanentWidget(graph.buttons)
        panels = menu_of_panels(self.panels, self)
        self._panel_menus = (panels,)
        self.panel_actions = tuple(panels.actions())
        self.menus[Menu.VIEW].addMenu(panels)
        return graph

    # ------------------------------------------------------------------ actions

    def _doings(self) -> dict[Do, Callable[[], object]]:
        return {
            **{do: partial(self._open_for, do) for do in OF_DIALOGS},
            Do.REMOVE: self._remove,
            Do.CLOSE: self.close,
            Do.FIELD: self.bar.take_focus,
            Do.INSPECT: self.bar.enter,
            Do.NEXT: partial(self._step, 1),
            Do.PREVIOUS: partial(self._step, -1),
            Do.SWITCH: self.switches.toggle,
            Do.SEE_AS: self.switches.see_as_chosen,
            Do.MEASURED: self.switches.show_measured,
            Do.STILL: self._keep_still,
            Do.KEYS: self._open_keys,
            Do.HELP: self._open_help,
            Do.PALETTE: self._open_palette,
        }

    def _fill_menus(self) -> None:
        menus = {menu: self.menuBar().addMenu(words_shown(menu.words)) for menu in Menu}
        for action in ACTIONS:
            if action.do in OPEN_A_GROUP:
                menus[action.menu].addSeparator()
            menus[action.menu].addAction(self.actions_by_name[action.do])
        for menu, choices in (
            (Menu.INSPECT, self.modes),
            (Menu.INSPECT, self.senders),
            (Menu.INSPECT, self.resolvers),
            (Menu.ROUTE, self.switches),
            (Menu.ROUTE, self.starts),
            (Menu.VIEW, self.schemes),
        ):
            menus[menu].addSeparator()
            menus[menu].addMenu(choices)
        self.menus = menus

    def _step(self, by: int) -> None:
        """Show the next or the previous domain of the list; it goes round."""
        numbers = [each.number for each in self._shown.opened]
        if self._shown.current in numbers:
            at = (numbers.index(self._shown.current) + by) % len(numbers)
            self.wished.emit(Switch(numbers[at]))

    def _remove(self) -> None:
        if self._shown.current is not None:
            self.wished.emit(Remove(self._shown.current))

    def _keep_still(self) -> None:
        self.wished.emit(KeepStill(not self._shown.still))

    # ------------------------------------------------------------------ dialogs

    @property
    def dialogs(self) -> Dialogs:
        """The dialogs, made when the first of them is opened."""
        if self._dialogs is None:
            from mxgui.ui.dialogs import Dialogs

            self._dialogs = Dialogs(self, self._theme)
            self._dialogs.wished.connect(self.wished)
            self._dialogs.field_asked.connect(self.bar.take_focus)
        return self._dialogs

    def _open_for(self, do: Do) -> None:
        self.dialogs.open_for(do, self._shown)

    def _open_resolvers(self) -> None:
        self.dialogs.open_resolvers(self._shown)

    def _open_keys(self) -> None:
        self.dialogs.open_keys(self._views())

    def _open_help(self) -> None:
        self.dialogs.open_help(self._views(), self.bar, QApplication.focusWidget())

    def _open_palette(self) -> None:
        from mxgui.ui.palette_entries import every_entry

        self.complete()
        self.senders.fill()
        menus = (*self._panel_menus, *self._choices())
        made = self.actions_by_name
        self.dialogs.open_palette(every_entry(self._shown, self.wished.emit, made, menus))

    def _views(self) -> tuple[Explained, ...]:
        """Every view that explains itself, or its kind if it is not made yet."""
        graph = self.complete()
        assert self.panels is not None
        return (graph, *(dock.told_of for dock in self.panels.docks.values()))

    # ------------------------------------------------------------------ where it stands

    def place(self, geometry: str) -> None:
        """Stand where an earlier window was left; nonsense leaves it as it is."""
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "replace")))

    def arrangement(self) -> tuple[str, str]:
        """Where the window and its panels stand, as text to be remembered."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        return geometry, self.panels.layout() if self.panels is not None else ""

    # ------------------------------------------------------------------ Qt

    def event(self, event: QEvent) -> bool:
        """Tell when the window has been painted for the first time."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panels follow the width."""
        super().resizeEvent(event)
        if self.panels is not None:
            self.panels.follow_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text and files of domains."""
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        urls = event.mimeData().urls()
        files = tuple(url.toLocalFile() for url in urls if url.isLocalFile())
        self.wished.emit(OpenFiles(files) if files else OpenAll(event.mimeData().text()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wish to end; the program hides the window, stops its work, and then is done."""
        event.ignore()
        self.wished.emit(Close())

    def _colour(self) -> None:
        tokens = self._theme.tokens
        QApplication.setPalette(palette_of(tokens))
        self.setStyleSheet(sheet_of(tokens, mirrored=self.isRightToLeft()))

    def _first_size(self) -> QSize:
        """As large as is good, or as the screen allows."""
        return QSize(WIDE, HIGH).boundedTo(self.screen().availableSize() * 0.95)
