"""Buttons of dialogs are told by their words."""

from PySide6.QtWidgets import QDialogButtonBox

from mxgui.ui.plain_buttons import plain_buttons


def test_buttons_have_words_and_no_icons(qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = plain_buttons(kinds.Save | kinds.Cancel)
    qtbot.addWidget(box)
    assert [bool(button.text()) for button in box.buttons()] == [True, True]
    assert all(button.icon().isNull() for button in box.buttons())
