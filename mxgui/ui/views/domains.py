"""The list of domains: those that are open with how they stand, and those that are offered."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.domain_delegate import DomainDelegate
from mxgui.ui.domain_list import DomainList
from mxgui.ui.domain_rows import HEADING, NO_GROUP, DomainRow, rows_of
from mxgui.ui.key_table import KeyRow
from mxgui.ui.shown import Shown
from mxgui.ui.sieve_bar import SieveField
from mxgui.ui.table import Cell, Column, RowsModel
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Inspect, Remove, Switch
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

LEAST = 170  # pixels of width


def _cell(row: DomainRow) -> Cell:
    return Cell(row.spoken if row.is_heading else row.name, row.look, tip=row.spoken)


class DomainsView(View):
    """A list: moving to an open domain shows it, Enter or a click inspects an offered one."""

    title = HEADING
    help = text(
        "Every domain that is open stands here with its verdict, how long ago it was looked at, "
        "and its worst finding. Arrow keys or a click show another one at once; the others go on "
        "meanwhile. Delete, or Ctrl+W, takes a domain out of the list and stops its probes. A text "
        "or a file with one domain a line can be dropped anywhere on the window: at most five are "
        "inspected at once, the rest waits its turn. In the demo network the list also offers "
        "made-up domains in groups: Enter or a click unfolds a group, and inspects a domain. Type "
        "to find one by its name or by what there is to see; Enter inspects the first that is "
        "found."
    )

    keys = (
        KeyRow(text("Show the next domain, or the one before"), ("Down", "Up")),
        KeyRow(text("Inspect an offered domain, or unfold a group"), ("Return",)),
        KeyRow(text("Unfold a group of offered domains, or fold it"), ("Right", "Left")),
        KeyRow(text("Find an offered domain"), ("Ctrl+F",)),
        KeyRow(text("Take a domain out of the list"), ("Del",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty list."""
        super().__init__(theme, parent)
        self.setObjectName("side")
        self._model: RowsModel[DomainRow] = RowsModel((Column(HEADING, _cell),), theme)
        self._rows: tuple[DomainRow, ...] = ()
        self._current: int | None = None
        self._shown = Shown()
        self._unfolded = frozenset({words_shown(NO_GROUP)})  # other groups are many
        self._is_drawing = False
        self.search = SieveField()
        self.list = DomainList()
        self._set_up_list()
        self._set_up_search()
        self._lay_out()
        theme.changed.connect(self.list.viewport().update)

    def _set_up_list(self) -> None:
        self.list.setModel(self._model)
        self._model.setParent(self.list)  # a view must not outlive its model
        self.list.setItemDelegate(DomainDelegate(self.theme, self.list))
        self.list.setAccessibleName(words_shown(HEADING))
        self.list.selectionModel().currentChanged.connect(self._move)
        self.list.activated.connect(self._take)
        self.list.clicked.connect(self._click)
        self.list.removed.connect(self._remove)
        self.list.asked.connect(self._offer)
        self.list.turned.connect(self._turn)
        self.list.typed.connect(self._type)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        search = QVBoxLayout()
        search.setContentsMargins(8, 0, 8, 0)
        search.addWidget(self.search)
        layout.addLayout(search)
        layout.addWidget(self.list)
        self.setMinimumWidth(LEAST)
        self.setFocusProxy(self.list)

    def _set_up_search(self) -> None:
        """A field for what is offered, which is much."""
        self.search.setObjectName("sieve")
        self.search.setPlaceholderText(words_shown(text("Find a demo domain")))
        self.search.setAccessibleName(words_shown(text("Find a domain of the demo network")))
        self.search.setToolTip(tip(text("By its name or by what there is to see (Ctrl+F)")))
        self.search.setClearButtonEnabled(True)
        self.search.hide()
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._take_first)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._go_find)

    def draw(self, shown: Shown) -> None:
        """Show the domains, and mark the one that is looked at."""
        self._shown = shown
        self.search.setVisible(bool(shown.examples))
        rows = rows_of(shown, self._unfolded, self.search.text())
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

    def _click(self, index: QModelIndex) -> None:
        """Unfold or fold a group, or take a domain."""
        row = self._row(index)
        if row is not None and row.is_heading:
            self._fold(row, is_folded=not row.is_folded)
        else:
            self._take(index)

    def _turn(self, index: QModelIndex, wanted: int) -> None:
        """Unfold a group (1), fold it (-1), or whichever it is not (0)."""
        row = self._row(index)
        if row is not None and row.is_heading:
            self._fold(row, is_folded=wanted < 0 or (wanted == 0 and not row.is_folded))

    def _fold(self, row: DomainRow, *, is_folded: bool) -> None:
        """Put the domains of a group away or show them; its heading stays current."""
        self._unfolded = self._unfolded - {row.name} if is_folded else self._unfolded | {row.name}
        self._redraw()
        names = [each.name if each.is_heading else None for each in self._rows]
        if row.name in names:
            self.list.setCurrentIndex(self._model.index(names.index(row.name), 0))

    def _redraw(self) -> None:
        self.draw(self._shown)

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

    # ------------------------------------------------------------------ finding

    def _go_find(self) -> None:
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _type(self, letters: str) -> None:
        """Go on typing in the field what was begun in the list."""
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.setText(letters)

    def _find(self) -> None:
        self._redraw()
        self.list.scrollToTop()

    def _take_first(self) -> None:
        """Inspect the first domain that was found."""
        offered = (row for row in self._rows if row.number is None and not row.is_heading)
        first = next(offered, None)
        if first is not None and self.search.text():
            self.search.clear()
            self.wished.emit(Inspect(first.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field for the list with the arrow down."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        row = self._row(self.list.currentIndex())
        if row is not None and row.number is not None:
            self.wished.emit(Remove(row.number))
