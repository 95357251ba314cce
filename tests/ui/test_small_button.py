"""A small button says what it does, to whoever cannot see its sign."""

from PySide6.QtCore import Qt

from mxgui.model.text import text
from mxgui.ui.small_button import small_button


def test_a_button_with_a_sign_has_a_sentence_for_a_name(qtbot):
    button = small_button("+", text("Larger (+)"))
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName()) == ("+", "Larger (+)")
    assert button.toolTip() == "Larger (+)"
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus
