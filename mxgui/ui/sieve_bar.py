"""The line on top of the findings: words to look for, severities to hide, and how many are seen."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from mxgui.model.text import Text, text
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.label import plain_label
from mxgui.ui.looks import SEVERITY_LOOKS
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.sieve import Sieve
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown, tip

ROOMY = 760  # pixels under which the buttons have no words, however short these are
FIELD = 130  # pixels that the field has at least beside them
LEAST = 240  # pixels
NARROW = 560  # pixels under which the buttons stand below the field
_MARGIN, _SPACING = 8, 4  # pixels


class SieveField(QLineEdit):
    """The field for the words; Esc empties it and goes no further while there are any."""

    def event(self, event: QEvent) -> bool:
        """Keep Esc from stopping an inspection while there are words to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class SieveBar(QWidget):
    """A field, one button for each severity that was found, and one for the chosen host."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._counts: Counter[Severity] = Counter()
        self._is_roomy = True
        self._words: dict[Severity, str] = {}
        self.field = SieveField()
        self.field.setObjectName("sieve")
        self.field.setPlaceholderText(shown(text("Filter: words, a host, a name")))
        self.field.setAccessibleName(shown(text("Filter the findings")))
        self.field.setToolTip(tip(text("Show only findings with these words (Ctrl+F)")))
        self.field.textChanged.connect(self._tell)
        self.toggles = {severity: self._toggle() for severity in _worst_first()}
        self.only = self._toggle()
        self.only.setChecked(False)
        self.only.setText(shown(text("Chosen host only")))
        self.seen = plain_label("muted")
        self.clear = QToolButton()
        self.clear.setObjectName("small")
        self.clear.setText(shown(text("Clear")))
        self.clear.setToolTip(tip(text("Show every finding again")))
        self.clear.clicked.connect(self.let_all_through)
        self._lay_out()
        theme.changed.connect(self._dress)

    def _toggle(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("toggle")
        button.setCheckable(True)
        button.setChecked(True)
        button.setIconSize(QSize(SIZE, SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(self._tell)
        return button

    def _lay_out(self) -> None:
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(_MARGIN, 3, _MARGIN, 3)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.field, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(_SPACING)
        for button in (*self.toggles.values(), self.only, self.seen, self.clear):
            buttons.addWidget(button)
        buttons.addStretch(0)
        self._rows.addLayout(buttons)

    # ------------------------------------------------------------------ what passes

    @property
    def sieve(self) -> Sieve:
        """What is let through."""
        hidden = (s for s, button in self.toggles.items() if not button.isChecked())
        return Sieve(self.field.text(), frozenset(hidden), self.only.isChecked())

    def let_all_through(self) -> None:
        """Take everything back."""
        for button in self.toggles.values():
            button.setChecked(True)
        self.only.setChecked(False)
        self.field.clear()
        self._tell()

    def _tell(self) -> None:
        self._dress()
        self.changed.emit()

    # ------------------------------------------------------------------ drawing

    def draw(self, findings: Sequence[Finding], seen: int, *, is_chosen: bool) -> None:
        """Show how many there are of each severity, and how many are seen of all."""
        self._counts = Counter(finding.severity for finding in findings)
        self.only.setEnabled(is_chosen)
        self.field.setEnabled(bool(findings))
        hides = seen < len(findings)
        words = text("{n} of {total} shown", n=seen, total=len(findings))
        self.seen.setText(shown(words) if hides else "")
        self.seen.setVisible(hides)
        self.clear.setVisible(hides or self.sieve != Sieve())
        self._dress()

    def _dress(self) -> None:
        """Give every button its mark, its words and its state; off is struck through."""
        for severity, button in self.toggles.items():
            look = SEVERITY_LOOKS[severity]
            n = self._counts[severity]
            on = button.isChecked()
            button.setVisible(n > 0 or not on)
            button.setIcon(icon_of(look, self._theme.tokens))
            words = text("{severity} {n}", severity=look.word, n=n)
            self._words[severity] = shown(words)
            button.setText(shown(words) if self._is_roomy else str(n))
            font = button.font()
            font.setStrikeOut(not on)
            button.setFont(font)
            state = _state(look.word, n, on=on)
            button.setAccessibleName(shown(state))
            button.setToolTip(tip(state))
        if self.only.isEnabled():
            words = text("Show only what is about the host that is chosen on the graph")
        else:
            words = text("Choose a host on the graph to see only what is about it")
        self.only.setToolTip(tip(words))
        if self.isVisible():  # before that, its width is none
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the buttons do without their words."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the field a line of its own, or leave words away, where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Use the room that there is for the words of the language."""
        seen = [severity for severity, button in self.toggles.items() if not button.isHidden()]
        with_words = sum(self._needs(each, self._words.get(each, "")) for each in seen)
        without = sum(self._needs(each, str(self._counts[each])) for each in seen)
        others = [part for part in (self.only, self.seen, self.clear) if not part.isHidden()]
        beside = FIELD + sum(part.sizeHint().width() + _SPACING for part in others) + 2 * _MARGIN
        self._is_roomy = self.width() >= max(ROOMY, beside + with_words)
        for severity in seen:
            words = self._words.get(severity, "") if self._is_roomy else str(self._counts[severity])
            self.toggles[severity].setText(words)
        narrow = self.width() < max(NARROW, beside + without)
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _needs(self, severity: Severity, words: str) -> int:
        """How wide a button is with these words, in pixels, and the space behind it."""
        button = self.toggles[severity]
        metrics = button.fontMetrics()
        has = metrics.horizontalAdvance(button.text())
        return button.sizeHint().width() - has + metrics.horizontalAdvance(words) + _SPACING


def _state(severity: Text, n: int, *, on: bool) -> Text:
    if on:
        return text("{severity}: {n}, shown; press to hide", severity=severity, n=n)
    return text("{severity}: {n}, hidden; press to show", severity=severity, n=n)


def _worst_first() -> list[Severity]:
    return sorted(Severity, key=_rank)


def _rank(severity: Severity) -> int:
    return severity.rank
