"""The middle of the window: a start page, or headline and graph of a result or a what-if.

What shows results is made when it is first needed, or once the bare window has been seen: loading
it takes longer than painting the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mxgui.ui.shown import Shown
from mxgui.ui.start_page import StartPage
from mxgui.ui.theme import Theme

if TYPE_CHECKING:
    from mxgui.ui.planned_strip import PlannedStrip
    from mxgui.ui.saved_strip import SavedStrip
    from mxgui.ui.simulation_banner import SimulationBanner
    from mxgui.ui.views import GraphView, HeadlineView


class Frame(QWidget):
    """Start page, banner, headline, graph; what has nothing to say is not there."""

    wished = Signal(object)
    asked = Signal(object)  # for a dialog, by what its action does

    def __init__(self, theme: Theme) -> None:
        """Place what an empty window shows."""
        super().__init__()
        self._theme = theme
        self.start = StartPage(theme)
        self.banner: SimulationBanner | None = None
        self.headline: HeadlineView | None = None
        self.plan: PlannedStrip | None = None
        self.saved: SavedStrip | None = None
        self.graph: GraphView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.start, 1)
        self.start.wished.connect(self.wished)

    def draw(self, shown: Shown) -> None:
        """Show this."""
        self.start.draw(shown)
        if self.plan is not None:
            self.plan.draw(shown)
        if self.saved is not None:
            self.saved.draw(shown)
        if self.banner is not None and self.headline is not None and self.graph is not None:
            self.banner.draw(shown)
            self.headline.draw(shown)
            is_supposed = not self.banner.isHidden() and not shown.measured
            self.headline.setVisible(shown.result is not None and not is_supposed)
            self.graph.setVisible(shown.result is not None)
            self.graph.draw(shown)

    def complete(self) -> GraphView:
        """Make what shows results, if it is not there yet; give the graph."""
        if self.graph is not None:
            return self.graph
        from mxgui.ui.planned_strip import PlannedStrip
        from mxgui.ui.saved_strip import SavedStrip
        from mxgui.ui.simulation_banner import SimulationBanner
        from mxgui.ui.views import GraphView, HeadlineView

        self.banner = SimulationBanner(self._theme)
        self.headline, self.graph = HeadlineView(self._theme), GraphView(self._theme)
        self.plan, self.saved = PlannedStrip(self._theme), SavedStrip(self._theme)
        self.plan.asked.connect(self.asked)
        self._column.addWidget(self.saved)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.plan)
        self._column.addWidget(self.graph, 1)
        for view in (self.saved, self.banner, self.headline, self.plan, self.graph):
            view.hide()
            view.wished.connect(self.wished)
        return self.graph
