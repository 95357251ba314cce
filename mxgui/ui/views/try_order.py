"""The try-order: every address in the order in which a sender tries them, tier by tier, live.

The same facts as on the graph, as words: this is what a screen reader reads out.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.shapes import AddressRow, HostCard, Lane, Tone
from mxgui.ui.dossier.probe import said_now
from mxgui.ui.looks import STATE_LOOKS, Look
from mxgui.ui.shown import Shown
from mxgui.ui.table import Cell
from mxgui.ui.theme import Theme
from mxgui.ui.tree import Branch, Leaf, TreeModel
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose
from mxgui.ui.words import shown as words_shown

COLUMNS = (text("Order"), text("Host"), text("Address"), text("State"), text("Said"))
_WIDTHS = (84, 260, 220, 130)
_CARD_SHAPES = {Tone.FAIL: Shape.CROSS, Tone.WARN: Shape.BANG, Tone.RUNNING: Shape.DOTS}


class TryOrderView(View):
    """Tiers, and below each its addresses in try-order; then the hosts that are not used."""

    title = text("Try order")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty tree."""
        super().__init__(theme, parent)
        self._model = TreeModel(COLUMNS, theme)
        self.tree = QTreeView()
        self.tree.setModel(self._model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(words_shown(self.title))
        header = self.tree.header()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.tree.selectionModel().currentChanged.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self._chosen: str | None = None
        self._is_drawing = False

    def draw(self, shown: Shown) -> None:
        """Show the order, and the chosen row."""
        result = shown.result
        self._is_drawing = True
        if self._model.replace(tuple(branches_of(result, shown.now)) if result else ()):
            self.tree.expandAll()
            for at in range(self._model.rowCount()):
                self.tree.setFirstColumnSpanned(at, QModelIndex(), True)
            self._chosen = None
        if shown.chosen != self._chosen:
            self._chosen = shown.chosen
            place = self._model.index_of(shown.chosen)
            if place.isValid():
                self.tree.setCurrentIndex(place)
            else:
                self.tree.selectionModel().clear()
        self._is_drawing = False

    def _choose(self, current: QModelIndex) -> None:
        part = self._model.at(current)
        if isinstance(part, Leaf) and not self._is_drawing:
            self._chosen = part.key
            self.wished.emit(Choose(part.key))


def branches_of(result: Report, now: float) -> Iterator[Branch]:
    """One branch a lane of the diagram, its rows in try-order."""
    for lane in result.diagram.lanes:
        leaves = (*_tried(result, lane, now), *_not_tried(result, lane))
        yield Branch(lane.key, (Cell(_heading(lane)),), leaves)


def _heading(lane: Lane) -> Text:
    if not lane.preference_words:
        return text("{title} · {words}", title=lane.title, words=lane.words)
    return text(
        "{title} · {preference} · {words}",
        title=lane.title,
        preference=lane.preference_words,
        words=lane.words,
    )


def _tried(result: Report, lane: Lane, now: float) -> Iterator[Leaf]:
    cards = {card.key: card for card in result.diagram.hosts if card.lane == lane.key}
    rows = {(row.name, row.address): row for row in result.diagram.rows if row.host in cards}
    for place in result.order:
        row = rows.get((place.host, place.address))
        if row is not None:
            yield _leaf(result, row, str(place.position), now)
            del rows[place.host, place.address]
    for row in rows.values():
        yield _leaf(result, row, "", now)


def _leaf(result: Report, row: AddressRow, order: str, now: float) -> Leaf:
    look = STATE_LOOKS[row.state]
    said = said_now(result.inspection, row, now)
    return Leaf(
        row.key,
        (
            Cell(order),
            Cell(row.name),
            Cell(row.address, mono=True),
            Cell(look.word, look),
            Cell(said, tip=row.tip),
        ),
    )


def _not_tried(result: Report, lane: Lane) -> Iterator[Leaf]:
    """The hosts of a lane that have no address to try, with the reason."""
    for card in result.diagram.hosts:
        if card.lane == lane.key and not result.diagram.rows_of(card.key):
            yield Leaf(card.key, (Cell(), Cell(card.name), Cell(), _mark(card), _reason(card)))


def _mark(card: HostCard) -> Cell:
    shape = _CARD_SHAPES.get(card.tone, Shape.RING)
    words = card.chips[0].words if card.chips else card.note
    return Cell(words, Look(shape, text("Not used"), card.tone))


def _reason(card: HostCard) -> Cell:
    return Cell(card.why or (card.chips[0].tip if card.chips else ""))
