"""Labels for words that may come from anywhere: plain text, never taken for markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle


def plain_label(kind: str) -> QLabel:
    """A label that can be copied; `kind` is its name in the style sheet, such as "muted"."""
    return _made_plain(QLabel(), kind)


def short_label(kind: str) -> QLabel:
    """The same, but it gives way to others: what has no room ends in “…”, and is the tip."""
    return _made_plain(_Short(), kind)


def _made_plain(label: QLabel, kind: str) -> QLabel:
    label.setObjectName(kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class _Short(QLabel):
    def minimumSizeHint(self) -> QSize:
        """Ask for no width: words have to be as long as they are, a window has not."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        room = self.contentsRect()
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        self.setToolTip("" if fits else self.text())
        if fits:
            super().paintEvent(event)
            return
        kept = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        side = Qt.AlignmentFlag(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        self.style().drawItemText(
            painter, room, int(side), self.palette(), self.isEnabled(), kept, self.foregroundRole()
        )
