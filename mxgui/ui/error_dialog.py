"""What a bug looks like: a sentence, the whole of it to copy, and the program goes on."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import perf_counter
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import Text, counted, text
from mxgui.ui.bug import Bug, Tally, bug_of, passed, written
from mxgui.ui.fonts import mono_font
from mxgui.ui.label import plain_label
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.problem import how_to_report, report_of
from mxgui.ui.words import shown as words_shown

MOST = 20  # errors that one dialog writes out; a loop of errors may not eat the memory
_COUNTING = 250  # milliseconds between two looks at how many more there are


class ErrorDialog(QDialog):
    """Tells of one or more errors of the program itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have nothing to tell yet."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("An error in mxgui")))
        self.resize(680, 420)
        self._told: list[Bug] = []
        self._more = 0
        self.more = plain_label("muted")
        self.more.hide()
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setFont(mono_font())
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(words_shown(text("The error, to be reported")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (
            _sentence(
                "strong",
                text(
                    "mxgui has come upon an error of its own. It goes on, but what it was just "
                    "doing may be incomplete."
                ),
            ),
            _sentence("muted", how_to_report()),
            self.details,
            self.more,
            self._buttons(),
        ):
            layout.addWidget(widget)

    def _buttons(self) -> QDialogButtonBox:
        copy = QPushButton(words_shown(text("&Copy")))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        buttons = plain_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def tell(self, bugs: Sequence[Bug], more: int = 0) -> None:
        """Add errors to what is told, and how many came besides; be seen if one is new."""
        self._more += more
        for bug in bugs:
            if len(self._told) < MOST and bug.place not in [known.place for known in self._told]:
                self._told.append(bug)
                self.details.appendPlainText(bug.words)
            else:
                self._more += 1
        self.more.setVisible(self._more > 0)
        self.more.setText(words_shown(more_words(self._more)))
        if bugs and not self.isVisible():
            self.open()

    def reject(self) -> None:
        """Close, and forget what was told."""
        self._told.clear()
        self._more = 0
        self.details.clear()
        super().reject()

    def _copy(self) -> None:
        """Copy all that is told, and what a report should name besides."""
        told = report_of("\n\n".join(bug.words for bug in self._told))
        if self._more:
            told = f"{told}\n\n{more_words(self._more)}"
        QGuiApplication.clipboard().setText(told)


def _sentence(kind: str, words: Text) -> QWidget:
    label = plain_label(kind)
    label.setWordWrap(True)
    label.setText(words_shown(words))
    return label


def more_words(n: int) -> Text:
    """How many errors are not written out: the same again, or too many to read."""
    return counted("And {n} more error since.", "And {n} more errors since.", n)


class BugCatcher(QObject):
    """Brings what nobody foresaw before the user, from wherever it comes.

    An error may come while something is painted, when no dialog can be opened: it is told a turn
    later. Where there is no window to open a dialog upon, it is told on standard error alone.
    """

    told = Signal(str)  # an error that is news, as it is written out

    def __init__(
        self, window: Callable[[], QWidget | None], seconds: Callable[[], float] = perf_counter
    ) -> None:
        """Show dialogs upon the window given, if any is seen; `seconds` only runs forward."""
        super().__init__()
        self._window = window
        self.dialog: ErrorDialog | None = None
        self._before = sys.excepthook
        self._tally = Tally(seconds)
        self._waiting: list[Bug] = []
        self._more = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)

    def install(self) -> None:
        """Take what slots and callbacks of Qt raise."""
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Leave things as they were."""
        self._soon.stop()
        sys.excepthook = self._before

    @Slot(object)
    def tell(self, error: BaseException) -> None:
        """Show an error, on standard error as well."""
        if self._window() is None:
            _write(written(error))
            return
        is_news = self._tally.is_news(error)
        if is_news:
            bug = bug_of(error)
            _write(bug.words)
            self.told.emit(bug.words)
            if passed(error, __file__):
                return  # the dialog cannot tell of an error of its own
            self._waiting.append(bug)
        if not is_news or len(self._waiting) > MOST:
            del self._waiting[MOST:]
            self._more += 1
        self._show_soon()

    def _show_soon(self) -> None:
        """Open the dialog in the next turn; while it is open, count as slowly as one reads."""
        if not self._soon.isActive():
            is_open = self.dialog is not None and self.dialog.isVisible()
            self._soon.start(_COUNTING if is_open else 0)

    def _show(self) -> None:
        """Open the dialog, or add to what it says."""
        bugs, more = tuple(self._waiting), self._more
        self._waiting.clear()
        self._more = 0
        window = self._window()
        if window is None:  # it was closed in the meantime; standard error has it all
            return
        if self.dialog is None:
            self.dialog = ErrorDialog(window)
            self.dialog.finished.connect(self._tally.rest)
            self.dialog.destroyed.connect(self._forget)
        self.dialog.tell(bugs, more)

    def _forget(self) -> None:
        """Know nothing of a dialog that has gone with its window."""
        self.dialog = None

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
        else:
            self.tell(error)


def _write(words: str) -> None:
    """Write to standard error, if somebody is there; a program without a console has none."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(words + "\n")
