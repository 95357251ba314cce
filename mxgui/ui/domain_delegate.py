"""How a row of the list of domains is painted: a mark, the name, how it stands, a sentence."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mxgui.ui.domain_rows import DomainRow
from mxgui.ui.fonts import BASE, base_font, strong_font
from mxgui.ui.line_breaks import lines_of
from mxgui.ui.marks import SIZE, paint_mark
from mxgui.ui.table import RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown

PAD = 10  # pixels
_SIGN = 16  # pixels of width for what unfolds a group
_LINES = 3  # of a sentence about an offered domain
_FINDING_LINES = 2  # of the worst finding of an open one


class DomainDelegate(QStyledItemDelegate):
    """Paints rows of `DomainRow`."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Paint in the colours of the theme, as wide as the list is."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._name_font = strong_font()
        self._small_font = base_font()
        self._small_font.setPointSizeF(BASE - 1)
        self._name_metrics = QFontMetrics(self._name_font)
        self._small_metrics = QFontMetrics(self._small_font)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Tell the height, which depends on how many lines the sentence takes."""
        row = self._row(index)
        if row.is_heading:
            return QSize(0, self._small_metrics.height() + 18)
        high = self._name_metrics.height() + 14
        if row.state:
            high += self._small_metrics.height() + 1
        if row.about:
            high += len(self._about(row)) * self._small_metrics.lineSpacing() + 2
        return QSize(0, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, upon a tint if chosen."""
        row = self._row(index)
        place: QRect = option.rect.adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            self._paint_ground(painter, place.adjusted(0, 6, 0, 0), option)
            self._paint_heading(painter, place, row, is_first=index.row() == 0)
        else:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, place, option)
            self._paint_row(painter, place, row, is_chosen=is_chosen)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, place: QRect, row: DomainRow, *, is_first: bool
    ) -> None:
        """Set a group apart from the one above it."""
        heading = place.adjusted(PAD - 2, 6, -PAD + 2, 0)
        if not is_first:
            painter.setPen(QColor(self._theme.tokens.border))
            painter.drawLine(heading.left(), place.top(), heading.right(), place.top())
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._theme.tokens.muted))
        direction = self._view.layoutDirection()
        many = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.drawText(heading, int(many | Qt.AlignmentFlag.AlignVCenter), str(row.count))
        sign = QRect(heading.x(), heading.center().y() - 4, 9, 9)
        sign = QStyle.visualRect(direction, heading, sign)
        self._paint_sign(painter, sign, is_folded=row.is_folded)
        room = self._small_metrics.horizontalAdvance(str(row.count)) + 6
        words = heading.adjusted(_SIGN, 0, -room, 0)
        words = QStyle.visualRect(direction, heading, words)
        painter.setPen(QColor(self._theme.tokens.accent))
        told = self._small_metrics.elidedText(
            shown(row.name), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, self._begin(Qt.AlignmentFlag.AlignVCenter), told)

    def _paint_sign(self, painter: QPainter, place: QRect, *, is_folded: bool) -> None:
        """A chevron that points down where a group is unfolded."""
        x, y = place.x() + 0.5, place.y() + 0.5
        down = [QPointF(x, y + 2), QPointF(x + 4, y + 6), QPointF(x + 8, y + 2)]
        edge, tip = (6, 2) if self._view.isRightToLeft() else (2, 6)
        aside = [QPointF(x + edge, y), QPointF(x + tip, y + 4), QPointF(x + edge, y + 8)]
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 1.5))
        painter.drawPolyline(aside if is_folded else down)

    def _paint_ground(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        tokens, state = self._theme.tokens, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint if chosen else tokens.bg))
            painter.drawRoundedRect(place, 8, 8)

    def _paint_row(
        self, painter: QPainter, place: QRect, row: DomainRow, *, is_chosen: bool
    ) -> None:
        tokens = self._theme.tokens
        inner = place.adjusted(self._left(row) - 4, 5, -PAD + 2, -3)
        if row.look is not None:
            ink, tint = tokens.pair(row.look.tone)
            if is_chosen:  # some tints could not be seen upon that of the row
                tint = tokens.surface
            mark = QRect(place.x() + PAD - 2, inner.y() + 1, SIZE, SIZE)
            mark = QStyle.visualRect(self._view.layoutDirection(), place, mark)
            paint_mark(painter, QRectF(mark), row.look.shape, ink, tint)
        inner = QStyle.visualRect(self._view.layoutDirection(), place, inner)
        self._line(painter, inner, shown(row.name), strong=True, ink=tokens.text)
        inner.setTop(inner.top() + self._name_metrics.height() + 1)
        if row.state:
            ink = tokens.ink(row.look.tone) if row.look is not None else tokens.muted
            self._line(painter, inner, shown(row.state), strong=False, ink=ink)
            inner.setTop(inner.top() + self._small_metrics.height() + 1)
        painter.setFont(self._small_font)
        painter.setPen(QColor(tokens.muted))
        for line in self._about(row):
            painter.drawText(inner, self._begin(), line)
            inner.setTop(inner.top() + self._small_metrics.lineSpacing())

    def _line(self, painter: QPainter, place: QRect, words: str, *, strong: bool, ink: str) -> None:
        metrics = self._name_metrics if strong else self._small_metrics
        painter.setFont(self._name_font if strong else self._small_font)
        painter.setPen(QColor(ink))
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, self._begin(), fitting)

    def _begin(self, vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop) -> int:
        """Where words stand: at the side where one begins to read."""
        direction = self._view.layoutDirection()
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        return int(side | vertical | Qt.AlignmentFlag.AlignAbsolute)

    def _about(self, row: DomainRow) -> tuple[str, ...]:
        """The sentence in a few lines; the tooltip has all of it."""
        most = _FINDING_LINES if row.number is not None else _LINES
        wide = self._view.viewport().width() - self._left(row) - PAD - 2
        font = self._small_font
        return lines_of(shown(row.about), wide, most, font.family(), font.pointSizeF())

    @staticmethod
    def _left(row: DomainRow) -> int:
        """Where words begin: behind the mark, if there is one."""
        return PAD + 2 + (SIZE + 8 if row.look is not None else 0)

    def _row(self, index: QModelIndex | QPersistentModelIndex) -> DomainRow:
        model = index.model()
        assert isinstance(model, RowsModel)
        row: DomainRow = model.rows[index.row()]
        return row
