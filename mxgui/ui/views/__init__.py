"""The shelf of views: what shows domains and results, each with `draw` and `wished`."""

from mxgui.ui.views.answers import AnswersView
from mxgui.ui.views.details import DetailsView
from mxgui.ui.views.examples import ExamplesView
from mxgui.ui.views.findings import FindingsView
from mxgui.ui.views.graph import GraphView
from mxgui.ui.views.headline import HeadlineView
from mxgui.ui.views.timeline import TimelineView
from mxgui.ui.views.try_order import TryOrderView

TABS = (FindingsView, TryOrderView, TimelineView, AnswersView)  # below the graph, in this order

__all__ = [
    "TABS",
    "AnswersView",
    "DetailsView",
    "ExamplesView",
    "FindingsView",
    "GraphView",
    "HeadlineView",
    "TimelineView",
    "TryOrderView",
]
