"""Paints the course of messages: the outage as a bar, tries as lines, and what ends them as marks.

Every mark has a shape of its own, so that none is known by its colour alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mxgui.routing.sending.course import Course, Happens
from mxgui.ui.theme import Theme, Tokens
from mxgui.ui.timeline.bars import axis_room
from mxgui.ui.timeline.scale import Scale
from mxgui.ui.waits.axis import duration_ticks
from mxgui.ui.words import shown

BAR = 2  # the column
_OUTAGE = 9.0  # pixels of height
_TRY = 6.0  # pixels above and below the middle
_MARK = 4.5  # pixels from the middle of a mark to its edge
_BEHIND = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_LABEL = 4  # pixels from a tick to its words
Index = QModelIndex | QPersistentModelIndex


class CourseDelegate(QStyledItemDelegate):
    """Paints what happens to a message instead of the words that tell it."""

    def __init__(
        self,
        scale: Scale,
        courses: Callable[[Index], tuple[Course, ...]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Paint upon this scale what `courses` gives for a place."""
        super().__init__(parent)
        self.lead = 0.0
        self._scale = scale
        self._courses = courses
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the words out: they are for screen readers and for copying."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, ticks, and one line for each course."""
        super().paint(painter, option, index)
        courses = self._courses(index)
        if not courses:
            return
        cell: QRect = option.rect
        room, tokens = axis_room(cell), self._theme.tokens
        painter.save()
        painter.setClipRect(cell)
        painter.setPen(QColor(tokens.border))
        for tick in duration_ticks(self._scale.axis, room.width(), self.lead):
            x = round(self._place(tick.at, room))
            painter.drawLine(x, cell.top(), x, cell.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = room.height() / len(courses)
        for at, course in enumerate(courses):
            line = QRectF(room.left(), room.top() + at * high, room.width(), high)
            self._paint_course(painter, course, line, tokens)
        painter.restore()

    def _place(self, at: float, room: QRectF) -> float:
        """Where a moment of the axis stands, in pixels; not far outside, where nobody looks."""
        place = min(max(self._scale.axis.place(at), -0.1), 1.1)
        return room.left() + place * room.width()

    def _paint_course(
        self, painter: QPainter, course: Course, line: QRectF, tokens: Tokens
    ) -> None:
        came = self.lead - course.begins  # on the axis, where the outage begins at `lead`
        middle = line.center().y()
        small = min(1.0, line.height() / 20)
        left = self._place(came + course.begins, line)
        right = self._place(came + course.ends, line)
        high = _OUTAGE * small
        paint_outage(painter, QRectF(left, middle - high / 2, right - left, high), tokens)
        painter.setPen(QPen(QColor(tokens.muted), 1))
        end = self._place(came + course.end.at, line)
        painter.drawLine(QPointF(self._place(came, line), middle), QPointF(end, middle))
        tries = (each.at for each in course.moments if each.what is Happens.FAILED)
        painter.setPen(QPen(QColor(tokens.text), 1))
        for x in sorted({round(self._place(came + at, line)) + 0.5 for at in tries}):
            painter.drawLine(QPointF(x, middle - _TRY * small), QPointF(x, middle + _TRY * small))
        paint_mark(painter, QPointF(self._place(came, line), middle), None, tokens, small)
        for each in course.moments:
            if each.what is not Happens.FAILED:
                spot = QPointF(self._place(came + each.at, line), middle)
                paint_mark(painter, spot, each.what, tokens, small)


def paint_outage(painter: QPainter, place: QRectF, tokens: Tokens) -> None:
    """Paint the outage: hatched, as what fails is everywhere."""
    ink, tint = QColor(tokens.fail), QColor(tokens.fail_tint)
    painter.fillRect(place, tint)
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(ink, 1))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_try(painter: QPainter, spot: QPointF, tokens: Tokens) -> None:
    """Paint a try that fails."""
    painter.setPen(QPen(QColor(tokens.text), 1))
    painter.drawLine(QPointF(spot.x(), spot.y() - _TRY), QPointF(spot.x(), spot.y() + _TRY))


def paint_mark(
    painter: QPainter, spot: QPointF, what: Happens | None, tokens: Tokens, small: float = 1.0
) -> None:
    """Paint what happens at a spot; None is the arrival of the message."""
    size = _MARK * small
    ground = QColor(tokens.surface)
    match what:
        case None:
            _filled(painter, QColor(tokens.text), ground)
            painter.drawPolygon(_points(spot, size, (-1, -1), (1, 0), (-1, 1)))
        case Happens.HANDED:
            _filled(painter, QColor(tokens.accent), ground)
            painter.drawRect(QRectF(spot.x() - size, spot.y() - size, 2 * size, 2 * size))
        case Happens.WARNED:
            _filled(painter, QColor(tokens.warn), ground)
            painter.drawPolygon(_points(spot, size, (0, -1.2), (1.1, 1), (-1.1, 1)))
        case Happens.DELIVERED:
            _filled(painter, QColor(tokens.ok), ground)
            painter.drawEllipse(spot, size, size)
        case Happens.BOUNCED:
            painter.setPen(QPen(ground, 5))
            _cross(painter, spot, size)
            painter.setPen(QPen(QColor(tokens.fail), 2.4))
            _cross(painter, spot, size)
        case Happens.FAILED:
            paint_try(painter, spot, tokens)


def _filled(painter: QPainter, ink: QColor, ground: QColor) -> None:
    painter.setPen(QPen(ground, 1))
    painter.setBrush(ink)


def _points(spot: QPointF, size: float, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(spot.x() + x * size, spot.y() + y * size) for x, y in corners])


def _cross(painter: QPainter, spot: QPointF, size: float) -> None:
    x, y = spot.x(), spot.y()
    painter.drawLine(QPointF(x - size, y - size), QPointF(x + size, y + size))
    painter.drawLine(QPointF(x - size, y + size), QPointF(x + size, y - size))


class CourseHeader(QHeaderView):
    """The titles of the columns; above the courses the ticks with their times."""

    def __init__(self, scale: Scale, theme: Theme, parent: QWidget | None = None) -> None:
        """Show this scale, in the colours of the theme."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.lead = 0.0
        self._scale = scale
        self._theme = theme
        self.setStretchLastSection(True)
        self.setSectionsMovable(False)
        scale.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a title, or the axis."""
        if section != BAR:
            super().paintSection(painter, rect, section)
            return
        tokens = self._theme.tokens
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        room, axis = axis_room(rect), self._scale.axis
        metrics = painter.fontMetrics()
        for tick in duration_ticks(axis, room.width(), self.lead):
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
