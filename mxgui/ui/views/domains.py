"""The list of domains: those that are open with how they stand, and those that are offered."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.domain_delegate import DomainDelegate
from mxgui.ui.domain_rows import HEADING, DomainRow, rows_of
from mxgui.ui.key_table import KeyRow
from mxgui.ui.shown import Shown
from mxgui.ui.table import Cell, Column, RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Inspect, Remove, Switch
from mxgui.ui.words import shown as words_shown

LEAST = 170  # pixels of width


def _cell(row: DomainRow) -> Cell:
    return Cell(row.name, row.look, tip=row.spoken)


class DomainsView(View):
    """A list: moving to an open domain shows it, Enter or a click inspects an offered one."""

    title = HEADING
    help = text(
        "Every domain that is open stands here with its verdict, how long ago it was looked at, "
        "and its worst finding. Arrow keys or a click show another one at once; the others go on "
        "meanwhile. Delete, or Ctrl+W, takes a domain out of the list and stops its probes. A text "
        "or a file with one domain a line can be dropped anywhere on the window: at most five are "
        "inspected at once, the rest waits its turn. In the demo network the list also offers "
        "made-up domains in groups: Enter or a click inspects one."
    )

    keys = (
        KeyRow(text("Show the next domain, or the one before"), ("Down", "Up")),
        KeyRow(text("Inspect an offered domain"), ("Return",)),
        KeyRow(text("Take a domain out of the list"), ("Del",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty list."""
        super().__init__(theme, parent)
        self.setObjectName("side")
        self._model = DomainsModel((Column(HEADING, _cell),), theme)
        self.list = DomainList()
        self.list.setModel(self._model)
        self._model.setParent(self.list)  # a view must not outlive its model
        self.list.setItemDelegate(DomainDelegate(theme, self.list))
        self.list.setAccessibleName(words_shown(HEADING))
        self.list.selectionModel().currentChanged.connect(self._move)
        self.list.activated.connect(self._take)
        self.list.clicked.connect(self._take)
        self.list.removed.connect(self._remove)
        self.list.asked.connect(self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setMinimumWidth(LEAST)
        self.setFocusProxy(self.list)
        self._rows: tuple[DomainRow, ...] = ()
        self._current: int | None = None
        self._is_drawing = False
        theme.changed.connect(self.list.viewport().update)

    def draw(self, shown: Shown) -> None:
        """Show the domains, and mark the one that is looked at."""
        rows = rows_of(shown)
        if rows == self._rows and shown.current == self._current:
            return
        self._is_drawing = True
        moved = shown.current != self._current or len(rows) != len(self._rows)
        self._rows, self._current = rows, shown.current
        self._model.replace(rows)
        if moved:
            self._mark()
        self._is_drawing = False

    def _mark(self) -> None:
        """Put the cursor upon the domain that is looked at, where it can be seen."""
        numbers = [row.number for row in self._rows]
        at = numbers.index(self._current) if self._current in numbers else -1
        index = self._model.index(at, 0) if self._current is not None and at >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def _row(self, index: QModelIndex) -> DomainRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def _move(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row is not None and row.number is not None and not self._is_drawing:
            self.wished.emit(Switch(row.number))

    def _take(self, index: QModelIndex, _checked: bool = False) -> None:
        row = self._row(index)
        if row is None or row.is_heading:
            return
        self.wished.emit(Inspect(row.name) if row.number is None else Switch(row.number))

    def _offer(self, index: QModelIndex, place: QPoint) -> None:
        """Show what can be done with a domain; an open one is shown then."""
        row = self._row(index)
        if row is None or row.is_heading:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.number is not None:
            self.wished.emit(Switch(row.number))
            menu.addActions(self.list.actions())
        else:
            words = words_shown(text("Inspect {domain}", domain=row.name)).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self._take, index))
        menu.popup(place)

    def _remove(self) -> None:
        row = self._row(self.list.currentIndex())
        if row is not None and row.number is not None:
            self.wished.emit(Remove(row.number))


class DomainsModel(RowsModel[DomainRow]):
    """The rows; a heading can be passed over but not chosen."""

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]
        """Tell what can be done with a row."""
        if index.isValid() and self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class DomainList(QListView):
    """A list of rows of different heights; Delete wishes a row away."""

    removed = Signal()
    asked = Signal(QModelIndex, QPoint)  # for what can be done with a row, at that place

    def __init__(self) -> None:
        """Be calm: no frame, no sideways scrolling."""
        super().__init__()
        self._is_second = False  # the click under way
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows be as high as their sentences need in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done with the row under the mouse, or with the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        current = self.currentIndex()
        index = self.indexAt(event.pos()) if by_mouse else current
        place = event.globalPos()
        if not by_mouse:
            place = self.viewport().mapToGlobal(self.visualRect(current).center())
        self.asked.emit(index, place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take no second click: the first may have put another row under the mouse."""
        self._is_second = True
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click, unless it was the second of two."""
        is_second, self._is_second = self._is_second, False
        if not is_second:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete; everything else is Qt's."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
