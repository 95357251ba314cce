"""What an empty window shows: one sentence, and an example or two; at first start a welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mxgui.model.text import Text, counted, text
from mxgui.ui.fonts import BASE, strong_font
from mxgui.ui.label import plain_label
from mxgui.ui.settings.wishes import Welcomed
from mxgui.ui.shown import Shown, Stage
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Inspect, OpenDemo
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.ui.welcome import Welcome

EXAMPLE = "example.org"  # kept for examples (RFC 2606)


class StartPage(View):
    """The page before anything was inspected."""

    title = text("Start")
    field_asked = Signal()  # to type a domain

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the sentence."""
        super().__init__(theme, parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = plain_label("strong")
        self.sentence.setFont(strong_font(BASE + 2))
        self.hint = plain_label("muted")
        self.example = _link(text(""))
        self._offered = ""
        self.demo = _link(text("Open the demo network, which stays on this computer"))
        self.example.clicked.connect(self._inspect)
        self.demo.clicked.connect(self._open_demo)
        self._usual_page = self._beginning()
        self.welcome: Welcome | None = None
        self._welcome_page: QScrollArea | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._usual_page)

    def _beginning(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        for label in (self.sentence, self.hint):
            _break(label)
            layout.addWidget(label)
        for button in (self.example, self.demo):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page

    def draw(self, shown: Shown) -> None:
        """Show what there is to begin with."""
        self.setVisible(shown.result is None)
        self._usual_page.setVisible(not shown.is_welcome)
        if shown.is_welcome:
            self._complete().draw(shown)
        if self._welcome_page is not None:
            self._welcome_page.setVisible(shown.is_welcome)
        self.sentence.setText(words_shown(sentence_of(shown)))
        is_empty = not shown.opened
        self.hint.setVisible(is_empty)
        self.hint.setText(words_shown(hint_of(shown)))
        self._offered = shown.examples[0].domain if shown.examples else EXAMPLE
        self.example.setText(words_shown(text("Inspect {domain}", domain=self._offered)))
        self.example.setVisible(is_empty)
        self.demo.setVisible(is_empty and not shown.examples)

    def _complete(self) -> Welcome:
        """Make the welcome, which most windows never need."""
        from mxgui.ui.welcome import Welcome

        if self.welcome is None:
            self.welcome = Welcome()
            self.welcome.wished.connect(self.wished)
            self.welcome.field_asked.connect(self.field_asked)
            self._welcome_page = QScrollArea()  # a small window has no room for all of it
            self._welcome_page.setObjectName("page")
            self._welcome_page.setFrameShape(QFrame.Shape.NoFrame)
            self._welcome_page.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._welcome_page.setWidget(self.welcome)
            self._whole.addWidget(self._welcome_page)
            self.escape = QShortcut(Qt.Key.Key_Escape, self._welcome_page)  # works while seen
            self.escape.activated.connect(self._leave)
        return self.welcome

    def _leave(self) -> None:
        self.wished.emit(Welcomed())

    def _inspect(self) -> None:
        self.wished.emit(Inspect(self._offered))

    def _open_demo(self) -> None:
        self.wished.emit(OpenDemo())


def hint_of(shown: Shown) -> Text:
    """What else there is to begin with."""
    if not shown.examples:
        return text("Or try:")
    return counted(
        "Or choose {n} made-up domain at the left; or begin with this one:",
        "Or choose one of {n} made-up domains at the left; or begin with this one:",
        len(shown.examples),
    )


def sentence_of(shown: Shown) -> Text:
    """What there is to do, or to wait for."""
    current = next((each for each in shown.opened if each.number == shown.current), None)
    if current is None:
        return text("Type a domain to see how mail reaches it.")
    match current.stage:
        case Stage.WAITING:
            return text("{domain} waits until others are done.", domain=current.name)
        case Stage.RUNNING:
            return text("Looking up the route to {domain}", domain=current.name)
        case _:
            return text("{domain} has not been inspected.", domain=current.name)


def _link(words: Text) -> QPushButton:
    button = QPushButton(words_shown(words))
    button.setObjectName("link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _break(label: QLabel) -> None:
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
