"""The cells of the editor of a route: as high as the rows of other tables, one open at a time."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

ROW = 28  # pixels


class RouteCells(QStyledItemDelegate):
    """Remembers what is open to be typed in."""

    editor: QWidget | None = None

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Open a cell."""
        self.editor = super().createEditor(parent, option, index)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        self.editor.setAccessibleName(str(title))
        return self.editor

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Tell how large a cell is; all rows are as high as in other tables."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), ROW))

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Let a cell be closed."""
        self.editor = None if editor is self.editor else self.editor
        super().destroyEditor(editor, index)
