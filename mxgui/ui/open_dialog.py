"""Which files to open: saved inspections, several at once, or lists of domains."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.wishes import OpenFiles
from mxgui.ui.words import shown as words_shown

SAVED = ("*.mxgui.json", "*.json", "*.html")  # the HTML report holds the facts as well
LISTS = ("*.txt", "*.csv", "*.lst")


class OpenDialog(QFileDialog):
    """Asks for files, and wishes them opened; what is in them is seen only then."""

    wished = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Begin in that folder, with the files that mxgui has saved."""
        super().__init__(parent, words_shown(text("Open")), str(folder))
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self.setNameFilters(
            [
                _filter(text("Saved inspections"), SAVED),
                _filter(text("Lists of domains"), LISTS),
                _filter(text("All files"), ("*",)),
            ]
        )
        self.filesSelected.connect(self._wish)

    def _wish(self, paths: Sequence[str]) -> None:
        self.wished.emit(OpenFiles(tuple(paths)))


def _filter(name: Text, endings: Sequence[str]) -> str:
    """A line of the choice, as Qt reads it."""
    return f"{words_shown(name)} ({' '.join(endings)})"
