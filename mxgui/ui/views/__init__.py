"""The shelf of views: what shows domains and results, each with `draw` and `wished`."""

from mxgui.ui.views.answers import AnswersView
from mxgui.ui.views.details import DetailsView
from mxgui.ui.views.domains import DomainsView
from mxgui.ui.views.findings import FindingsView
from mxgui.ui.views.graph import GraphView
from mxgui.ui.views.headline import HeadlineView
from mxgui.ui.views.senders import SendersView
from mxgui.ui.views.servers import ServersView
from mxgui.ui.views.timeline import TimelineView
from mxgui.ui.views.try_order import TryOrderView
from mxgui.ui.views.waiting import WaitingView
from mxgui.ui.views.what_if import WhatIfView

# Those that are panels around the graph, in the order of their keys
PANELS = (
    DomainsView,
    DetailsView,
    FindingsView,
    TryOrderView,
    TimelineView,
    AnswersView,
    ServersView,
    WhatIfView,
    WaitingView,
    SendersView,
)

__all__ = [
    "PANELS",
    "AnswersView",
    "DetailsView",
    "DomainsView",
    "FindingsView",
    "GraphView",
    "HeadlineView",
    "SendersView",
    "ServersView",
    "TimelineView",
    "TryOrderView",
    "WaitingView",
    "WhatIfView",
]
