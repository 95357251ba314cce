"""Letters count together while one comes soon after the other, and are shown as long."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mxgui.ui.letters import LONGEST, Letters


@pytest.fixture
def letters(qtbot) -> Letters:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = Letters(parent)
    made.parent_of_test = parent  # type: ignore[attr-defined]  # kept alive
    return made


def key(text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)


def test_letters_add_up_and_are_forgotten_after_a_pause(letters, qtbot):
    assert not letters.isVisible()
    letters.add("m")
    assert letters.add("x") == "mx"
    letters.tell(found=True)
    assert letters.isVisible()
    assert letters.text() == "Find: mx"
    qtbot.waitUntil(lambda: not letters.isVisible())
    assert letters.typed == ""


def test_it_says_when_no_host_has_them(letters):
    letters.add("<b>")
    letters.tell(found=False)
    assert letters.text() == "No host with <b>"
    assert letters.textFormat() is Qt.TextFormat.PlainText


def test_a_cat_on_the_keyboard_does_no_harm(letters):
    assert len(letters.add("x" * 1000)) == LONGEST


@pytest.mark.parametrize("text", ["a", "9", ".", "_", "é"])
def test_letters_of_names_count(letters, text):
    assert letters.in_key(key(text)) == text


@pytest.mark.parametrize("text", ["", " ", "\t", "\r", "\x08", "\x1b"])
def test_other_keys_do_not(letters, text):
    assert letters.in_key(key(text)) == ""


def test_commands_are_no_letters(letters):
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        assert letters.in_key(key("a", modifier)) == ""


def test_the_keys_of_the_scale_count_only_within_a_name(letters):
    assert letters.in_key(key("0")) == ""
    letters.add("mx")
    assert letters.in_key(key("0")) == "0"
