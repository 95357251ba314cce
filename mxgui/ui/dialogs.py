"""The dialogs of the window: none of them has a loop of its own, so that work goes on meanwhile."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from mxgui import __version__
from mxgui.model.text import text
from mxgui.report.exporters import EXPORTERS
from mxgui.ui.export_dialog import USUAL, ExportDialog, file_stem
from mxgui.ui.resolver_dialog import ResolverDialog
from mxgui.ui.shown import Shown
from mxgui.ui.words import shown as words_shown


class Dialogs(QObject):
    """Opens dialogs upon a window, and passes on what they wish for."""

    wished = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Have none open."""
        super().__init__(window)
        self._window = window
        self._save: ExportDialog | None = None
        self._resolvers: ResolverDialog | None = None

    def draw(self, shown: Shown) -> None:
        """Let an open dialog follow what is shown."""
        if self._save is not None:
            self._save.draw(shown)
        if self._resolvers is not None:
            self._resolvers.draw(shown)

    def open_save(self, shown: Shown, usual: str = USUAL) -> None:
        """Ask for format and file, if there is anything to save; `usual` is the format at first."""
        if shown.result is None:
            return
        stem = file_stem(shown.result.inspection.entry.domain.ascii)
        dialog = ExportDialog(EXPORTERS, documents() / stem, usual, self._window)
        dialog.wished.connect(self.wished)
        dialog.finished.connect(self._forget_save)
        dialog.draw(shown)
        self._save = dialog
        _open(dialog)

    def open_resolvers(self, shown: Shown) -> None:
        """Ask whom to ask."""
        dialog = ResolverDialog(shown.plan.resolvers, self._window)
        dialog.wished.connect(self.wished)
        dialog.finished.connect(self._forget_resolvers)
        self._resolvers = dialog
        _open(dialog)

    def open_about(self) -> None:
        """Tell version and licence."""
        about = QMessageBox(self._window)
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
        _open(about)

    def _forget_save(self) -> None:
        self._save = None

    def _forget_resolvers(self) -> None:
        self._resolvers = None


def documents() -> Path:
    """The folder where the user's documents are, or else the home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
