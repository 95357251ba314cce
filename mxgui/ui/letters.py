"""The letters typed to find a host: a small label in a corner that shows them while they count."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from mxgui.model.text import text
from mxgui.ui.words import shown

PAUSE = 1000  # milliseconds after which the next letter begins anew
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_OF_SCALE = "+-0"  # keys that scale the graph, unless a name is being typed
LONGEST = 60  # letters; a label of DNS has no more than 63


class Letters(QLabel):
    """Letters that count together as long as one comes soon after the other."""

    def __init__(self, parent: QWidget) -> None:
        """Wait for the first letter, unseen."""
        super().__init__(parent)
        self.setObjectName("letters")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.forget)
        self.hide()

    def in_key(self, event: QKeyEvent) -> str:
        """What a key adds to the letters; nothing if it does something else."""
        letters = event.text()
        if event.modifiers() & COMMANDS or not letters.isprintable() or letters.isspace():
            return ""
        return "" if letters in _OF_SCALE and not self.typed else letters

    def add(self, letters: str) -> str:
        """Take more letters, and give all that count."""
        self.typed = (self.typed + letters)[:LONGEST]
        self._pause.start()
        return self.typed

    def tell(self, *, found: bool) -> None:
        """Show the letters, and whether a host has them."""
        here = text("Find: {letters}", letters=self.typed)
        nowhere = text("No host with {letters}", letters=self.typed)
        self.setText(shown(here if found else nowhere))
        self.adjustSize()
        self.show()
        self.raise_()

    def forget(self) -> None:
        """Begin anew with the next letter."""
        self._pause.stop()
        self.typed = ""
        self.hide()
