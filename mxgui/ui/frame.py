"""The frame of the window: the bar on top, domains at the left, and a start page or a result.

What shows domains and results is made when it is first needed, or once the bare frame has been
seen: loading it takes longer than painting the frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.domain_bar import DomainBar
from mxgui.ui.label import plain_label
from mxgui.ui.menus import ModeMenu, ResolverMenu
from mxgui.ui.shown import Shown
from mxgui.ui.start_page import StartPage
from mxgui.ui.status_line import StatusLine
from mxgui.ui.theme import Theme
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.ui.result_pane import ResultPane
    from mxgui.ui.views import ExamplesView

SIDE = 216  # pixels, of the list of domains
LEAST_SIDE = 170


class Frame(QWidget):
    """Bar, banner, domains, and in the middle what there is to see."""

    wished = Signal(object)
    completed = Signal()  # the pane of results is there

    def __init__(self, theme: Theme, modes: ModeMenu, resolvers: ResolverMenu) -> None:
        """Place what an empty window shows."""
        super().__init__()
        self._theme = theme
        self.bar = DomainBar(theme, modes, resolvers)
        self.banner = _banner()
        self.start = StartPage(theme)
        self.status = StatusLine(theme)
        self.examples: ExamplesView | None = None
        self.pane: ResultPane | None = None
        self._centre = QWidget()
        self._stack = QHBoxLayout(self._centre)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.start)
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setHandleWidth(1)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self._centre)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.bar, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self._body, 1)
        for view in (self.bar, self.start, self.status):
            view.wished.connect(self.wished)

    def draw(self, shown: Shown) -> None:
        """Show this; what has nothing to say yet is not there."""
        self.banner.setVisible(shown.is_demo)
        for view in (self.bar, self.start, self.status):
            view.draw(shown)
        if shown.examples and self.examples is None:
            self._make_examples()
        if self.examples is not None:
            self.examples.draw(shown)
        if shown.result is not None:
            self.complete()
        if self.pane is not None:
            self.pane.setVisible(shown.result is not None)
            self.pane.draw(shown)

    def complete(self) -> None:
        """Make what shows results, if it is not there yet."""
        if self.pane is not None:
            return
        from mxgui.ui.result_pane import ResultPane

        self.pane = ResultPane(self._theme)
        self.pane.hide()
        self.pane.wished.connect(self.wished)
        self._stack.addWidget(self.pane)
        self.completed.emit()

    def _make_examples(self) -> None:
        from mxgui.ui.views import ExamplesView

        self.examples = ExamplesView(self._theme)
        self.examples.setMinimumWidth(LEAST_SIDE)
        self.examples.wished.connect(self.wished)
        self._body.insertWidget(0, self.examples)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([SIDE, self.width() - SIDE])


def _banner() -> QWidget:
    banner = QWidget()
    banner.setObjectName("banner")
    banner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    words: QLabel = plain_label("strong")
    words.setText(words_shown(text("Demo network: nothing here leaves this computer.")))
    row = QHBoxLayout(banner)
    row.setContentsMargins(20, 5, 20, 5)
    row.addWidget(words)
    banner.hide()
    return banner
