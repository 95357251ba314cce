"""The legend of the courses: a mark and a word for each thing that happens, in thin lines."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mxgui.model.text import Text, text
from mxgui.routing.sending.course import Happens
from mxgui.ui.theme import Theme
from mxgui.ui.waits.bars import paint_mark, paint_outage
from mxgui.ui.words import shown

LINE = 20  # pixels
_SWATCH = 16
_GAP = 12  # between two entries
_INNER = 5  # between swatch and word
OUTAGE = text("Outage")
KINDS: tuple[tuple[Text, Happens | None], ...] = (
    (text("Message comes"), None),
    (text("Try that fails"), Happens.FAILED),
    (text("Backup has it"), Happens.HANDED),
    (text("Author warned"), Happens.WARNED),
    (text("Delivered"), Happens.DELIVERED),
    (text("Bounced"), Happens.BOUNCED),
)


class CourseLegend(QWidget):
    """What the marks of the courses mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show all kinds."""
        super().__init__(parent)
        self._theme = theme
        self._names = (shown(OUTAGE), *(shown(words) for words, _ in KINDS))
        words = (OUTAGE, *(words for words, _ in KINDS))
        self.setAccessibleName(shown(text("Legend: {kinds}", kinds=words)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        """Fit into any width; the lines become more."""
        return QSize(120, LINE)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(sum(self._wide(name) for name in self._names), LINE)

    def hasHeightForWidth(self) -> bool:
        """Tell that the lines become more where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high as many lines are as that width needs."""
        return LINE * (1 + max(line for _, line in self._places(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        for at, (x, line) in enumerate(self._places(self.width())):
            top = line * LINE
            swatch = QRectF(self._turned(QRect(x, top, _SWATCH, LINE)))
            if at == 0:
                paint_outage(painter, swatch.adjusted(0, 5.5, 0, -5.5), tokens)
            else:
                paint_mark(painter, swatch.center(), KINDS[at - 1][1], tokens)
            painter.setPen(QColor(tokens.muted))
            behind = _SWATCH + _INNER
            place = QRect(x + behind, top, self._wide(self._names[at]) - behind, LINE)
            middle = int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self._turned(place), middle, self._names[at])

    def _turned(self, place: QRect) -> QRect:
        """The place as the language has it, which may run from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _places(self, width: int) -> list[tuple[int, int]]:
        """The left end and the line of each kind."""
        places = []
        x = line = 0
        for name in self._names:
            wide = self._wide(name)
            if x and x + wide - _GAP > width:
                x, line = 0, line + 1
            places.append((x, line))
            x += wide
        return places

    def _wide(self, name: str) -> int:
        return _SWATCH + _INNER + self.fontMetrics().horizontalAdvance(name) + _GAP
