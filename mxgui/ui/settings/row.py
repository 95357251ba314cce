"""One setting in the dialog: words, what it is changed with, help, and what is wrong."""

from __future__ import annotations

from dataclasses import Field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from mxgui.app.setting import BadSetting, Flag, Number, Value, about_of
from mxgui.app.synonyms import SYNONYMS
from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.settings.editors import LineEditor, editor_of
from mxgui.ui.small_button import small_button
from mxgui.ui.words import shown as words_shown

_LABEL, _REST = 2, 5  # parts of the width
_MOST = 100  # parts of what is left in the line


class SettingRow(QWidget):
    """A setting that can be changed, and be what it was at first."""

    edited = Signal()

    def __init__(self, one: Field[Any]) -> None:
        """Show the default."""
        super().__init__()
        self.name = one.name
        self.about = about_of(one)
        default: Any = one.default
        self._default: Value = default
        self.editor = editor_of(self.about)
        self.editor.edited.connect(self._follow)
        words = words_shown(self.about.words)
        tip = text("Put “{setting}” back to what it is at first", setting=self.about.words)
        self.reset = small_button(text("Reset"), tip)
        self.reset.clicked.connect(self.put_default)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.problem = _words("problem", "")
        self.problem.hide()
        self._help = _words("muted", words_shown(self.about.help))
        told = (self.about.words, self.about.help, self.about.group.words, SYNONYMS[one.name])
        self._found_by = " ".join(words_shown(each) for each in told).casefold()
        self._line = QHBoxLayout()
        self._lay_out(words)
        self.put_default()

    def _lay_out(self, words: str) -> None:
        label = QLabel(words)
        label.setBuddy(self.editor)
        label.setWordWrap(True)
        line = self._line
        line.setSpacing(8)
        # What is as wide as there is room gets nearly all of it, up to its own greatest width
        line.addWidget(self.editor, 0 if isinstance(self.about.kind, Flag | Number) else _MOST)
        if isinstance(self.about.kind, Number):
            line.addWidget(QLabel(words_shown(self.about.kind.unit)))
        line.addWidget(self.reset)
        line.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, _LABEL)
        grid.setColumnStretch(1, _REST)
        grid.addWidget(label, 0, 0)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.problem, 1, 1)
        grid.addWidget(self._help, 2, 1)

    def offer(self, button: QPushButton) -> None:
        """Let a button stand beside what the setting is changed with."""
        self._line.insertWidget(self._line.indexOf(self.reset), button)

    def put(self, value: Value) -> None:
        """Show a value."""
        self.editor.put(value)
        self._follow()

    def put_default(self) -> None:
        """Show the default."""
        self.put(self._default)

    def is_found_by(self, words: list[str]) -> bool:
        """Whether each of these words, in small letters, is told of the setting or means it."""
        return all(word in self._found_by for word in words)

    def taken(self) -> Value | None:
        """Give what stands there, or None, with a sentence about what is wrong with it."""
        try:
            value = self.editor.taken()
        except BadSetting as bad:
            self.problem.setText(words_shown(bad.text))
            self.problem.show()
            return None
        self.problem.hide()
        return value

    @property
    def stands(self) -> Value | None:
        """What stands there, None if it cannot be used; nothing is said of that."""
        try:
            return self.editor.taken()
        except BadSetting:
            return None

    @property
    def secret(self) -> str:
        """What was typed beyond what is kept, if that can be."""
        return self.editor.secret if isinstance(self.editor, LineEditor) else ""

    def _follow(self) -> None:
        """Offer to be put back if it is not as at first; say no longer what was wrong."""
        try:
            self.reset.setVisible(self.editor.taken() != self._default)
            self.problem.hide()
        except BadSetting:
            self.reset.setVisible(True)
        self.edited.emit()


def _words(kind: str, words: str) -> QLabel:
    label = plain_label(kind)
    label.setWordWrap(True)
    label.setText(words)
    return label
