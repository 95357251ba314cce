"""Marks and time bars, painted within the text of a page."""

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from mxgui.ui.dossier.section import Bar
from mxgui.ui.graph_rows import stage_ink
from mxgui.ui.looks import Look
from mxgui.ui.marks import SIZE, paint_mark
from mxgui.ui.theme import Theme

LETTER = "\ufffc"  # what stands in the text for a painted thing
_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1  # by which a thing is found
_BAR = QSizeF(112, 18)  # as high as a line, so that it stands in its middle
_MARK = QSizeF(SIZE + 6, SIZE)


class Painted(QPyTextObject):
    """Paints the things of one document in the colours of the theme."""

    def __init__(self, document: QTextDocument, theme: Theme, parent: QObject) -> None:
        """Paint for that document."""
        super().__init__(parent)
        self._theme = theme
        self._things: list[Bar | Look] = []
        self._numbers: dict[Bar | Look, int] = {}
        document.documentLayout().registerHandler(_OBJECT, self)

    def forget(self) -> None:
        """Begin anew, for a document without things."""
        self._things.clear()
        self._numbers.clear()

    def format_of(self, thing: Bar | Look) -> QTextCharFormat:
        """The format of the letter that stands for a thing."""
        if thing not in self._numbers:
            self._numbers[thing] = len(self._things)
            self._things.append(thing)
        written = QTextCharFormat()
        written.setObjectType(_OBJECT)
        written.setProperty(_NUMBER, self._numbers[thing])
        written.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return written

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Tell how much room it needs."""
        return _BAR if isinstance(self._things[form.intProperty(_NUMBER)], Bar) else _MARK

    def drawObject(  # Qt's own arguments
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        """Paint it."""
        place = QRectF(rect)
        what = self._things[form.intProperty(_NUMBER)]
        if isinstance(what, Look):
            ink, tint = self._theme.tokens.pair(what.tone)
            paint_mark(painter, QRectF(place.x(), place.y(), SIZE, SIZE), what.shape, ink, tint)
        else:
            _paint_bar(painter, place, what, self._theme)


def _paint_bar(painter: QPainter, rect: QRectF, bar: Bar, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(theme.tokens.lane))
    rect = QRectF(rect.x(), rect.center().y() - 3, rect.width(), 6)
    painter.drawRoundedRect(rect, 3, 3)
    painter.setBrush(QColor(stage_ink(theme.tokens, bar.stage)))
    length = max(4.0, rect.width() * bar.length)
    left = min(rect.x() + rect.width() * bar.start, rect.right() - length)
    painter.drawRoundedRect(QRectF(left, rect.y(), length, rect.height()), 3, 3)
    painter.restore()
