"""A bug is shown whole, and the program goes on."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from mxgui import __version__
from mxgui.ui.error_dialog import MOST, BugCatcher, ErrorDialog, written


def an_error(words: str = "broken") -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_an_error_is_told_with_version_and_traceback():
    words = written(an_error())
    assert __version__ in words
    assert "Traceback" in words
    assert "ValueError: broken" in words


def test_it_can_be_copied(qtbot):
    dialog = ErrorDialog()
    qtbot.addWidget(dialog)
    dialog.tell(an_error())
    next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()).click()
    assert "ValueError: broken" in QGuiApplication.clipboard().text()


def test_more_errors_come_into_the_same_dialog_and_never_without_end(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    catcher = BugCatcher(window)
    for n in range(3 * MOST):
        catcher.tell(an_error(f"number {n}."))
    assert catcher.dialog is not None
    told = catcher.dialog.details.toPlainText()
    assert "number 0." in told
    assert f"number {2 * MOST}." not in told
    catcher.dialog.reject()
    assert not catcher.dialog.details.toPlainText()


def test_an_error_in_a_slot_reaches_the_dialog(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    catcher = BugCatcher(window)
    before = sys.excepthook
    catcher.install()
    try:
        QTimer.singleShot(0, lambda: 1 // 0)
        qtbot.waitUntil(lambda: catcher.dialog is not None and catcher.dialog.isVisible())
    finally:
        catcher.remove()
    assert catcher.dialog is not None
    assert "ZeroDivisionError" in catcher.dialog.details.toPlainText()
    assert sys.excepthook is before
