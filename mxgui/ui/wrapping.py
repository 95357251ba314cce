"""Rows of a tree that are as high as their words need: paragraphs below, unfolded rows above."""

from typing import Any, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from mxgui.ui.fonts import base_font
from mxgui.ui.table import LABEL
from mxgui.ui.theme import Theme

ROW = 28  # pixels
LABELS = 138  # width of what stands before a paragraph
ROOMY = 480  # pixels of a paragraph from which on its label stands beside it
_PAD = 6
_TALL = 100_000  # pixels: more than any paragraph needs

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class WrappingDelegate(QStyledItemDelegate):
    """Writes a cell that has a label as a paragraph, and wraps the words of an unfolded row."""

    def __init__(self, view: QTreeView, theme: Theme) -> None:
        """Take the view, whose width decides how high a row is."""
        super().__init__(view)
        self.view = view
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell how high a row has to be for this cell."""
        if index.data(LABEL):
            width = self.view.viewport().width() - self._indent(index)
            _, words = self._places(QRect(0, 0, width, _TALL))
            return QSize(0, words.top() + _height(str(index.data()), words.width()) + 5)
        if not self._is_unfolded(index):
            return QSize(0, ROW)
        column = QRect(0, 0, self.view.columnWidth(index.column()), ROW)
        place = self._words_place(self.styled(option, index, column))
        return QSize(0, max(ROW, _height(str(index.data()), place.width()) + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        if index.data(LABEL):
            self._paint_paragraph(painter, option, index)
        elif self._is_unfolded(index):
            self._paint_unfolded(painter, option, index)
        else:
            super().paint(painter, option, index)

    # ------------------------------------------------------------------ unfolded rows

    def _paint_unfolded(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let the style paint all but the words, which it would cut."""
        styled = self.styled(option, index, option.rect)
        place = self._words_place(styled)
        words, styled.text = styled.text, ""
        style = self.view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, self.view)
        ink = styled.palette.color(QPalette.ColorRole.Text)
        painter.setPen(ink)
        space = place.height() - _height(words, place.width(), styled.font)
        place.adjust(0, max(0, space // 2), 0, 0)
        self._write(painter, place, words, styled.font)

    def styled(self, option: QStyleOptionViewItem, index: Index, rect: QRect | None = None) -> Any:
        """Give the option of a cell, at its place or another, as the style reads it."""
        styled: Any = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        if rect is not None:
            styled.rect = rect
        return styled

    def _words_place(self, styled: Any) -> QRect:
        style = self.view.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self.view) + 1
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, styled, self.view)
        return place.adjusted(margin, 0, -margin, 0)

    def _is_unfolded(self, index: Index) -> bool:
        return index.parent().isValid() and self.view.isExpanded(index.sibling(index.row(), 0))

    # ------------------------------------------------------------------ paragraphs

    def _paint_paragraph(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = option.rect
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self.view.style().drawPrimitive(panel, option, painter, self.view)
        direction = self.view.layoutDirection()
        label, words = self._places(rect)
        painter.setPen(self.theme.tokens.muted)
        self._write(painter, QStyle.visualRect(direction, rect, label), str(index.data(LABEL)))
        painter.setPen(self.theme.tokens.text)
        self._write(painter, QStyle.visualRect(direction, rect, words), str(index.data()))

    def _places(self, rect: QRect) -> tuple[QRect, QRect]:
        """Where the label and the words of a paragraph stand: side by side if there is room."""
        inner = rect.adjusted(_PAD, 4, -_PAD, -4)
        if inner.width() >= ROOMY:
            return inner, inner.adjusted(LABELS, 0, 0, 0)
        return inner, inner.adjusted(0, _height("x", ROOMY) + 1, 0, 0)

    def _indent(self, index: Index) -> int:
        depth = 1
        while (index := index.parent()).isValid():
            depth += 1
        return depth * self.view.indentation()

    def _write(
        self, painter: QPainter, place: QRect, words: str, font: QFont | None = None
    ) -> None:
        layout = _laid_out(words, place.width(), font, self.view.layoutDirection())
        layout.draw(painter, QPointF(place.topLeft()))


def _height(words: str, width: int, font: QFont | None = None) -> int:
    """How high words are that are wrapped into that width."""
    return round(_laid_out(words, width, font).boundingRect().height())


def _laid_out(
    words: str,
    width: int,
    font: QFont | None = None,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QTextLayout:
    """Words in lines: broken between words, and within one only if it has no room at all."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font or base_font())
    option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
