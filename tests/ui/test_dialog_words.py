"""Sentences in a dialog, and room for them."""

from PySide6.QtWidgets import QDialog, QVBoxLayout

from mxgui.ui.dialog_words import WIDE, make_room, sentence


def test_a_dialog_grows_by_what_is_said_and_never_shrinks(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    words = sentence("muted")
    QVBoxLayout(dialog).addWidget(words)
    words.setText("short")
    dialog.resize(WIDE, 80)
    make_room(dialog)
    low = dialog.height()
    words.setText("a sentence that goes on and on " * 30)
    make_room(dialog)
    high = dialog.height()
    assert high > low
    words.setText("short")
    make_room(dialog)
    assert dialog.height() == high


def test_a_dialog_without_anything_in_it_stays_as_it_is(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    before = dialog.size()
    make_room(dialog)
    assert dialog.size() == before
