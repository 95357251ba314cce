"""What a bug looks like: a sentence, the whole of it to copy, and the program goes on."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui import __version__
from mxgui.model.text import text
from mxgui.ui.fonts import mono_font
from mxgui.ui.label import plain_label
from mxgui.ui.words import shown as words_shown

MOST = 20  # errors that one dialog takes; a loop of errors may not eat the memory


class ErrorDialog(QDialog):
    """Tells of one or more errors of the program itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have nothing to tell yet."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("An error in mxgui")))
        self.resize(640, 380)
        self._count = 0
        sentence = plain_label("strong")
        sentence.setWordWrap(True)
        sentence.setText(
            words_shown(
                text(
                    "mxgui has come upon an error of its own. It goes on, but what it was just "
                    "doing may be incomplete."
                )
            )
        )
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setFont(mono_font())
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(words_shown(text("The error, to be reported")))
        copy = QPushButton(words_shown(text("&Copy")))
        copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (sentence, self.details, buttons):
            layout.addWidget(widget)

    def tell(self, error: BaseException) -> None:
        """Add an error to what is told, and be seen."""
        self._count += 1
        if self._count <= MOST:
            self.details.appendPlainText(written(error))
        if not self.isVisible():
            self.open()

    def reject(self) -> None:
        """Close, and forget what was told."""
        self._count = 0
        self.details.clear()
        super().reject()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


class BugCatcher(QObject):
    """Brings what nobody foresaw before the user, from wherever it comes."""

    def __init__(self, parent: QWidget) -> None:
        """Show dialogs upon this window."""
        super().__init__(parent)
        self._window = parent
        self.dialog: ErrorDialog | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Take what slots and callbacks of Qt raise."""
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Leave things as they were."""
        sys.excepthook = self._before

    @Slot(object)
    def tell(self, error: BaseException) -> None:
        """Show an error, on standard error as well."""
        sys.stderr.write(written(error) + "\n")
        if self.dialog is None:
            self.dialog = ErrorDialog(self._window)
        self.dialog.tell(error)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
        else:
            self.tell(error)


def written(error: BaseException) -> str:
    """An error as it is reported: the versions, then the traceback."""
    where = f"mxgui {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}"
    return f"{where}, {platform.system()}\n{''.join(traceback.format_exception(error)).rstrip()}"
