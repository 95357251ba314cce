"""The name servers, asked directly: a grid of servers and questions, with what differs marked."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.authority import was_asked
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.label import plain_label
from mxgui.ui.server_rows import COLUMNS, about_words, branches_of
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.view import View
from mxgui.ui.wishes import AskServers
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

ROOMY = 900  # pixels of width in which every column can be read
NARROW = 560  # pixels under which the button goes below the words
_SERVER, _MX, _NS, _HOSTS = 0, 4, 5, 6
_WIDE = (170, 136, 128, 150, 200, 180, 0)
_LESS = (148, 124, 124, 150, 0, 0, 0)
_TIP = text("Ask every name server of the domain and its exchanges directly")


class ServersView(View):
    """Zones, and below each its servers with what they answer; or a button that asks them."""

    title = text("Servers")
    help = text(
        "What each name server of the domain and of its exchanges says itself, when it is asked "
        "directly and not through the resolver: if it has authority, the serial of its copy of the "
        "zone, and its records. What differs from most others has a mark and ≠ before it. The last "
        "rows of a zone are what the zone above it says. Space or a double click unfolds a row to "
        "all of its answers.\n\n"
        "Nothing is asked until you want it: the button asks every server once, politely, and "
        "repeats nothing else of the inspection."
    )

    keys = (
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
        KeyRow(text("Unfold a server to all of its answers"), ("Space", "Right")),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no servers yet."""
        super().__init__(theme, parent)
        self._model = TreeModel(COLUMNS, theme)
        self.tree = UnfoldingTree(self._model, theme)
        let_copy(self.tree)
        self.tree.setAccessibleName(words_shown(text("Name servers")))
        self.tree.header().setStretchLastSection(False)
        self.tree.activated.connect(self.tree.toggle)
        self.about = plain_label("muted")
        self.about.setWordWrap(True)
        self.ask = QPushButton(words_shown(text("Ask the name servers")))
        self.ask.clicked.connect(self._wish)
        self._lay_out()
        self.setTabOrder(self.ask, self.tree)
        self.setFocusProxy(self.ask)
        self._result: Report | None = None

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setObjectName("strip")
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, strip)
        self._top.setContentsMargins(12, 4, 8, 4)
        self._top.setSpacing(8)
        self._top.addWidget(self.about, 1)
        self._top.addWidget(self.ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self.tree, 1)
        self._place_columns()

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the servers, and whether they can be asked now."""
        result = shown.result
        self._offer(shown)
        if result is self._result:
            return
        self._result = result
        self.about.setText(words_shown(about_words(result)))
        branches = tuple(branches_of(result)) if result is not None else ()
        self.tree.show_branches(branches)
        self.setFocusProxy(self.tree if branches else self.ask)

    def _offer(self, shown: Shown) -> None:
        problem = _why_not(shown)
        self.ask.setEnabled(problem is None)
        again = shown.result is not None and was_asked(shown.result.inspection)
        words = text("Ask again") if again else text("Ask the name servers")
        self.ask.setText(words_shown(words))
        self.ask.setToolTip(tip(problem or _TIP))
        self.ask.setAccessibleDescription(words_shown(problem or _TIP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        is_wide, is_narrow = self.width() >= ROOMY, self.width() < NARROW
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.tree.setColumnHidden(_NS, not is_wide)
        self.tree.setColumnHidden(_HOSTS, not is_wide)
        self.tree.setColumnHidden(_MX, is_narrow)
        stretched = _HOSTS if is_wide else _SERVER if is_narrow else _MX
        header, modes = self.tree.header(), QHeaderView.ResizeMode
        for column, width in enumerate(_WIDE if is_wide else _LESS):
            mode = modes.Stretch if column == stretched else modes.Interactive
            header.setSectionResizeMode(column, mode)
            if width and column != stretched and not header.isSectionHidden(column):
                header.resizeSection(column, width)

    # ------------------------------------------------------------------ wishes

    def _wish(self) -> None:
        self.wished.emit(AskServers())


def _why_not(shown: Shown) -> Text | None:
    """Why the servers cannot be asked now; None if they can."""
    if shown.result is None:
        return text("There is no domain to ask about yet.")
    if shown.result.inspection.entry.domain.literal is not None:
        return text("An address has no name servers to ask about mail.")
    return text("Wait until the inspection has ended.") if shown.busy else None
