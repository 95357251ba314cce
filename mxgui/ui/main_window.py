"""The window: menus, keys and dialogs around the frame, joined to the session by one signal.

Dialogs are imported when they are opened: the window is to be seen before what it may need.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QMessageBox

from mxgui import __version__
from mxgui.model.text import Text, text
from mxgui.ui.actions import ACTIONS, Do, Menu, made_actions
from mxgui.ui.frame import Frame
from mxgui.ui.menus import ModeMenu, ResolverMenu, SchemeMenu
from mxgui.ui.shown import Shown
from mxgui.ui.style import sheet_of
from mxgui.ui.theme import Theme, look_of, palette_of
from mxgui.ui.wishes import Close, ProbeAgain, Stop
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.ui.export_dialog import ExportDialog

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
        self._save_dialog: ExportDialog | None = None
        self._was_painted = False
        self.modes = ModeMenu(self)
        self.resolvers = ResolverMenu(self)
        self.schemes = SchemeMenu(self)
        self.frame = Frame(theme, self.modes, self.resolvers)
        self.actions_by_name = made_actions(self._doings(), self, self.frame.graph.canvas)
        self.frame.bar.save_asked.connect(self.actions_by_name[Do.SAVE].trigger)
        self.setCentralWidget(self.frame)
        self.statusBar().addWidget(self.frame.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._fill_menus()
        for speaker in (self.frame, self.modes, self.resolvers, self.schemes):
            speaker.wished.connect(self.wished)
        self.resolvers.other.connect(self._open_resolvers)
        theme.changed.connect(self._colour)
        self._colour()
        self.setMinimumSize(LEAST_WIDE, LEAST_HIGH)
        self.resize(self._first_size())

    def draw(self, shown: Shown) -> None:
        """Show this."""
        self._shown = shown
        self._theme.choose(shown.scheme)
        self.setWindowTitle(words_shown(title_of(shown)))
        for menu in (self.modes, self.resolvers, self.schemes):
            menu.draw(shown)
        self.actions_by_name[Do.SAVE].setEnabled(shown.result is not None)
        self.actions_by_name[Do.STOP].setEnabled(shown.busy)
        self.actions_by_name[Do.AGAIN].setEnabled(shown.result is not None and not shown.busy)
        self.frame.draw(shown)
        if self._save_dialog is not None:
            self._save_dialog.draw(shown)

    # ------------------------------------------------------------------ actions

    def _doings(self) -> dict[Do, Callable[[], object]]:
        frame, canvas = self.frame, self.frame.graph.canvas
        return {
            Do.SAVE: self._open_save,
            Do.QUIT: self.close,
            Do.FIELD: frame.bar.take_focus,
            Do.INSPECT: frame.bar.enter,
            Do.STOP: self._stop,
            Do.AGAIN: self._again,
            Do.ZOOM_IN: canvas.zoom_in,
            Do.ZOOM_OUT: canvas.zoom_out,
            Do.ZOOM_WHOLE: canvas.zoom_whole,
            Do.FIT: canvas.fit,
            Do.GRAPH: frame.show_graph,
            Do.DETAILS: frame.show_details,
            Do.FINDINGS: frame.show_findings,
            Do.TRY_ORDER: frame.show_try_order,
            Do.ABOUT: self._open_about,
        }

    def _fill_menus(self) -> None:
        menus = {menu: self.menuBar().addMenu(words_shown(menu.words)) for menu in Menu}
        for action in ACTIONS:
            menus[action.menu].addAction(self.actions_by_name[action.do])
        for menu, choices in (
            (Menu.INSPECT, self.modes),
            (Menu.INSPECT, self.resolvers),
            (Menu.VIEW, self.schemes),
        ):
            self._add_choices(menus[menu], choices)

    @staticmethod
    def _add_choices(menu: QMenu, choices: QMenu) -> None:
        menu.addSeparator()
        menu.addMenu(choices)

    def _stop(self) -> None:
        self.wished.emit(Stop())

    def _again(self) -> None:
        self.wished.emit(ProbeAgain())

    # ------------------------------------------------------------------ dialogs

    def _open_save(self) -> None:
        if self._shown.result is None:
            return
        from mxgui.report.exporters import EXPORTERS
        from mxgui.ui.export_dialog import ExportDialog, file_stem

        stem = file_stem(self._shown.result.inspection.entry.domain.ascii)
        dialog = ExportDialog(EXPORTERS, _documents(), stem, self)
        dialog.wished.connect(self.wished)
        dialog.draw(self._shown)
        dialog.finished.connect(self._forget_save_dialog)
        self._save_dialog = dialog
        self._open(dialog)

    def _open_resolvers(self) -> None:
        from mxgui.ui.resolver_dialog import ResolverDialog

        dialog = ResolverDialog(self._shown.plan.resolvers, self)
        dialog.wished.connect(self.wished)
        self._open(dialog)

    def _open_about(self) -> None:
        about = QMessageBox(self)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWindowTitle(words_shown(text("About mxgui")))
        about.setText(words_shown(text("mxgui {version}", version=__version__)))
        about.setInformativeText(
            words_shown(
                text(
                    "Shows how mail reaches a domain. Free software under the MIT licence; the "
                    "fonts Inter and JetBrains Mono under the Open Font License."
                )
            )
        )
        self._open(about)

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog without a loop of its own: coroutines go on meanwhile."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _forget_save_dialog(self) -> None:
        self._save_dialog = None

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


def title_of(shown: Shown) -> Text:
    """The domain and its verdict, so that the list of windows tells the news."""
    if shown.result is None:
        return text("mxgui")
    domain = shown.result.inspection.entry.domain.unicode
    look = look_of(shown.result)
    return text("{domain}: {verdict} – mxgui", domain=domain, verdict=look.word)  # noqa: RUF001


def _documents() -> Path:
    """The folder where the user's documents are, or else the home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()
