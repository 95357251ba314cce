"""How a row of the list of domains is painted: a mark, the name, how it stands, a sentence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mxgui.ui.domain_rows import DomainRow
from mxgui.ui.fonts import BASE, base_font, strong_font
from mxgui.ui.marks import SIZE, paint_mark
from mxgui.ui.table import RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown as words_shown

PAD = 10  # pixels
_BAR = 14  # pixels of the scroll bar and the borders
_LINES = 3  # of a sentence about an offered domain; the tooltip has all of it
_FINDING_LINES = 2


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
        row, wide = self._row(index), self._view.width() - _BAR
        if row.is_heading:
            return QSize(wide, self._small_metrics.height() + 16)
        high = self._name_metrics.height() + 14
        if row.state:
            high += self._small_metrics.height() + 1
        if row.about:
            high += self._about_height(row, wide - self._left(row) - PAD - 8) + 2
        return QSize(wide, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, upon a tint if chosen."""
        row, tokens = self._row(index), self._theme.tokens
        place: QRect = option.rect.adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            painter.setFont(self._small_font)
            painter.setPen(QColor(tokens.muted))
            heading = place.adjusted(PAD - 2, 6, 0, 0)
            painter.drawText(heading, int(Qt.AlignmentFlag.AlignVCenter), words_shown(row.name))
        else:
            self._paint_ground(painter, place, option)
            self._paint_row(painter, place, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        tokens, state = self._theme.tokens, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint if chosen else tokens.bg))
            painter.drawRoundedRect(place, 8, 8)

    def _paint_row(self, painter: QPainter, place: QRect, row: DomainRow) -> None:
        tokens = self._theme.tokens
        inner = place.adjusted(self._left(row) - 4, 5, -PAD + 2, -3)
        if row.look is not None:
            ink, tint = tokens.pair(row.look.tone)
            mark = QRectF(place.x() + PAD - 2, inner.y() + 1, SIZE, SIZE)
            paint_mark(painter, mark, row.look.shape, ink, tint)
        self._line(painter, inner, words_shown(row.name), strong=True, ink=tokens.text)
        inner.setTop(inner.top() + self._name_metrics.height() + 1)
        if row.state:
            ink = tokens.ink(row.look.tone) if row.look is not None else tokens.muted
            self._line(painter, inner, words_shown(row.state), strong=False, ink=ink)
            inner.setTop(inner.top() + self._small_metrics.height() + 1)
        if row.about:
            inner.setHeight(self._about_height(row, inner.width()))
            painter.setFont(self._small_font)
            painter.setPen(QColor(tokens.muted))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, int(flags), words_shown(row.about))

    def _line(self, painter: QPainter, place: QRect, words: str, *, strong: bool, ink: str) -> None:
        metrics = self._name_metrics if strong else self._small_metrics
        painter.setFont(self._name_font if strong else self._small_font)
        painter.setPen(QColor(ink))
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignTop), fitting)

    def _about_height(self, row: DomainRow, wide: int) -> int:
        """The height of the sentence, of which a few lines are shown."""
        lines = _FINDING_LINES if row.number is not None else _LINES
        most = self._small_metrics.lineSpacing() * lines
        room = QRect(0, 0, max(wide, 40), most)
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = self._small_metrics.boundingRect(room, flags, words_shown(row.about)).height()
        return min(needed, most)

    @staticmethod
    def _left(row: DomainRow) -> int:
        """Where words begin: behind the mark, if there is one."""
        return PAD + 2 + (SIZE + 8 if row.look is not None else 0)

    def _row(self, index: QModelIndex | QPersistentModelIndex) -> DomainRow:
        model = index.model()
        assert isinstance(model, RowsModel)
        row: DomainRow = model.rows[index.row()]
        return row
