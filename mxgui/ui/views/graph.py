"""The graph: the way that mail takes, from the domain over tiers and hosts to addresses, live."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.canvas import Canvas
from mxgui.ui.shown import Shown
from mxgui.ui.spoken import spoken
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose
from mxgui.ui.words import shown as words_shown


class GraphView(View):
    """The canvas, and `buttons` for its scale, which the frame places."""

    title = text("Graph")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty graph."""
        super().__init__(theme, parent)
        self.canvas = Canvas(theme)
        if hasattr(QAccessible, "installFactory"):  # Qt for Python has it since 6.11
            from mxgui.ui.accessible import give_voice

            give_voice(self.canvas)  # before Qt makes an interface of its own
        self.canvas.setAccessibleName(words_shown(text("Route of mail as a graph")))
        self.canvas.chosen.connect(self._choose)
        self.canvas.scaled.connect(self._show_scale)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self._scale = _button(text("100 %"), text("Show at 100 % (0)"))
        self._scale.clicked.connect(self.canvas.zoom_whole)
        self.buttons = self._make_buttons()

    def draw(self, shown: Shown) -> None:
        """Show the diagram of the result, and which part is chosen."""
        diagram = shown.result.diagram if shown.result else None
        self.canvas.draw(diagram, shown.chosen, shown.now)
        if diagram is not None:
            self._tell(words_shown(spoken(diagram, shown.chosen)))

    def _tell(self, words: str) -> None:
        """Let a screen reader say where the keyboard is."""
        if words != self.canvas.accessibleDescription():
            self.canvas.setAccessibleDescription(words)

    def _make_buttons(self) -> QWidget:
        buttons = QWidget()
        buttons.setObjectName("page")
        buttons.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(2, 2, 8, 2)
        row.setSpacing(0)
        smaller = _button(text("−"), text("Smaller (−)"))  # noqa: RUF001
        larger = _button(text("+"), text("Larger, up to 100 % (+)"))
        fitting = _button(text("Fit"), text("Shrink until all is seen (F)"))
        smaller.clicked.connect(self.canvas.zoom_out)
        larger.clicked.connect(self.canvas.zoom_in)
        fitting.clicked.connect(self.canvas.fit)
        for button in (smaller, self._scale, larger, fitting):
            row.addWidget(button)
        return buttons

    def _show_scale(self) -> None:
        percent = round(self.canvas.transform().m11() * 100)
        self._scale.setText(words_shown(text("{percent} %", percent=percent)))

    def _choose(self, key: str) -> None:
        self.wished.emit(Choose(key))


def _button(words: Text, tip: Text) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setText(words_shown(words))
    button.setToolTip(words_shown(tip))
    button.setAccessibleName(words_shown(tip))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
