"""Report a problem: what a report should name, to be copied. Nothing is sent."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import text
from mxgui.ui.fonts import mono_font
from mxgui.ui.label import plain_label
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.problem import how_to_report, report_of
from mxgui.ui.words import shown as words_shown


class ReportDialog(QDialog):
    """Text to be read and copied."""

    def __init__(self, bug: str, parent: QWidget | None = None) -> None:
        """Show versions, and the latest error of the program if there was one."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Report a problem")))
        self.resize(680, 420)
        self.told = plain_label("strong")
        self.told.setWordWrap(True)
        none = text("mxgui has met no error of its own since it was started.")
        some = text("The latest error of mxgui itself is among it.")
        self.told.setText(words_shown(some if bug else none))
        how = plain_label("muted")
        how.setWordWrap(True)
        how.setText(words_shown(how_to_report()))
        self.text = QPlainTextEdit(report_of(bug))
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words_shown(text("What a report should name")))
        self.copy_it = QPushButton(words_shown(text("&Copy")))
        self.copy_it.setAutoDefault(False)
        self.copy_it.clicked.connect(self._copy)
        buttons = plain_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.addButton(self.copy_it, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (how, self.told, self.text, buttons):
            layout.addWidget(widget)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
