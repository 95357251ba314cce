"""What if: parts of the route go off, and at once there is what comes of the mail."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.report.report import Report
from mxgui.routing.sending.behaviour import SWITCHES, Behaviour
from mxgui.routing.sending.off_words import how_words
from mxgui.routing.sending.outage import AS_RECORDS_SAY, What, WhatIf
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.shown import Shown
from mxgui.ui.switch_rows import Switches, switches_of
from mxgui.ui.switch_tree import SwitchTree
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.view import View
from mxgui.ui.what_if_bar import WhatIfBar
from mxgui.ui.what_if_rows import COLUMNS, branches_of, rests_on
from mxgui.ui.wishes import Choose, SwitchOff, SwitchOn
from mxgui.ui.words import shown as words_shown

LOW = 260  # pixels of height under which the titles of the columns would cost a row
NARROW = 620  # pixels under which the result stands below the parts
_SHARE = 96  # pixels of a column of shares


class WhatIfView(View):
    """Left what can be switched off, right what comes of it; above both how it is supposed."""

    title = text("What if")
    help = text(
        "What would come of the mail if parts of the route were down. Left is every part: tiers "
        "with their hosts and addresses, IPv4 and IPv6, networks, zones. A box that is not checked "
        "is switched off, in the manner that is chosen above: it refuses, is silent, answers 421 "
        "or 554, or its STARTTLS is broken. All else takes mail, as the records say, or does what "
        "was probed just now.\n"
        "Right is one sentence for the chosen sender, Postfix and Exim, and below it the shares of "
        "mail and of first attempts by host, fates and delays, before and after. The graph shows "
        "the same until you choose to see what was measured.\n"
        "The field takes what the command line takes: mx1.example.org:silent, ipv6, 192.0.2.0/24, "
        "preference=10, zone=example.net. “Seen by” shows the route as one of its own hosts has "
        "it: a host never sends to itself or to worse ones (RFC 5321, section 5.1).\n"
        "Nothing here is measured, and no probe is made. Verdict, findings, reports and saved "
        "pictures always tell what was found."
    )

    keys = (
        KeyRow(text("Switch the part off, or on again"), ("Space", "Return")),
        KeyRow(text("Fold and unfold a part"), ("Left", "Right")),
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Suppose nothing yet."""
        super().__init__(theme, parent)
        self.bar = WhatIfBar()
        self.parts = SwitchTree(theme)
        self.result = UnfoldingTree(TreeModel(COLUMNS, theme), theme)
        self._rests_on: tuple[object, ...] | None = None
        self._switches = Switches()
        self._chosen: str | None = None
        self._is_drawing = False
        self._lay_out()
        self._offer_manners()
        self.setFocusProxy(self.parts)
        self.bar.wished.connect(self.wished)
        self.bar.manner_changed.connect(self._change_manner)
        self.parts.pressed.connect(self._press)
        self.parts.selectionModel().currentChanged.connect(self._choose)

    def _lay_out(self) -> None:
        self.result.setAccessibleName(words_shown(text("What comes of the mail")))
        header, modes = self.result.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, modes.Stretch)
        for column in (1, 2):
            header.resizeSection(column, _SHARE)
        let_copy(self.result)
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.parts)
        self.halves.addWidget(self.result)
        self.halves.setSizes([400, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.halves, 1)

    def _offer_manners(self) -> None:
        """What the context menu of a part offers."""
        for how in SWITCHES.values():
            action = QAction(words_shown(text("Switch off: {how}", how=how_words(how))), self.parts)
            action.setData(how)
            action.triggered.connect(self._switch_by_action)
            self.parts.addAction(action)
        let_copy(self.parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the result below the parts where there is little room."""
        super().resizeEvent(event)
        down = self.width() < NARROW
        self.halves.setOrientation(Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal)
        for tree in (self.parts, self.result):
            tree.setHeaderHidden(self.height() < LOW)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show what is supposed, and what comes of it."""
        self._is_drawing = True
        self.bar.draw(shown)
        what_if = shown.what_if or AS_RECORDS_SAY
        rests = rests_on(shown.result, what_if) if shown.result is not None else ()
        if rests != self._rests_on:
            self._rests_on = rests
            self._show(shown.result, what_if)
        if shown.chosen != self._chosen:
            self._chosen = shown.chosen
            self._mark(shown.chosen)
        self._is_drawing = False

    def _show(self, result: Report | None, what_if: WhatIf) -> None:
        self._switches = switches_of(result, what_if) if result is not None else Switches()
        self.parts.show_switches(self._switches)
        branches = branches_of(result, what_if) if result is not None else ()
        self.result.show_branches(tuple(branches))

    def _mark(self, key: str | None) -> None:
        """Go to the row of what is chosen on the graph; where there is none stay where it is."""
        place = self.parts.rows.index_of(key)
        if place.isValid():
            self.parts.setCurrentIndex(place)

    # ------------------------------------------------------------------ wishes

    def _press(self, key: str) -> None:
        switch = self._switches.by_key.get(key)
        if switch is None:
            return
        if switch.is_off:
            self.wished.emit(SwitchOn(switch.part))
        else:
            self.wished.emit(SwitchOff(switch.part.off(self.bar.how)))

    def _change_manner(self) -> None:
        """Let the current part fail in another manner, if it is off."""
        switch = self.parts.current()
        if switch is not None and switch.is_off:
            self.wished.emit(SwitchOff(switch.part.off(self.bar.how)))

    def _switch_by_action(self) -> None:
        action, switch = self.sender(), self.parts.current()
        if isinstance(action, QAction) and switch is not None:
            self.wished.emit(SwitchOff(switch.part.off(Behaviour(action.data()))))

    def _choose(self, current: QModelIndex) -> None:
        """Choose on the graph what the row is about, if it stands there."""
        row, switch = self.parts.rows.at(current), self.parts.rows.switch_at(current)
        if row is None or switch is None or self._is_drawing:
            return
        if switch.part.what in (What.TIER, What.HOST, What.ADDRESS):
            self._chosen = row.key
            self.wished.emit(Choose(row.key))
