"""The records of a draft, tier by tier: hosts are typed in their rows, and dragged between tiers.

A press that moves drags the row, without a loop of Qt's own for it: work goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from mxgui.model.records import Mx
from mxgui.model.text import Text, text
from mxgui.ui.fonts import strong_font
from mxgui.ui.looks import PROBLEM
from mxgui.ui.marks import icon_of
from mxgui.ui.route_cells import RouteCells
from mxgui.ui.route_draft import Draft, DraftTier, Typed
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

HOST, PREFERENCE, NOTE = range(3)  # the columns
_ARROW = "→ "  # before the tier that a dragged row would come to
_PLACE = Qt.ItemDataRole.UserRole  # of a row in the draft; a tier has none
_TIER = Qt.ItemDataRole.UserRole + 1  # the preference of a tier
_TITLES = (text("Host"), text("Preference"), text("Beside what is published"))


class RouteTree(QTreeWidget):
    """Draws a draft; every change makes another one, which is told by `edited`."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no rows yet."""
        super().__init__(parent)
        self.draft = Draft()
        self.published: tuple[Mx, ...] = ()
        self._theme = theme
        self._is_filling = False
        self._is_stale = False
        self._typed: tuple[int, int] | None = None  # place and column of the cell that is open
        self._pressed: QPoint | None = None
        self._carried: int | None = None  # the place of the row that is dragged
        self._target: QTreeWidgetItem | None = None
        self.setHeaderLabels([words_shown(title) for title in _TITLES])
        self.setAccessibleName(words_shown(text("MX records, tier by tier")))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(16)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(HOST, 300)
        header.resizeSection(PREFERENCE, 96)
        self.itemChanged.connect(self._take)
        self._cells = RouteCells(self)
        self.setItemDelegate(self._cells)
        self._cells.closeEditor.connect(self._catch_up)
        theme.changed.connect(self._rebuild)

    # ------------------------------------------------------------------ drawing

    def show_draft(self, draft: Draft, published: Sequence[Mx], at: int | None = None) -> None:
        """Show this draft; the row in that place is chosen, or else the one that was."""
        self.published = tuple(published)
        column = max(self.currentColumn(), 0)
        chosen = self.place() if at is None else at
        self.draft = draft
        self._rebuild()
        self._choose(chosen, column)

    def place(self) -> int | None:
        """The place of the chosen row in the draft."""
        item = self.currentItem()
        found = item.data(HOST, _PLACE) if item is not None else None
        return found if isinstance(found, int) and found < len(self.draft.rows) else None

    def begin_typing(self, place: int, column: int = HOST) -> None:
        """Let one cell of a row be typed in at once."""
        self.finish_typing()
        item = self._choose(place, column)
        if item is not None:
            self.editItem(item, column)

    def finish_typing(self) -> None:
        """Take what stands in a cell that is open, whoever comes next."""
        editor = self._cells.editor
        if editor is not None and self.state() is QAbstractItemView.State.EditingState:
            hint = QAbstractItemDelegate.EndEditHint.NoHint
            self.commitData(editor)
            self.closeEditor(editor, hint)
            self._catch_up(editor, hint)

    def _choose(self, place: int | None, column: int) -> QTreeWidgetItem | None:
        items = self._items()
        item = next((one for one in items if one.data(HOST, _PLACE) == place), None)
        if item is None and items:
            item = items[0]
        if item is not None:
            self.setCurrentItem(item, column if column != NOTE else HOST)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        tiers = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        found = [tier.child(at) for tier in tiers if tier for at in range(tier.childCount())]
        return [item for item in found if item is not None]

    def _rebuild(self) -> None:
        self._is_filling, self._is_stale, self._target = True, False, None
        self.clear()
        for at, tier in enumerate(self.draft.tiers):
            heading = QTreeWidgetItem([words_shown(_tier_words(tier, is_first=not at))])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setFont(HOST, strong_font())
            heading.setData(HOST, _TIER, tier.preference)
            self.addTopLevelItem(heading)
            heading.setFirstColumnSpanned(True)
            heading.addChildren([self._row(place) for place in tier.places])
        self.expandAll()
        self._is_filling = False

    def _row(self, place: int) -> QTreeWidgetItem:
        row = self.draft.rows[place]
        item = QTreeWidgetItem([row.host, row.preference])
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        )
        item.setData(HOST, _PLACE, place)
        self._tell(item, place)
        return item

    def _tell(self, item: QTreeWidgetItem, place: int) -> None:
        """Say in a row what it is; a problem stands in the tone of failure, with its mark."""
        row, tokens = self.draft.rows[place], self._theme.tokens
        words = self.draft.note(place, self.published)
        is_wrong = row.problem is not None
        item.setText(NOTE, words_shown(words))
        item.setToolTip(NOTE, tip(words))
        item.setForeground(NOTE, QColor(tokens.ink(PROBLEM.tone) if is_wrong else tokens.muted))
        if is_wrong:
            item.setIcon(NOTE, icon_of(PROBLEM, tokens))
        spoken = text(
            "{host}, preference {preference}: {note}",
            host=row.host or words_shown(text("no host yet")),
            preference=row.preference,
            note=words,
        )
        item.setData(HOST, Qt.ItemDataRole.AccessibleTextRole, words_shown(spoken))

    # ------------------------------------------------------------------ typing

    def _take(self, item: QTreeWidgetItem, _column: int) -> None:
        """Take what was typed; the row goes to its tier once nothing is typed any more."""
        place = item.data(HOST, _PLACE)
        if self._is_filling or not isinstance(place, int):
            return
        row = Typed(item.text(PREFERENCE).strip(), item.text(HOST).strip())
        if row == self.draft.rows[place]:
            return
        self.draft = self.draft.with_row(place, row)
        self._is_stale = True
        self.edited.emit()

    def _catch_up(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Show what was typed in its tier; Tab goes on in the cell beside it."""
        place, column = self.place(), self.currentColumn()
        hints = QAbstractItemDelegate.EndEditHint
        goes_on = hint in (hints.EditNextItem, hints.EditPreviousItem)
        if goes_on and self._typed is not None:
            place, column = self._typed
        if self._is_stale or goes_on:
            self.show_draft(self.draft, self.published, place)
        self._typed = None
        if goes_on and place is not None:
            self.begin_typing(place, PREFERENCE if column == HOST else HOST)

    def edit(  # type: ignore[override]
        self, index: QModelIndex, trigger: QAbstractItemView.EditTrigger, event: QEvent
    ) -> bool:
        """Remember which cell is typed in; what the row is beside others cannot be."""
        if index.column() == NOTE:
            index = index.siblingAtColumn(HOST)
        is_begun = super().edit(index, trigger, event)
        if is_begun and self._typed is None:
            place = index.siblingAtColumn(HOST).data(_PLACE)
            self._typed = (place, index.column()) if isinstance(place, int) else None
        return is_begun

    # ------------------------------------------------------------------ dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        is_row = item is not None and isinstance(item.data(HOST, _PLACE), int)
        if event.button() is Qt.MouseButton.LeftButton and is_row:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the row that was pressed, and show which tier it would come to."""
        spot = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._carried is None:
            far = (spot - self._pressed).manhattanLength()
            self._carried = self.place() if far >= QApplication.startDragDistance() else None
            if self._carried is None:
                return
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._aim(self._tier_at(spot))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the row down in the tier below the pointer; below all of them it gets its own."""
        carried, self._pressed = self._carried, None
        super().mouseReleaseEvent(event)
        if carried is None:
            return
        spot = event.position().toPoint()
        tier = self._tier_at(spot)
        self._let_go()
        if not self.viewport().rect().contains(spot):
            return
        preference = tier.data(HOST, _TIER) if tier is not None else None
        if isinstance(preference, int):
            self.change(self.draft.moved(carried, preference), carried)
        elif tier is None:
            self.change(self.draft.beyond(carried, 1), carried)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape put a row back where it was; Enter types in the chosen cell."""
        if event.key() == Qt.Key.Key_Escape and self._carried is not None:
            self._pressed = None
            self._let_go()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, event)
        else:
            super().keyPressEvent(event)

    def change(self, draft: Draft, at: int | None = None) -> None:
        """Show another draft, and tell that it is one."""
        if draft != self.draft:
            self.show_draft(draft, self.published, at)
            self.edited.emit()

    def _tier_at(self, spot: QPoint) -> QTreeWidgetItem | None:
        item = self.itemAt(spot)
        above = item.parent() if item is not None else None
        return above or item

    def _aim(self, tier: QTreeWidgetItem | None) -> None:
        """Show the tier that the row would come to in the accent, with an arrow before it."""
        if tier is self._target:
            return
        self._is_filling = True
        if self._target is not None:
            self._target.setForeground(HOST, QBrush())
            self._target.setText(HOST, self._target.text(HOST).removeprefix(_ARROW))
        if tier is not None:
            tier.setForeground(HOST, QColor(self._theme.tokens.accent))
            tier.setText(HOST, f"{_ARROW}{tier.text(HOST)}")
        self._is_filling = False
        self._target = tier

    def _let_go(self) -> None:
        self._carried = None
        self._aim(None)
        self.viewport().unsetCursor()


def _tier_words(tier: DraftTier, *, is_first: bool) -> Text:
    if tier.preference is None:
        return text("No preference")
    if is_first:
        return text("Preference {preference}, tried first", preference=str(tier.preference))
    return text("Preference {preference}", preference=str(tier.preference))
