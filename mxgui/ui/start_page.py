"""What an empty window shows: one sentence, and two examples to click."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.fonts import BASE, strong_font
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown, Stage
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Inspect, OpenDemo
from mxgui.ui.words import shown as words_shown

EXAMPLE = "example.org"  # kept for examples (RFC 2606)


class StartPage(View):
    """The page before anything was inspected."""

    title = text("Start")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the sentence."""
        super().__init__(theme, parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = plain_label("strong")
        self.sentence.setFont(strong_font(BASE + 2))
        self.hint = plain_label("muted")
        self.example = _link(text("Inspect {domain}", domain=EXAMPLE))
        self.demo = _link(text("Open the demo network, which stays on this computer"))
        self.example.clicked.connect(self._inspect)
        self.demo.clicked.connect(self._open_demo)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for widget in (self.sentence, self.hint, self.example, self.demo):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def draw(self, shown: Shown) -> None:
        """Show what there is to begin with."""
        self.setVisible(shown.result is None)
        self.sentence.setText(words_shown(sentence_of(shown)))
        is_empty = not shown.opened
        self.hint.setVisible(is_empty)
        there_are = bool(shown.examples) or not is_empty
        at_the_left = text("Or choose one of the domains at the left.")
        self.hint.setText(words_shown(at_the_left if there_are else text("Or try:")))
        self.example.setVisible(not there_are)
        self.demo.setVisible(not there_are)

    def _inspect(self) -> None:
        self.wished.emit(Inspect(EXAMPLE))

    def _open_demo(self) -> None:
        self.wished.emit(OpenDemo())


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
