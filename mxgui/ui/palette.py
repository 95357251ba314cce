"""The command palette: one field, and below it all that can be done, found by a few letters.

It lies upon the window as a part of it, so that it can be placed on every system and needs no loop
of its own. The field keeps the keyboard; the list shows which entry Enter would run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from string import Template

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.palette_rows import ROW, HitsDelegate, HitsModel, spoken
from mxgui.ui.palette_search import Entry, Hit, hits, reads_as_domain
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import Inspect
from mxgui.ui.words import shown as words_shown

WIDE = 660  # pixels, if the window has them
_TOP = 64  # pixels above the palette
_MARGIN = 24  # pixels beside and below it at the least
_ROWS = 11  # that are seen at once
_LONGEST = 1_000  # letters that can be typed or pasted
_CUT = 60  # letters of it that are repeated in the list
_KEPT = 20  # entries that are remembered as run
_VEIL = QColor(0, 0, 0, 56)
_SHEET = Template("""
QFrame#palette { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame#palette QListView { border: none; background: $surface; }
QFrame#palette QLabel { color: $muted; padding: 2px 4px; }
""")
_FIRST, _LAST, _PAGE = "first", "last", _ROWS - 1
_MOVES: dict[int, int | str] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_Home: _FIRST,
    Qt.Key.Key_End: _LAST,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteField(QLineEdit):
    """Where one types; the keys that move in the list are handed on."""

    moved = Signal(object)
    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take our keys before the window does: Esc would stop the probes."""
        if isinstance(event, QKeyEvent) and event.key() in (*_MOVES, *_ENTER, Qt.Key.Key_Escape):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._took(event):
                return True
        return super().event(event)

    def _took(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backtab or event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.moved.emit(_MOVES[key])
        else:
            return False  # Shift+Home and its kind select letters, as in any field
        return True


class Palette(QWidget):
    """Lies upon a window while it is open; `wished` asks to inspect what was typed."""

    wished = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Be there, but not seen."""
        super().__init__(window)
        self.hide()
        self._theme = theme
        self._window = window
        self._entries: tuple[Entry, ...] = ()
        self._recent: list[tuple[str, str]] = []
        self._before: QWidget | None = None
        self.field = PaletteField()
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(words_shown(text("What to do, or a domain")))
        self.field.setAccessibleName(words_shown(text("Command palette: what to do, or a domain")))
        self.model = HitsModel(self)
        self.list = self._made_list()
        self.nothing = plain_label("muted")
        self.nothing.setText(words_shown(text("Nothing fits.")))
        self.hint = plain_label("muted")
        self.hint.setText(words_shown(text("Up and Down choose, Enter runs, Esc closes")))
        self.panel = self._lay_out()
        self._connect()
        self._colour()

    def _made_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(HitsDelegate(self.model, self._theme, made))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(words_shown(text("What fits")))
        return made

    def _lay_out(self) -> QFrame:
        panel = QFrame(self)
        panel.setObjectName("palette")
        column = QVBoxLayout(panel)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        for widget in (self.field, self.list, self.nothing, self.hint):
            column.addWidget(widget)
        column.addStretch(1)
        return panel

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._run_current)
        self.field.left.connect(self.leave)
        self.list.clicked.connect(self._run)
        self._theme.changed.connect(self._colour)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    # ------------------------------------------------------------------ open and closed

    def open(self, entries: Sequence[Entry]) -> None:
        """Show these entries, with an empty field that has the keyboard."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._window.installEventFilter(self)
        self._entries = tuple(entries)
        self.field.clear()
        self._place()
        self.show()
        self.raise_()
        self._window.activateWindow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._search()

    def leave(self) -> None:
        """Be gone, and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self._window.removeEventFilter(self)
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.window().activateWindow()
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard has gone elsewhere in the program, and leave it there."""
        if self.isVisible() and now is not None and now is not self.field:
            self._before = None
            self.leave()

    # ------------------------------------------------------------------ search and choice

    def _search(self) -> None:
        typed = self.field.text().strip()
        found = hits(self._entries, typed, self._recent)
        titles = {words_shown(hit.entry.words) for hit in found}
        if typed and typed not in titles and reads_as_domain(typed):
            found = (*found, Hit(self._to_inspect(typed)))
        self.model.replace(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._place()
        self._choose(0)

    def _to_inspect(self, typed: str) -> Entry:
        """To inspect what was typed, since it reads as a domain."""
        cut = typed if len(typed) <= _CUT else f"{typed[:_CUT]}…"
        wish = partial(self.wished.emit, Inspect(typed))
        return Entry(text("Inspect “{typed}”", typed=cut), text("Domain"), wish)

    def _move(self, by: int | str) -> None:
        last = self.model.rowCount() - 1
        row = self.list.currentIndex().row()
        if by == _FIRST or (by == 1 and row == last):
            self._choose(0)
        elif by == _LAST or (by == -1 and row == 0):
            self._choose(last)
        elif isinstance(by, int):
            self._choose(min(max(row + by, 0), last))

    def _choose(self, row: int) -> None:
        if not 0 <= row < self.model.rowCount():
            return
        self.list.setCurrentIndex(self.model.index(row, 0))
        if QAccessible.isActive():  # the list has no keyboard focus to be read out for
            words = words_shown(spoken(self.model.hits[row].entry))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))

    def _run_current(self) -> None:
        self._run(self.list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        """Close, and then do it."""
        if not index.isValid():
            return
        entry = self.model.hits[index.row()].entry
        if not entry.enabled:
            return
        others = [name for name in self._recent if name != entry.name]
        self._recent = [entry.name, *others][:_KEPT]
        self.leave()
        entry.run()

    # ------------------------------------------------------------------ place and paint

    def _place(self) -> None:
        """Cover the window, with the panel in the upper middle of it."""
        room = self._window.rect()
        self.setGeometry(room)
        rows = max(min(self.model.rowCount(), _ROWS), 1)
        row = max(self.list.sizeHintForRow(0), ROW)
        besides = self.field.sizeHint().height() + self.hint.sizeHint().height() + 30
        high = min(rows * row + besides, room.height() - _TOP - _MARGIN)
        wide = min(WIDE, room.width() - 2 * _MARGIN)
        self.list.setFixedHeight(max(high - besides, row))
        self.panel.setGeometry(QRect((room.width() - wide) // 2, _TOP, wide, high))

    def _colour(self) -> None:
        self.panel.setStyleSheet(_SHEET.substitute(asdict(self._theme.tokens)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put a veil over the window: what is below cannot be used now."""
        QPainter(self).fillRect(self.rect(), _VEIL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close upon a click beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.leave()
