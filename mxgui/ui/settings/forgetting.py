"""The question before the earlier domains are forgotten: they do not come back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from mxgui.model.text import counted, text
from mxgui.ui.words import shown as words_shown


def ask_to_forget(many: int, forget: Callable[[], object], parent: QWidget) -> QMessageBox:
    """Ask whether so many domains are to be forgotten; `forget` is called if so."""
    question = QMessageBox(parent)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setIcon(QMessageBox.Icon.Question)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setWindowTitle(words_shown(text("Forget earlier domains")))
    asked = counted("Forget {n} earlier domain?", "Forget {n} earlier domains?", many)
    question.setText(words_shown(asked))
    question.setInformativeText(
        words_shown(text("They are offered at the field no more. Saved inspections stay."))
    )
    for_real = question.addButton(
        words_shown(text("&Forget them")), QMessageBox.ButtonRole.AcceptRole
    )
    keep = question.addButton(words_shown(text("&Keep them")), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(keep)
    question.setEscapeButton(keep)
    for_real.clicked.connect(lambda: forget())
    question.open()
    return question
