"""What every view is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from mxgui.ui.shown import Shown
from mxgui.ui.view import View


def test_a_view_must_say_how_it_draws(theme):
    with pytest.raises(NotImplementedError):
        View(theme).draw(Shown())


def test_going_to_a_view_goes_to_its_main_part_and_tab_passes_by_nothing(theme, qtbot):
    view, field, main = View(theme), QLineEdit(), QLineEdit()
    layout = QVBoxLayout(view)
    layout.addWidget(field)
    layout.addWidget(main)
    view.setFocusProxy(main)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(main.hasFocus)
    assert view.focusProxy() is main
    qtbot.keyClick(main, Qt.Key.Key_Tab)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert main.hasFocus()
