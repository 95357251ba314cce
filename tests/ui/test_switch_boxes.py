"""Boxes are seen in every scheme, and all three look different."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from mxgui.ui.switch_boxes import SIZE, box_of
from mxgui.ui.switch_rows import switches_of
from mxgui.ui.switch_tree import SwitchTree
from mxgui.ui.theme import COLUMNS, Tokens
from tests.routing.sending.supposed import a_what_if
from tests.ui.showing import a_result

STATES = tuple(Qt.CheckState)


def image(state: Qt.CheckState, tokens: Tokens) -> QImage:
    return box_of(state, tokens).pixmap(SIZE, SIZE).toImage()


@pytest.mark.parametrize("tokens", COLUMNS)
def test_the_three_states_differ_and_have_a_border(qapp, tokens):
    images = [image(state, tokens) for state in STATES]
    assert images[0] != images[1] != images[2] != images[0]
    ground = QColor(tokens.surface)
    assert all(each.pixelColor(1, 8).rgb() != ground.rgb() for each in images)


def test_a_click_on_a_box_presses_it_and_one_beside_it_does_not(theme, qtbot):
    tree = SwitchTree(theme)
    qtbot.addWidget(tree)
    tree.resize(500, 300)
    tree.show_switches(switches_of(a_result(), a_what_if()))
    tree.show()
    pressed: list[str] = []
    tree.pressed.connect(pressed.append)
    place = tree.visualRect(tree.rows.index_of("host 0"))
    port = tree.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(14, 14))
    assert pressed == ["host 0"]
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(120, 14))
    assert pressed == ["host 0"]
    assert tree.currentIndex() == tree.rows.index_of("host 0")
