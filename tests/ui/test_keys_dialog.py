"""All keys are in one table, which can be searched and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from mxgui.ui.key_table import KeyGroup, KeyRow
from mxgui.ui.keys_dialog import KeysDialog
from mxgui.ui.palette_rows import key_words

GROUPS = (
    KeyGroup("File", (KeyRow("Save…", ("Ctrl+S",), "Write the result into a file"),)),
    KeyGroup("Graph", (KeyRow("Larger", ("+", "="), "Enlarge the graph"),)),
)


@pytest.fixture
def dialog(qtbot, theme) -> KeysDialog:
    made = KeysDialog(GROUPS, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def copied(dialog: KeysDialog) -> list[str]:
    next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text()).click()
    return QGuiApplication.clipboard().text().splitlines()


def test_every_key_is_there_and_can_be_copied(dialog):
    assert copied(dialog) == [
        "Key\tAction\tWhat it does",
        "File",
        f"{key_words('Ctrl+S')}\tSave…\tWrite the result into a file",
        "Graph",
        f"{key_words('+')} · {key_words('=')}\tLarger\tEnlarge the graph",
    ]


def test_the_table_can_be_searched(qtbot, dialog):
    qtbot.keyClicks(dialog.field, "enlarge")
    assert copied(dialog)[1] == "Graph"
    assert len(copied(dialog)) == 3


def test_where_no_key_fits_it_says_so(qtbot, dialog):
    dialog.field.setText("no such thing")
    assert dialog.nothing.isVisible()
    assert not dialog.tree.isVisible()
    dialog.field.clear()
    assert dialog.tree.isVisible()


def test_all_rows_are_seen_without_unfolding(dialog):
    below = dialog.tree.model().index(0, 0, dialog.tree.model().index(1, 0))
    assert dialog.tree.visualRect(below).height() > 0


def test_enter_in_the_field_does_not_close_and_esc_does(qtbot, dialog):
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
