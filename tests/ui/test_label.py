"""Labels show what they are given, letter by letter."""

from PySide6.QtCore import Qt

from mxgui.ui.label import plain_label


def test_markup_is_shown_and_not_obeyed(qtbot):
    label = plain_label("muted")
    qtbot.addWidget(label)
    label.setText("<b>bold</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"
