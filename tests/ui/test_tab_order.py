"""Tab goes part by part, whatever was made first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mxgui.ui.tab_order import put_in_order


def a_part(*fields: QWidget) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    for field in fields:
        layout.addWidget(field)
    return part


def test_parts_come_one_after_the_other_and_what_is_in_none_comes_first(qtbot):
    a, b, c, d, alone = (QLineEdit(name) for name in ("a", "b", "c", "d", "alone"))
    button = QPushButton("no stop")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    late, early = a_part(c, d), a_part(a, button, b)
    window = a_part(late, early, alone)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    for _ in range(2):  # the second time there is nothing to do
        put_in_order(window, [early, late])
        alone.setFocus()
        qtbot.waitUntil(alone.hasFocus)
        visited = []
        for _ in range(6):
            here = QApplication.focusWidget()
            assert isinstance(here, QLineEdit)
            visited.append(here.text())
            qtbot.keyClick(here, Qt.Key.Key_Tab)
        assert visited == ["alone", "a", "b", "c", "d", "alone"]
