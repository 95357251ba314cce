"""Domains to click on: those of the demo network, or those that the window was started with."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import text
from mxgui.ui.fonts import BASE, base_font, strong_font
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Example, Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Inspect
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

_ABOUT = Qt.ItemDataRole.UserRole + 1
_PAD = 10  # pixels
_BAR = 14  # of the scroll bar and the borders
_LINES = 3  # of the sentence about a domain; the tooltip has all of it


class ExamplesView(View):
    """A list of domains, each with a sentence about it; a click or Enter inspects."""

    title = text("Domains")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty list."""
        super().__init__(theme, parent)
        self.setObjectName("side")
        heading = plain_label("muted")
        heading.setText(words_shown(self.title))
        heading.setContentsMargins(_PAD, 8, 0, 2)
        self.list = QListWidget()
        self.list.setAccessibleName(words_shown(self.title))
        self.list.setItemDelegate(ExampleDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemActivated.connect(self._inspect)
        self.list.itemClicked.connect(self._inspect)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._examples: tuple[Example, ...] = ()
        self._typed = ""
        theme.changed.connect(self.list.viewport().update)

    def draw(self, shown: Shown) -> None:
        """Show the domains, and mark the one that is inspected."""
        self.setVisible(bool(shown.examples))
        if shown.examples != self._examples:
            self._examples = shown.examples
            self.list.clear()
            for example in shown.examples:
                self.list.addItem(_item(example))
        if shown.typed != self._typed:
            self._typed = shown.typed
            domains = [example.domain for example in self._examples]
            row = domains.index(shown.typed) if shown.typed in domains else -1
            self.list.setCurrentRow(row)

    def _inspect(self, item: QListWidgetItem) -> None:
        self.wished.emit(Inspect(item.text()))


def _item(example: Example) -> QListWidgetItem:
    item = QListWidgetItem(example.domain)
    about = words_shown(example.about)
    item.setData(_ABOUT, about)
    item.setToolTip(tip(about))
    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, about)
    return item


class ExampleDelegate(QStyledItemDelegate):
    """Paints the domain, and its sentence below in small muted lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Paint in the colours of the theme."""
        super().__init__(parent)
        self._theme = theme
        self._name_font = strong_font()
        self._about_font = base_font()
        self._about_font.setPointSizeF(BASE - 1)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Tell the height, which depends on how many lines the sentence takes."""
        wide = self._wide()
        lines = self._about_rect(index.data(_ABOUT) or "", wide).height()
        return QSize(wide, QFontMetrics(self._name_font).height() + lines + 16)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the two, upon a tint if chosen."""
        tokens = self._theme.tokens
        place: QRect = option.rect.adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint if chosen else tokens.bg))
            painter.drawRoundedRect(place, 8, 8)
        inner = place.adjusted(_PAD - 2, 5, -_PAD + 2, -3)
        painter.setFont(self._name_font)
        painter.setPen(QColor(tokens.text))
        metrics = QFontMetrics(self._name_font)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(self._about_font)
        painter.setPen(QColor(tokens.muted))
        below = inner.adjusted(0, metrics.height() + 1, 0, 4)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(flags), index.data(_ABOUT) or "")
        painter.restore()

    def _wide(self) -> int:
        view = self.parent()
        # The bar may come later than the sizes are asked for: its room is always kept
        return view.width() - _BAR if isinstance(view, QListWidget) else 0

    def _about_rect(self, about: str, wide: int) -> QRect:
        metrics = QFontMetrics(self._about_font)
        room = QRect(0, 0, max(wide - 2 * _PAD - 4, 40), metrics.lineSpacing() * _LINES)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), about)
