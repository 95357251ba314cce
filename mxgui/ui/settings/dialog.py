"""The dialog of all settings: one list, made out of their fields, and a field that filters it."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mxgui.app.setting import Group
from mxgui.app.settings import Settings
from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.settings.forgetting import ask_to_forget
from mxgui.ui.settings.row import SettingRow
from mxgui.ui.settings.wishes import ForgetDomains, UseSettings
from mxgui.ui.words import shown as words_shown

WIDE, HIGH = 720, 620  # pixels, if the screen has them


class SettingsDialog(QDialog):
    """Takes only what can be understood, and says what cannot, beside it."""

    wished = Signal(object)

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, earlier: int = 0
    ) -> None:
        """Begin with what holds now; so many `earlier` domains can be forgotten."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Settings")))
        self._settings = settings
        self.rows = tuple(SettingRow(one) for one in fields(Settings))
        self._heads: dict[Group, QWidget] = {group: _head(group) for group in Group}
        self.search = QLineEdit()
        self.search.setPlaceholderText(words_shown(text("Find a setting")))
        self.search.setAccessibleName(words_shown(text("Find a setting by its words or its help")))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.none = plain_label("muted")
        self.none.setText(words_shown(text("No setting has these words.")))
        self.none.hide()
        self.area = QScrollArea()
        self.forget = QPushButton(words_shown(text("&Forget them now…")))
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._ask_to_forget)
        self.row("domains").offer(self.forget)
        self._earlier = earlier
        self.forget.setEnabled(earlier > 0)
        self._lay_out()
        for row in self.rows:
            row.put(getattr(settings, row.name))
        self.row("proxy").edited.connect(self._follow_proxy)
        self._follow_proxy()
        self.resize((self.screen().availableSize() * 0.9).boundedTo(QSize(WIDE, HIGH)))

    def _lay_out(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = plain_buttons(kinds.Ok | kinds.Cancel)
        self.reset = QPushButton(words_shown(text("&Reset all")))
        self.reset.setToolTip(words_shown(text("Show every default; Cancel leaves all as it was")))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.button(kinds.Ok).setObjectName("primary")
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        self.area.setObjectName("settings")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._list())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.area, 1)
        layout.addWidget(buttons)

    def _list(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("side")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        column.addWidget(self.none)
        for group, head in self._heads.items():
            column.addWidget(head)
            for row in self.rows:
                if row.about.group is group:
                    column.addWidget(row)
        column.addStretch(1)
        return inner

    def row(self, name: str) -> SettingRow:
        """The row of a setting, by the name of its field."""
        return next(row for row in self.rows if row.name == name)

    def follow(self, settings: Settings, *, earlier: int) -> None:
        """Show what was changed elsewhere, but where something else was typed meanwhile."""
        self._earlier = earlier
        self.forget.setEnabled(earlier > 0)
        for row in self.rows:
            before, now = getattr(self._settings, row.name), getattr(settings, row.name)
            if before != now and row.stands == before:
                row.put(now)
        self._settings = settings

    def _ask_to_forget(self) -> None:
        ask_to_forget(self._earlier, partial(self.wished.emit, ForgetDomains()), self)

    def _filter(self) -> None:
        """Show the settings that have every word of the search."""
        words = self.search.text().casefold().split()
        for row in self.rows:
            row.setVisible(row.is_found_by(words))
        found = {row.about.group for row in self.rows if not row.isHidden()}
        for group, head in self._heads.items():
            head.setVisible(group in found)
        self.none.setVisible(not found)

    def _follow_proxy(self) -> None:
        """Offer what a proxy alone makes sense of."""
        editor = self.row("proxy").editor
        has_proxy = isinstance(editor, QLineEdit) and bool(editor.text().strip())
        self.row("also_direct").editor.setEnabled(has_proxy)

    def _reset(self) -> None:
        for row in self.rows:
            row.put_default()

    def _take(self) -> None:
        """Wish for what stands there, or lead to the first that cannot be."""
        values: dict[str, Any] = {row.name: row.taken() for row in self.rows}
        wrong = next((row for row in self.rows if values[row.name] is None), None)
        if wrong is not None:
            self.search.clear()
            wrong.editor.setFocus()
            self.area.ensureWidgetVisible(wrong)
            return
        values["also_direct"] = values["also_direct"] and bool(values["proxy"])
        self.wished.emit(UseSettings(replace(self._settings, **values), self.row("proxy").secret))
        self.accept()


def _head(group: Group) -> QWidget:
    """The title of a group, and from when on its settings hold."""
    title, holds = plain_label("strong"), plain_label("muted")
    title.setText(words_shown(group.words))
    holds.setWordWrap(True)
    holds.setText(words_shown(group.holds))
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 10, 0, 4)
    column.setSpacing(1)
    column.addWidget(title)
    column.addWidget(holds)
    return head
