"""The list of domains hears keys: what is deleted, unfolded and typed."""

import pytest
from PySide6.QtCore import Qt

from mxgui.ui.domain_list import DomainList


@pytest.fixture
def made(qtbot) -> DomainList:
    made = DomainList()
    qtbot.addWidget(made)
    made.show()
    return made


def test_letters_are_passed_on_and_those_with_modifiers_are_not(made, qtbot):
    heard: list[str] = []
    made.typed.connect(heard.append)
    qtbot.keyClick(made, "a")
    qtbot.keyClick(made, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["a"]


@pytest.mark.parametrize(
    ("key", "wanted"),
    [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Return, 0), (Qt.Key.Key_Space, 0)],
)
def test_keys_that_unfold_tell_which_way(made, qtbot, key, wanted):
    with qtbot.waitSignal(made.turned) as heard:
        qtbot.keyClick(made, key)
    assert heard.args[1] == wanted


def test_delete_asks_for_removal(made, qtbot):
    with qtbot.waitSignal(made.removed):
        qtbot.keyClick(made, Qt.Key.Key_Delete)
