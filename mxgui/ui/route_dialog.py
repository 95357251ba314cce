"""Editing the route: which MX records are planned, before anybody publishes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.records import Mx
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.planned import is_planned, published_mx
from mxgui.ui.dialog_words import sentence
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.route_draft import Draft
from mxgui.ui.route_tree import HOST, PREFERENCE, RouteTree
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import PlanRoute
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

WIDE, HIGH = 720, 520  # pixels


class RouteDialog(QDialog):
    """Takes only what could be published; what could not stays where it was typed, and says why."""

    wished = Signal(object)

    def __init__(
        self,
        result: Report,
        theme: Theme,
        latest: tuple[Mx, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Begin with what is planned, or else with what is published.

        `latest` is what was planned last, where nothing is planned now.
        """
        super().__init__(parent)
        known = result.inspection
        self.setWindowTitle(
            words_shown(text("Edit route: {domain}", domain=known.entry.domain.unicode))
        )
        self.published = tuple(dict.fromkeys(published_mx(known).mx))
        self._planned = known.plan.mx if is_planned(known) else ()
        self._latest = latest
        self.tree = RouteTree(theme, self)
        self.tree.edited.connect(self._follow)
        self.tree.currentItemChanged.connect(self._follow)
        self.tree.installEventFilter(self)
        self.problem = sentence("problem")
        self._make_buttons()
        self._lay_out()
        self.resize(WIDE, HIGH)
        self.tree.show_draft(Draft.of(self._planned or self.published), self.published)
        self._follow()
        self.tree.setFocus()

    def _make_buttons(self) -> None:
        self.add = self._button(text("&Add host"), "Ins", text("Add a record to the chosen tier"))
        self.remove = self._button(text("&Remove"), "Del", text("Take the chosen record out"))
        self.up = self._button(
            text("&Earlier tier"), "Alt+Up", text("Let senders try the chosen host earlier")
        )
        self.down = self._button(
            text("&Later tier"), "Alt+Down", text("Let senders try the chosen host later")
        )
        self.reset = self._button(
            text("As &published"), "", text("Begin again with the records that DNS has")
        )
        self.again = self._button(
            text("As planned &before"), "", text("Begin again with what was planned last")
        )
        self.again.setVisible(bool(self._latest) and not self._planned)
        for button, slot in (
            (self.add, self._add),
            (self.remove, self._remove),
            (self.up, self._step_up),
            (self.down, self._step_down),
            (self.reset, self._reset),
            (self.again, self._begin_again),
        ):
            button.clicked.connect(slot)
        for key, slot in (("Alt+Up", self._step_up), ("Alt+Down", self._step_down)):
            QShortcut(QKeySequence(key), self, slot)

    def _button(self, words: Text, key: str, about: Text) -> QPushButton:
        button = QPushButton(words_shown(words))
        told = text("{about} ({key})", about=about, key=key) if key else about
        button.setToolTip(tip(told))
        button.setAccessibleDescription(words_shown(told))
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        about = sentence("muted")
        about.setText(words_shown(_ABOUT))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.again)
        row.addWidget(self.reset)
        kinds = QDialogButtonBox.StandardButton
        buttons = plain_buttons(kinds.Ok | kinds.Cancel)
        self.ok = buttons.button(kinds.Ok)
        self.ok.setObjectName("primary")
        self.ok.setText(words_shown(text("&Show this route")))
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    # ------------------------------------------------------------------ following

    def _follow(self) -> None:
        """Say what is wrong with the chosen row, or else with the whole, and offer what can be."""
        draft, place = self.tree.draft, self.tree.place()
        own = draft.rows[place].problem if place is not None else None
        whole = draft.problem
        words = own.text if own is not None else whole[1] if whole is not None else text("")
        self.problem.setText(words_shown(words))
        for button in (self.remove, self.up, self.down):
            button.setEnabled(place is not None)
        if place is not None:
            self.up.setEnabled(draft.stepped(place, -1) != draft)
            self.down.setEnabled(draft.stepped(place, 1) != draft)
        self.reset.setEnabled(set(draft.records) != set(self.published) or whole is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Insert and Delete do in the tree what their buttons do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            doing = {Qt.Key.Key_Insert: self._add, Qt.Key.Key_Delete: self._remove}
            slot = doing.get(Qt.Key(event.key()))
            if slot is not None and watched is self.tree:
                slot()
                return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ changing

    def _add(self) -> None:
        self.tree.finish_typing()
        draft = self.tree.draft.with_another(self.tree.place())
        self.tree.change(draft, len(draft.rows) - 1)
        self.tree.begin_typing(len(draft.rows) - 1, HOST)

    def _remove(self) -> None:
        self.tree.finish_typing()
        place = self.tree.place()
        if place is not None:
            draft = self.tree.draft.without(place)
            self.tree.change(draft, min(place, len(draft.rows) - 1))

    def _step_up(self) -> None:
        self._step(-1)

    def _step_down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self.tree.finish_typing()
        place = self.tree.place()
        if place is not None:
            self.tree.change(self.tree.draft.stepped(place, by), place)
            self.tree.setFocus()

    def _reset(self) -> None:
        self.tree.finish_typing()
        self.tree.change(Draft.of(self.published), 0)

    def _begin_again(self) -> None:
        self.tree.finish_typing()
        self.tree.change(Draft.of(self._latest), 0)

    def _take(self) -> None:
        """Wish for the route, or lead to the first row that is none."""
        self.tree.finish_typing()
        problem = self.tree.draft.problem
        if problem is not None:
            self._lead_to(problem[0])
            return
        records = self.tree.draft.records
        if set(records) == set(self.published):
            records = ()  # what is published needs no plan
        if records != self._planned:
            self.wished.emit(PlanRoute(records))
        self.accept()

    def _lead_to(self, place: int | None) -> None:
        if place is None:
            self.add.setFocus()
            return
        row = self.tree.draft.rows[place]
        self.tree.begin_typing(place, PREFERENCE if row.number is None else HOST)


_ABOUT = text(
    "A plan, to be seen before it is published; nothing is changed in DNS. New hosts are looked up "
    "and probed. Drag a host to another tier, or double-click a cell to type in it; “.” as the "
    "only host, at preference 0, is a null MX."
)
