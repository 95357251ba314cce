"""Where the views stand in the window, wide or narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.menus import ModeMenu, ResolverMenu
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.views import (
    TABS,
    DetailsView,
    DomainBar,
    ExamplesView,
    FindingsView,
    GraphView,
    HeadlineView,
    StartView,
    StatusView,
    TryOrderView,
)
from mxgui.ui.words import shown as words_shown

SIDE = 216  # pixels, of the list of domains
DETAILS = 336
LEAST_SIDE = 170
GRAPH = 820  # that the graph needs so that its letters can be read beside the details
LOWER = 220  # height of the tabs
LEAST_LOWER = 160


class Frame(QWidget):
    """All views: the bar on top, then domains, graph and details, the tabs below the graph.

    In a narrow window the details are the first of the tabs, since the graph needs the width.
    """

    wished = Signal(object)

    def __init__(self, theme: Theme, modes: ModeMenu, resolvers: ResolverMenu) -> None:
        """Place everything."""
        super().__init__()
        self.bar = DomainBar(theme, modes, resolvers)
        self.banner = _banner()
        self.examples = ExamplesView(theme)
        self.start = StartView(theme)
        self.headline = HeadlineView(theme)
        self.graph = GraphView(theme)
        self.details = DetailsView(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.setMinimumHeight(LEAST_LOWER)
        self.tabs.setAccessibleName(words_shown(text("Below the graph")))
        self.status = StatusView(theme)
        self._panels: dict[type[View], View] = {}
        self._is_narrow = False
        self._arranged = (0, False)  # width of the list, and whether the details stand beside
        self._lay_out(theme)
        for view in self.views:
            view.wished.connect(self.wished)
        self.graph.canvas.opened.connect(self.show_details)
        self.graph.canvas.chosen.connect(self._uncover_details)

    @property
    def views(self) -> tuple[View, ...]:
        """Every view, from top to bottom and left to right."""
        return (
            self.bar,
            self.examples,
            self.start,
            self.headline,
            self.graph,
            *self._panels.values(),
            self.details,
            self.status,
        )

    def _lay_out(self, theme: Theme) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.headline)
        column.addWidget(self.graph, 1)
        for kind in TABS:
            view = kind(theme)
            self._panels[kind] = view
            self.tabs.addTab(view, words_shown(view.title))
        self.tabs.setCornerWidget(self.graph.buttons)
        self.examples.setMinimumWidth(LEAST_SIDE)
        self.details.setMinimumWidth(LEAST_SIDE)
        self._middle = _splitter(Qt.Orientation.Vertical, upper, self.tabs)
        self._middle.setSizes([640, LOWER])
        centre = QWidget()
        stack = QHBoxLayout(centre)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.start)
        stack.addWidget(self._middle)
        self._body = _splitter(Qt.Orientation.Horizontal, self.examples, centre, self.details)
        self._body.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.bar, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self._body, 1)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show this; what has nothing to say yet is not there."""
        there_is = shown.result is not None
        self.banner.setVisible(shown.is_demo)
        self._middle.setVisible(there_is)
        self.details.setVisible(there_is or self._is_narrow)
        for view in self.views:
            view.draw(shown)
        self._count_findings(shown)
        self._arrange()

    def _count_findings(self, shown: Shown) -> None:
        place = self.tabs.indexOf(self._panels[FindingsView])
        count = len(shown.result.findings) if shown.result else 0
        words = text("Findings  {n}", n=count) if count else FindingsView.title
        if self.tabs.tabText(place) != words_shown(words):
            self.tabs.setTabText(place, words_shown(words))

    # ------------------------------------------------------------------ narrow or wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Share out the width anew when a part comes, goes, or has to move, and only then."""
        side = 0 if self.examples.isHidden() else SIDE
        narrow = self.width() - side - DETAILS < GRAPH
        beside = not (narrow or self._middle.isHidden())
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._move_details()
        if (side, beside) != self._arranged:
            self._arranged = (side, beside)
            right = DETAILS if beside else 0
            self._body.setSizes([side, self.width() - side - right, right])

    def _move_details(self) -> None:
        """Put the details into the tabs, or beside the graph."""
        if self._is_narrow:
            self.tabs.insertTab(0, self.details, words_shown(DetailsView.title))
            self.tabs.setCurrentIndex(0)
        else:
            self._body.addWidget(self.details)
            self.details.setVisible(not self._middle.isHidden())

    def _uncover_details(self) -> None:
        """Let the details of what was chosen be seen; the keyboard stays where it is."""
        if self._is_narrow:
            self.tabs.setCurrentWidget(self.details)

    def show_details(self) -> None:
        """Go to the details, wherever they are."""
        self._show(self.details)

    def show_findings(self) -> None:
        """Go to the findings."""
        self._show(self._panels[FindingsView])

    def show_try_order(self) -> None:
        """Go to the try order."""
        self._show(self._panels[TryOrderView])

    def show_graph(self) -> None:
        """Go to the graph."""
        self._show(self.graph)

    def _show(self, view: View) -> None:
        if self.tabs.indexOf(view) >= 0:
            self.tabs.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


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
