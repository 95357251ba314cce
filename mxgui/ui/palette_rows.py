"""The rows of the command palette for Qt: a model over the hits, and how each is painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mxgui.model.text import Text, text
from mxgui.ui.fonts import BASE, base_font, strong_font
from mxgui.ui.palette_search import Entry, Hit
from mxgui.ui.table import NOWHERE, Index, Role
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

ROW = 34  # pixels
_EDGE = 14  # pixels left and right of the words
_GAP = 16  # pixels between parts of a row
_KEYS = 72  # pixels of the column of keys; a longer one takes what it needs
_BAR = 3  # pixels; the bar that marks the current row, so that its colour is not alone


def key_words(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def spoken(entry: Entry) -> Text:
    """A row as it is read out."""
    key = key_words(entry.key)
    words = text("{title}, {section}", title=entry.words, section=entry.section)
    if key:
        words = text("{words}, {key}", words=words, key=key)
    if entry.enabled:
        return words
    return text("{words}, cannot be done now. {why}", words=words, why=entry.about)


class HitsModel(QAbstractListModel):
    """The hits as Qt wants them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def replace(self, hits: tuple[Hit, ...]) -> None:
        """Show these from now on."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Tell what is in a row."""
        if not index.isValid():
            return None
        entry = self.hits[index.row()].entry
        match role:
            case Role.DisplayRole:
                return words_shown(entry.words)
            case Role.AccessibleTextRole:
                return words_shown(spoken(entry))
            case Role.ToolTipRole:
                return tip(entry.about)
            case _:
                return None


class HitsDelegate(QStyledItemDelegate):
    """Paints a row: title with the typed letters bold, explanation, section and key."""

    def __init__(self, model: HitsModel, theme: Theme, parent: QObject | None = None) -> None:
        """Paint the hits of a model in the colours of the theme."""
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._font = base_font()
        self._bold = strong_font()
        self._small = base_font()
        self._small.setPointSizeF(BASE - 1)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give every row the same height, whatever the width."""
        return QSize(0, max(ROW, QFontMetrics(self._font).height() + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        tokens = self._theme.tokens
        hit = self._model.hits[index.row()]
        row: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(tokens.accent_tint))
            bar = QRect(row.left(), row.top(), _BAR, row.height())
            painter.fillRect(QStyle.visualRect(direction, row, bar), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(tokens.bg))
        brush = _Brush(painter, direction, row.adjusted(_EDGE, 0, -_EDGE, 0))
        keys = _KEYS if any(other.entry.key for other in self._model.hits) else 0
        brush.at_end(key_words(hit.entry.key), self._small, tokens.muted, keys)
        brush.at_end(words_shown(hit.entry.section), self._small, tokens.faint)
        ink = tokens.text if hit.entry.enabled else tokens.faint
        brush.at_begin(words_shown(hit.entry.words), self._font, ink, (hit.places, self._bold))
        brush.at_begin(words_shown(hit.entry.about), self._small, tokens.muted)
        painter.restore()


class _Brush:
    """Paints words into a row from both of its ends, as long as there is room."""

    def __init__(self, painter: QPainter, direction: Qt.LayoutDirection, row: QRect) -> None:
        """Begin with the whole of the row free."""
        self._painter = painter
        self._direction = direction
        self._row = row
        self._free = QRect(row)  # as if read from left to right

    def at_end(self, words: str, font: QFont, ink: str, least: int = 0) -> None:
        """Paint words at the end of what is free, and take up a column of that width at least."""
        wide = QFontMetrics(font).horizontalAdvance(words)
        column = max(wide, least)
        if not column or column > self._free.width() // 2:
            return
        place = QRect(self._free)
        place.setLeft(self._free.right() - wide + 1)
        self._paint(place, words, font, ink)
        self._free.setRight(self._free.right() - column - _GAP)

    def at_begin(
        self,
        words: str,
        font: QFont,
        ink: str,
        strong: tuple[Iterable[int], QFont] = ((), QFont()),
    ) -> None:
        """Paint words at the beginning of what is free, shortened if need be."""
        places, bold = strong
        widest = bold if places else font
        cut = QFontMetrics(widest).elidedText(
            words, Qt.TextElideMode.ElideRight, self._free.width()
        )
        if not cut or self._free.width() < 2 * _GAP:
            return
        kept = len(cut) if cut == words else len(cut) - 1  # what stands for the rest is no letter
        wide = self._paint(self._free, cut, font, ink, ([p for p in places if p < kept], bold))
        self._free.setLeft(self._free.left() + wide + _GAP)

    def _paint(
        self,
        place: QRect,
        words: str,
        font: QFont,
        ink: str,
        strong: tuple[Iterable[int], QFont] = ((), QFont()),
    ) -> int:
        """Paint one line of words where it is to begin; give its width."""
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([_format(at, strong[1]) for at in strong[0]])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        wide = round(line.naturalTextWidth())
        into = QRect(place.topLeft(), QSize(wide, place.height()))
        into = QStyle.visualRect(self._direction, self._row, into)
        high = QPoint(0, round((place.height() - line.height()) / 2))
        self._painter.setPen(QColor(ink))
        # An isolated right-to-left line stands at the far end of the layout's width
        shift = QPointF(into.topLeft() + high) - QPointF(line.naturalTextRect().x(), 0)
        layout.draw(self._painter, shift)
        return wide


def _format(place: int, bold: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = place, 1
    letters = QTextCharFormat()
    letters.setFont(bold)
    made.format = letters
    return made
