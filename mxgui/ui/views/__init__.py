"""The parts of the window, each a View with `draw` and `wished`."""

from mxgui.ui.views.details import DetailsView
from mxgui.ui.views.domain_bar import DomainBar
from mxgui.ui.views.examples import ExamplesView
from mxgui.ui.views.findings import FindingsView
from mxgui.ui.views.graph import GraphView
from mxgui.ui.views.headline import HeadlineView
from mxgui.ui.views.start import StartView
from mxgui.ui.views.status import StatusView
from mxgui.ui.views.try_order import TryOrderView

TABS = (FindingsView, TryOrderView)  # below the graph, in this order

__all__ = [
    "TABS",
    "DetailsView",
    "DomainBar",
    "ExamplesView",
    "FindingsView",
    "GraphView",
    "HeadlineView",
    "StartView",
    "StatusView",
    "TryOrderView",
]
