"""The legend of the time line: a swatch and a word for each kind of stretch, in thin lines."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mxgui.model.smtp import Stage
from mxgui.model.text import text
from mxgui.ui.theme import Theme
from mxgui.ui.timeline.bars import paint_span
from mxgui.ui.timeline.row import Span, Style
from mxgui.ui.words import shown

LINE = 20  # pixels
_SWATCH = QSize(16, 10)
_GAP = 10  # between two entries
_INNER = 5  # between swatch and word
KINDS = (
    Span(text("DNS"), 0, 0),
    Span(text("Connect"), 0, 0, Stage.CONNECT),
    Span(text("Greeting, EHLO"), 0, 0, Stage.GREETING),
    Span(text("STARTTLS, TLS, EHLO again"), 0, 0, Stage.HANDSHAKE),
    Span(text("QUIT"), 0, 0, Stage.QUIT),
    Span(text("Failed"), 0, 0, style=Style.BROKE),
    Span(text("No answer"), 0, 0, style=Style.UNHEARD),
    Span(text("Waiting"), 0, 0, style=Style.WAITED),
)


class Legend(QWidget):
    """What the colours and patterns of the bars mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show all kinds."""
        super().__init__(parent)
        self._theme = theme
        words = tuple(kind.name for kind in KINDS)
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
        return QSize(sum(self._wide(kind) for kind in KINDS), LINE)

    def hasHeightForWidth(self) -> bool:
        """Tell that the lines become more where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high as many lines are as that width needs."""
        return LINE * (1 + max(line for _, _, line in self._places(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint swatches and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        for kind, x, line in self._places(self.width()):
            top = line * LINE
            swatch = QRect(QPoint(x, top + (LINE - _SWATCH.height()) // 2), _SWATCH)
            paint_span(painter, QRectF(self._turned(swatch)), kind, tokens)
            painter.setPen(QColor(tokens.muted))
            behind = _SWATCH.width() + _INNER
            place = QRect(x + behind, top, self._wide(kind) - behind, LINE)
            middle = int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self._turned(place), middle, shown(kind.name))

    def _turned(self, place: QRect) -> QRect:
        """The place as the language has it, which may run from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _places(self, width: int) -> list[tuple[Span, int, int]]:
        """Each kind with its left end and its line."""
        places = []
        x = line = 0
        for kind in KINDS:
            wide = self._wide(kind)
            if x and x + wide - _GAP > width:
                x, line = 0, line + 1
            places.append((kind, x, line))
            x += wide
        return places

    def _wide(self, kind: Span) -> int:
        words = self.fontMetrics().horizontalAdvance(shown(kind.name))
        return _SWATCH.width() + _INNER + words + _GAP
