"""What a setting is changed with, by the kind of its value: a box, a line, a list."""

from __future__ import annotations

from typing import Protocol, TypeAlias, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QWidget

from mxgui.app.setting import About, Choice, Flag, Kind, Line, Number, Value, Words
from mxgui.model.text import text
from mxgui.ui.words import shown as words_shown

Typed: TypeAlias = Number | Line | Words
_NARROW, _LEAST, _WIDE = 72, 120, 300  # pixels


class Editor(Protocol):
    """What every one of them can do besides being a widget."""

    def put(self, value: Value) -> None:
        """Show a value."""
        ...

    def taken(self) -> Value:
        """Give what stands there; raises BadSetting."""
        ...


class ChoiceEditor(QComboBox):
    """One of several."""

    edited = Signal()

    def __init__(self, kind: Choice) -> None:
        """List what can be chosen."""
        super().__init__()
        for option in kind.options():
            self.addItem(words_shown(option.words), option.value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        _take_room(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self.edited)

    def put(self, value: Value) -> None:
        """Show a value; one that this build does not list has its own name."""
        if self.findData(value) < 0:
            self.addItem(str(value), value)
        self.setCurrentIndex(self.findData(value))

    def taken(self) -> Value:
        """Give what is chosen."""
        return str(self.currentData())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the list of settings be scrolled, and change nothing by it."""
        event.ignore()


class FlagEditor(QCheckBox):
    """On or off."""

    edited = Signal()

    def __init__(self) -> None:
        """Be off."""
        super().__init__(words_shown(text("On")))
        self.toggled.connect(self.edited)

    def put(self, value: Value) -> None:
        """Show a value."""
        self.setChecked(bool(value))

    def taken(self) -> Value:
        """Give whether it is on."""
        return self.isChecked()


class LineEditor(QLineEdit):
    """What is typed."""

    edited = Signal()

    def __init__(self, kind: Typed) -> None:
        """Be empty."""
        super().__init__()
        self._kind = kind
        if isinstance(kind, Number):
            self.setFixedWidth(_NARROW)
        else:
            _take_room(self)
        if isinstance(kind, Line):
            self.setPlaceholderText(kind.hint)
        self.textChanged.connect(self.edited)

    def put(self, value: Value) -> None:
        """Show a value, from its beginning."""
        self.setText(self._kind.shown(value))
        self.setCursorPosition(0)

    def taken(self) -> Value:
        """Give what was typed; raises BadSetting."""
        return self._kind.parse(self.text())

    @property
    def secret(self) -> str:
        """What was typed, if it has more in it than is kept."""
        has_secret = isinstance(self._kind, Line) and self._kind.has_secret
        typed = self.text().strip()
        return typed if has_secret and typed != self.taken() else ""


AnyEditor: TypeAlias = ChoiceEditor | FlagEditor | LineEditor


def editor_of(about: About) -> AnyEditor:
    """Make what a setting is changed with; its words are its name for screen readers."""
    made = _made(about.kind)
    made.setAccessibleName(words_shown(about.words))
    made.setAccessibleDescription(words_shown(about.help))
    return made


def _take_room(editor: QWidget) -> None:
    """Be as wide as is good to read, or as there is room for."""
    editor.setMinimumWidth(_LEAST)
    editor.setMaximumWidth(_WIDE)
    editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _made(kind: Kind) -> AnyEditor:
    match kind:
        case Choice():
            return ChoiceEditor(kind)
        case Flag():
            return FlagEditor()
        case Number() | Line() | Words():
            return LineEditor(kind)
        case _:
            assert_never(kind)
