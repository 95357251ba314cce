"""Paints the time line: the bars of the rows, the lines of the ticks, and the axis above them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mxgui.model.smtp import Stage
from mxgui.ui.graph_rows import stage_ink
from mxgui.ui.theme import Theme, Tokens
from mxgui.ui.timeline.axis import Axis, ticks
from mxgui.ui.timeline.model import Place, StepsModel
from mxgui.ui.timeline.row import Span, Style
from mxgui.ui.timeline.scale import Scale
from mxgui.ui.words import shown

HEIGHT = 12.0  # pixels of a bar
PAD = 8  # pixels, left and right of the axis
_WAITED = 2.0  # pixels; a thin line
_LEAST = 2.0  # pixels; a step of a tenth of a millisecond is still there
_THIN = 6.0  # pixels; less cannot be hatched
_GAP = 1.0  # between two steps of one bar
_BEHIND = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_LABEL = 4  # pixels from a tick to its words


def axis_room(rect: QRect) -> QRectF:
    """The part of a cell or a header in which the axis lies."""
    return QRectF(rect.adjusted(PAD, 0, -PAD, 0))


class BarDelegate(QStyledItemDelegate):
    """Paints the bar of a row instead of its words."""

    def __init__(self, scale: Scale, theme: Theme, parent: QWidget) -> None:
        """Paint upon this scale, in the colours of the theme."""
        super().__init__(parent)
        self._scale = scale
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave the words out: they are for screen readers and for copying."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, ticks and bar."""
        super().paint(painter, option, index)
        model = index.model()
        row = model.row_at(index) if isinstance(model, StepsModel) else None
        if row is None:
            return
        cell: QRect = option.rect
        room, axis, tokens = axis_room(cell), self._scale.axis, self._theme.tokens
        painter.save()
        painter.setClipRect(cell)
        painter.setPen(QColor(tokens.border))
        for tick in ticks(axis, room.width()):
            x = round(room.left() + axis.place(tick.at) * room.width())
            painter.drawLine(x, cell.top(), x, cell.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lane = HEIGHT / row.lanes
        for span in row.spans:
            top = room.center().y() - HEIGHT / 2 + span.lane * lane
            place = _stretch(span, axis, room, self._now(model))
            if place is not None:
                begin, length = place
                paint_span(painter, QRectF(begin, top, length, lane), span, tokens)
        painter.restore()

    @staticmethod
    def _now(model: object) -> float:
        return model.now if isinstance(model, StepsModel) else 0.0


def _stretch(span: Span, axis: Axis, room: QRectF, now: float) -> tuple[float, float] | None:
    """Left end and length in pixels of what is seen of a stretch; None if nothing is."""
    end = max(now, span.begin) if span.end is None else span.end
    if end < axis.begin or span.begin > axis.end:
        return None
    # Cut here: a bar a hundred times as wide as the window would be painted whole
    left = room.left() + max(axis.place(span.begin), -0.1) * room.width()
    right = room.left() + min(axis.place(end), 1.1) * room.width()
    return left, max(right - left - _GAP, _LEAST)


def paint_span(painter: QPainter, place: QRectF, span: Span, tokens: Tokens) -> None:
    """Paint one stretch: full, hatched where it broke, thin where nothing was done yet.

    QUIT is only an outline, so that it is told from the question that has the same colour.
    """
    ink = QColor(stage_ink(tokens, span.stage))
    painter.setPen(Qt.PenStyle.NoPen)
    if span.style is Style.WAITED:
        middle = QRectF(place.x(), place.center().y() - _WAITED / 2, place.width(), _WAITED)
        painter.fillRect(middle, QColor(tokens.idle))
        return
    if span.style is Style.BROKE:
        _paint_hatched(painter, place, QColor(tokens.fail), QColor(tokens.fail_tint))
    elif span.style is Style.UNHEARD:
        _paint_hatched(painter, place, QColor(tokens.idle), QColor(tokens.idle_tint))
    elif span.stage is Stage.QUIT:
        painter.setPen(QPen(ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.setBrush(ink)
        painter.drawRoundedRect(place, 1.5, 1.5)


def _paint_hatched(painter: QPainter, place: QRectF, ink: QColor, tint: QColor) -> None:
    """Hatch a stretch; one of several lanes is too thin for that."""
    if place.height() < _THIN:
        painter.fillRect(place.adjusted(0, 0, 0, -_GAP), ink)
        return
    painter.fillRect(place, tint)
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(ink, 1))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


class AxisHeader(QHeaderView):
    """The titles of the columns; above the bars the ticks with their seconds."""

    def __init__(self, scale: Scale, theme: Theme, parent: QWidget | None = None) -> None:
        """Show this scale, in the colours of the theme."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scale = scale
        self._theme = theme
        self.setStretchLastSection(True)
        self.setSectionsMovable(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        scale.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a title, or the axis."""
        if section != Place.BAR:
            super().paintSection(painter, rect, section)
            return
        tokens = self._theme.tokens
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        room, axis = axis_room(rect), self._scale.axis
        metrics = painter.fontMetrics()
        for tick in ticks(axis, room.width()):
            x = round(room.left() + axis.place(tick.at) * room.width())
            painter.setPen(QColor(tokens.border))
            painter.drawLine(x, rect.top() + 4, x, rect.bottom())
            words = shown(tick.words)
            if x + _LABEL + metrics.horizontalAdvance(words) <= rect.right():
                painter.setPen(QColor(tokens.muted))
                place = QRect(x + _LABEL, rect.top(), rect.right() - x, rect.height() - 1)
                # Time runs to the right in every language
                painter.drawText(place, int(_BEHIND), words)
        painter.restore()

    def sizeHint(self) -> QSize:
        """Ask for a little more room than the words need, as every header here."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.fontMetrics().height() + 10))
