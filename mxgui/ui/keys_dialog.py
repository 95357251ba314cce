"""All keys of the program in one table that can be searched and copied."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import text
from mxgui.ui.copying import let_copy, table_text
from mxgui.ui.key_table import KeyGroup, KeyRow, found
from mxgui.ui.label import plain_label
from mxgui.ui.palette_rows import key_words
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.table import Cell
from mxgui.ui.theme import Theme
from mxgui.ui.tree import Branch, Leaf, TreeModel
from mxgui.ui.words import shown as words_shown

COLUMNS = (
    # Translators: a key of the keyboard
    text("Key"),
    text("Action"),
    text("What it does"),
)
_WIDTHS = (180, 200)


class KeysDialog(QDialog):
    """Shows groups of keys, all of them or those that fit what was typed."""

    def __init__(
        self, groups: Iterable[KeyGroup], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show all of the groups."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Keys")))
        self.resize(720, 560)
        self._groups = tuple(groups)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(words_shown(text("Search for a key, or for what it does")))
        self.field.setAccessibleName(words_shown(text("Search the keys")))
        self.field.textChanged.connect(self._search)
        self._model = TreeModel(COLUMNS, theme)
        self.tree = self._made_tree()
        self.nothing = plain_label("muted")
        self.nothing.setText(words_shown(text("No key fits.")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.field)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self._buttons())
        self._search()
        self.field.setFocus()

    def _made_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._model)
        self._model.setParent(tree)  # a view must not outlive its model
        tree.setUniformRowHeights(True)
        tree.setItemsExpandable(False)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(words_shown(text("Keys")))
        header = tree.header()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        let_copy(tree)
        return tree

    def _buttons(self) -> QDialogButtonBox:
        copy = QPushButton(words_shown(text("&Copy all")))
        copy.clicked.connect(self._copy)
        buttons = plain_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            button.setProperty("autoDefault", False)  # Enter in the field is no wish to close
        buttons.rejected.connect(self.reject)
        return buttons

    def _search(self) -> None:
        """Show what fits."""
        fitting = found(self._groups, self.field.text(), key_words)
        branches = tuple(_branch(group) for group in fitting)
        if self._model.replace(branches):
            self.tree.expandAll()
            for at in range(self._model.rowCount()):
                self.tree.setFirstColumnSpanned(at, QModelIndex(), True)
        self.tree.setVisible(bool(branches))
        self.nothing.setVisible(not branches)

    def _copy(self) -> None:
        """Copy what is shown."""
        QGuiApplication.clipboard().setText(table_text(self.tree))


def _branch(group: KeyGroup) -> Branch:
    title = words_shown(group.title)
    leaves = (_leaf(f"{title}/{at}", row) for at, row in enumerate(group.rows))
    return Branch(title, (Cell(title, muted=True),), tuple(leaves))


def _leaf(key: str, row: KeyRow) -> Leaf:
    keys = " · ".join(map(key_words, row.keys))
    return Leaf(key, (Cell(keys), Cell(row.words), Cell(row.about, muted=True)))
