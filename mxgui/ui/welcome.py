"""The welcome: three ways to begin, in a few words. It asks for nothing that could not wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mxgui.model.helo import helo_of
from mxgui.model.text import Text, text
from mxgui.ui.fonts import BASE, strong_font
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import OpenDemo, UseHelo
from mxgui.ui.words import shown as words_shown

WIDE = 560  # pixels
_FIELD = 260  # pixels; a name of some thirty letters


class Welcome(QWidget):
    """A domain of one's own, the demo network, and the name to greet by."""

    wished = Signal(object)
    field_asked = Signal()  # to type a domain

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell all three."""
        super().__init__(parent)
        title = _words("strong", text("Welcome to mxgui"))
        title.setFont(strong_font(BASE + 4))
        self.domain = QPushButton(words_shown(text("&Type a domain")))
        self.domain.setObjectName("primary")
        self.domain.clicked.connect(self.field_asked)
        self.demo = QPushButton(words_shown(text("&Open the demo network")))
        self.demo.clicked.connect(self._open_demo)
        self.name = QLineEdit()
        self.name.setAccessibleName(words_shown(text("Name to greet mail servers by")))
        self.name.setFixedWidth(_FIELD)
        self.name.returnPressed.connect(self._use)
        self.use = QPushButton(words_shown(text("&Use")))
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        self.told = _words("muted", text(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(_words("muted", _QUIET))
        for head, about, widgets in (
            (text("A domain of yours"), _ABOUT_DOMAIN, (self.domain,)),
            (text("Or a look around first"), _ABOUT_DEMO, (self.demo,)),
            (text("By which name to greet"), _ABOUT_NAME, (self.name, self.use)),
        ):
            column.addSpacing(12)
            column.addWidget(_words("strong", head))
            column.addWidget(_words("muted", about))
            column.addLayout(_line(*widgets))
        column.addWidget(self.told)
        self.setFixedWidth(WIDE)

    def draw(self, shown: Shown) -> None:
        """Show the name in use, and what is given without one."""
        self.demo.setEnabled(not shown.is_demo)
        self.name.setPlaceholderText(shown.usual_helo)
        helo = shown.plan.helo
        if helo:
            self.told.setText(words_shown(text("mxgui greets as {name}.", name=helo)))
        elif not self.name.text():
            self.told.setText(
                words_shown(text("It can wait: the settings have it, too. Esc closes this."))
            )

    def _open_demo(self) -> None:
        self.wished.emit(OpenDemo())

    def _use(self) -> None:
        name = self.name.text().strip()
        if name and helo_of(name) is None:
            self.told.setText(words_shown(text("Give a name that can be looked up, or [address].")))
            return
        self.wished.emit(UseHelo(name))


_QUIET = text(
    "It shows how mail reaches a domain, and what is in its way. It asks DNS and knocks at mail "
    "hosts, sends no message, and tells nobody else what you look at."
)
_ABOUT_DOMAIN = text(
    "Type it at the top and press Enter; an address, a URL or a pasted bounce will do as well."
)
_ABOUT_DEMO = text(
    "Made-up domains, healthy and broken ones, on servers that mxgui runs itself. Nothing leaves "
    "this computer."
)
_ABOUT_NAME = text(
    "Mail servers are greeted by a name, and some turn those away whose name they cannot look up: "
    "what you see would then be about you, not about the domain. Left empty, mxgui finds one."
)


def _words(kind: str, words: Text) -> QLabel:
    label = plain_label(kind)
    label.setWordWrap(True)
    label.setText(words_shown(words))
    return label


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    line.addStretch(1)
    return line
