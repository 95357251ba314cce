"""Report a problem: text to be copied."""

from PySide6.QtGui import QGuiApplication

from mxgui.ui.problem import report_of
from mxgui.ui.report_dialog import ReportDialog


def test_what_is_copied_is_what_is_seen(qtbot):
    dialog = ReportDialog("Traceback of a bug")
    qtbot.addWidget(dialog)
    dialog.copy_it.click()
    assert QGuiApplication.clipboard().text() == report_of("Traceback of a bug")
    assert dialog.text.toPlainText() == report_of("Traceback of a bug")
    assert dialog.text.isReadOnly()


def test_it_says_whether_there_was_an_error(qtbot):
    with_one, without = ReportDialog("Traceback"), ReportDialog("")
    for dialog in (with_one, without):
        qtbot.addWidget(dialog)
    assert with_one.told.text() != without.told.text()
