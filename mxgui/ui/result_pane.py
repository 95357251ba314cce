"""Where a result is shown: headline and graph, tabs below, the details beside or among them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.views import (
    TABS,
    DetailsView,
    FindingsView,
    GraphView,
    HeadlineView,
    TryOrderView,
)
from mxgui.ui.words import shown as words_shown

DETAILS = 336  # pixels
LEAST_DETAILS = 240
GRAPH = 820  # that the graph needs so that its letters can be read beside the details
LOWER = 220  # height of the tabs
LEAST_LOWER = 160


class ResultPane(View):
    """The views of a result.

    Where there is little room the details are the first of the tabs, since the graph needs the
    width.
    """

    title = text("Result")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Place everything."""
        super().__init__(theme, parent)
        self.headline = HeadlineView(theme)
        self.graph = GraphView(theme)
        self.details = DetailsView(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.setMinimumHeight(LEAST_LOWER)
        self.tabs.setAccessibleName(words_shown(text("Below the graph")))
        self.tabs.setCornerWidget(self.graph.buttons)
        self._panels = {kind: kind(theme) for kind in TABS}
        self._is_narrow = False
        self._lay_out()
        for view in self.views:
            view.wished.connect(self.wished)
        self.graph.canvas.opened.connect(self.show_details)
        self.graph.canvas.chosen.connect(self._uncover_details)

    @property
    def views(self) -> tuple[View, ...]:
        """Every view, from top to bottom and left to right."""
        return (self.headline, self.graph, *self._panels.values(), self.details)

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.headline)
        column.addWidget(self.graph, 1)
        for view in self._panels.values():
            self.tabs.addTab(view, words_shown(view.title))
        middle = splitter(Qt.Orientation.Vertical, upper, self.tabs)
        middle.setSizes([640, LOWER])
        self.details.setMinimumWidth(LEAST_DETAILS)
        self._body = splitter(Qt.Orientation.Horizontal, middle, self.details)
        self._body.setStretchFactor(0, 1)
        self._body.setSizes([GRAPH, DETAILS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._body)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the result."""
        for view in self.views:
            view.draw(shown)
        place = self.tabs.indexOf(self._panels[FindingsView])
        count = len(shown.result.findings) if shown.result else 0
        words = text("Findings  {n}", n=count) if count else FindingsView.title
        if self.tabs.tabText(place) != words_shown(words):
            self.tabs.setTabText(place, words_shown(words))

    # ------------------------------------------------------------------ narrow or wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details where there is room for them."""
        super().resizeEvent(event)
        narrow = self.width() - DETAILS < GRAPH
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            self.tabs.insertTab(0, self.details, words_shown(DetailsView.title))
            self.tabs.setCurrentIndex(0)
        else:
            self._body.addWidget(self.details)
            self.details.show()
            self._body.setSizes([self.width() - DETAILS, DETAILS])

    def _uncover_details(self) -> None:
        """Let the details of what was chosen be seen; the keyboard stays where it is."""
        if self._is_narrow:
            self.tabs.setCurrentWidget(self.details)

    def show_graph(self) -> None:
        """Go to the graph."""
        self._show(self.graph)

    def show_details(self) -> None:
        """Go to the details, wherever they are."""
        self._show(self.details)

    def show_findings(self) -> None:
        """Go to the findings."""
        self._show(self._panels[FindingsView])

    def show_try_order(self) -> None:
        """Go to the try order."""
        self._show(self._panels[TryOrderView])

    def _show(self, view: View) -> None:
        if self.tabs.indexOf(view) >= 0:
            self.tabs.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)


def splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    """Parts beside or below each other, with a line between that can be moved."""
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for widget in widgets:
        made.addWidget(widget)
    return made
