"""Waiting: what an outage makes of one message at each sender, and of all, by its length."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.course import Course
from mxgui.routing.sending.off_words import state_words
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import tiers_of
from mxgui.routing.sending.waiting_words import NOT_TOLD
from mxgui.ui.cell import Branch
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.turns import Turns, for_one_turn
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.view import View
from mxgui.ui.waits.bar import WaitingBar
from mxgui.ui.waits.legend import CourseLegend
from mxgui.ui.waits.rows import (
    TABLE_COLUMNS,
    Asked,
    Waits,
    courses_of,
    found_in_steps,
    line_row,
    table_row,
)
from mxgui.ui.waits.tree import CoursesTree
from mxgui.ui.wishes import SendAs
from mxgui.ui.words import shown as words_shown

_NAME = 150  # pixels
_COLUMN = 116  # pixels of one length of outage
_LOW = 260  # pixels under which the rows need the place of the legend
_ENDED = text("Waiting is worked out once the inspection has ended.")


class WaitingView(View):
    """One message at each sender on a line of time, or a table of senders and outages.

    It is worked out in short turns of the loop.
    """

    title = text("Waiting")
    help = text(
        "How long mail waits for the end of an outage. Senders are not told when a host is back: "
        "each waits for its own next try. “Courses” follows one message at each sender: the "
        "hatched bar is the outage, each stroke a try that fails, and marks tell when the author "
        "is warned and when the message is delivered or bounces. “Table” tells for many lengths "
        "of outage what a sender's schedule adds after its end, for messages that come evenly "
        "spread over it: half of them wait no longer than the first time, none longer than the "
        "second.\n"
        "Where a what-if is set, the outage is what it switches off. Else all hosts are down; or, "
        "with a backup, only the best ones: those of worse preference take the mail, and keep it "
        "by their own schedule. Types like 90s, 4h or 1d12h can be entered. Space unfolds a sender "
        "to sentences. Zoom the courses with + and −, 0 shows all. Nothing here is "  # noqa: RUF001
        "measured."
    )

    keys = (
        KeyRow(text("Unfold a sender to its sentences"), ("Space", "Right")),
        KeyRow(text("Larger, smaller, all of it"), ("+", "-", "0")),
        KeyRow(text("Earlier, later"), ("Shift+Left", "Shift+Right")),
        KeyRow(text("Send as the sender of the row"), ("Return",)),
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Work nothing out yet."""
        super().__init__(theme, parent)
        self.bar = WaitingBar()
        self.about = plain_label("muted")
        self.about.setWordWrap(True)
        self.lines = CoursesTree(theme)
        self.table = UnfoldingTree(TreeModel(TABLE_COLUMNS, theme), theme)
        self.legend = CourseLegend(theme)
        self._result: Report | None = None
        self._what_if: WhatIf = AS_RECORDS_SAY
        self._found: dict[tuple[str, float], Waits] = {}
        self._lines: dict[str, Branch] = {}
        self._table: dict[str, Branch] = {}
        self._courses: dict[str, tuple[Course, ...]] = {}
        self._work: Iterator[None] | None = None
        self._turns = Turns([self._step], self)
        self._lay_out()
        self.bar.changed.connect(self._begin)
        self.bar.turned.connect(self._turn)
        for tree in (self.lines, self.table):
            let_copy(tree)
            tree.activated.connect(self._wish)
        self.setFocusProxy(self.lines)

    def _lay_out(self) -> None:
        self.table.setAccessibleName(words_shown(text("What outages add, by sender and length")))
        header, modes = self.table.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.resizeSection(0, _NAME)
        for column in range(1, len(TABLE_COLUMNS)):
            header.setSectionResizeMode(column, modes.Interactive)
            header.resizeSection(column, _COLUMN)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        lines = QWidget()
        page = QVBoxLayout(lines)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.lines, 1)
        below = QVBoxLayout()
        below.setContentsMargins(10, 3, 8, 3)
        below.addWidget(self.legend)
        page.addLayout(below)
        self.pages = QStackedWidget()
        self.pages.addWidget(lines)
        self.pages.addWidget(self.table)
        self.about.setContentsMargins(12, 0, 12, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.about)
        layout.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where there is little room; unfolded rows say the same in words."""
        super().resizeEvent(event)
        self.legend.setVisible(self.height() >= _LOW)

    def _turn(self, table: bool) -> None:
        self.pages.setCurrentIndex(int(table))
        self.setFocusProxy(self.table if table else self.lines)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show what an outage makes of mail, once the inspection has ended."""
        what_if = shown.what_if or AS_RECORDS_SAY
        if shown.result is not self._result or what_if != self._what_if:
            self._result, self._what_if = shown.result, what_if
            self._begin()

    @property
    def at_work(self) -> bool:
        """Whether there is still something to work out."""
        return self._work is not None

    def _begin(self) -> None:
        """Work everything out anew."""
        self._found = {}
        self._lines, self._table = {}, {}
        self._courses = {}
        self._work = None
        result = self._result
        if result is not None and not result.inspection.running:
            tiers = tiers_of(result.inspection, self._sender(result), self._what_if.own)
            self.bar.offer_backup(wanted=len(tiers) > 1)
            self._work = self._working(result)
            self._turns.start()
            for sender in SENDERS:
                self._write(result, sender)
        self._show()

    def _working(self, result: Report) -> Iterator[None]:
        """Work in short steps: at every sender what is asked for, and then the table."""
        known, what_if = result.inspection, self._what_if
        work = [
            (sender, found_in_steps(known, sender, what_if, self._asked(sender)))
            for sender in SENDERS
        ]
        for is_first in (True, False):
            for sender, steps in work:
                for found in steps:
                    if found is not None:
                        length, waits = found
                        self._found[sender.id, length] = waits
                        self._write(result, sender)
                    yield
                    if is_first and found is not None:
                        break

    def _write(self, result: Report, sender: Sender) -> None:
        """Write the rows of one sender, as far as it is worked out."""
        asked, chosen = self.bar.asked, self._sender(result).id
        waits = self._found.get((sender.id, asked.length))
        if waits is not None and sender.id not in self._courses:
            self._courses[sender.id] = courses_of(waits, asked)
        if waits is None or self._lines[sender.id].cells[1].muted:
            self._lines[sender.id] = line_row(sender, self._found, asked, chosen)
        self._table[sender.id] = table_row(sender, self._found, asked, chosen)

    def _asked(self, sender: Sender) -> Asked:
        asked = self.bar.asked
        return Asked(asked.length, asked.after, self.bar.backup_of(sender))

    def _step(self) -> bool:
        """Work for one turn, and show what came of it; tells whether there was any work."""
        if self._work is None:
            return False
        is_over = not sum(1 for _ in for_one_turn(self._work))
        if is_over:
            self._work = None
        self._show()
        return not is_over

    def _show(self) -> None:
        result = self._result
        if result is None or result.inspection.running:
            words = _ENDED if result is not None else text("")
            self.lines.show_branches((), words)
            self.table.show_branches((), words)
            self.about.setText("")
            return
        self.lines.show_courses(tuple(self._lines.values()), self._courses)
        self.table.show_branches(tuple(self._table.values()))
        self.about.setText(words_shown(self._about(result)))

    def _about(self, result: Report) -> Text:
        """What is down, and that senders are not told."""
        sender = self._sender(result)
        if self._what_if.off:
            down = text("Down, as supposed: {what}.", what=state_words(self._what_if, result.route))
        elif self.bar.backup_of(sender) is not None:
            best = tiers_of(result.inspection, sender, self._what_if.own)[0]
            down = text("Down: all hosts of preference {n}.", n=best)
        else:
            down = text("Down: all hosts.")
        return text("{down} {told} Computed, not measured.", down=down, told=NOT_TOLD)

    def _sender(self, result: Report) -> Sender:
        return sender_of(result.inspection.plan.sender)

    # ------------------------------------------------------------------ wishes

    def _wish(self) -> None:
        """See the domain as the sender of the row does."""
        tree = self.table if self.pages.currentIndex() else self.lines
        place = tree.currentIndex()
        while place.parent().isValid():
            place = place.parent()
        if place.isValid() and self._result is not None and place.row() < len(SENDERS):
            sender = SENDERS[place.row()]
            if sender.id != self._result.inspection.plan.sender:
                self.wished.emit(SendAs(sender.id))
