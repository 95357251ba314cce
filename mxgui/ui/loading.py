"""What a window needs once it has been seen, loaded bit by bit: keys are taken in between.

Each name brings little that the ones before it have not brought: ten milliseconds for most, twenty
for the largest. Without that order the last ones would load all of it at one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

LATER = (
    "mxgui.model.smtp",
    "mxgui.net.certificate",
    "mxgui.net.smtp",
    "mxgui.net.names",
    "mxgui.net.queries",
    "mxgui.net.answers",
    "mxgui.net.authority",
    "mxgui.net.issuing",
    "mxgui.net.chain",
    "mxgui.net.dnssec_keys",
    "mxgui.net.dnssec_denial",
    "mxgui.net.dnssec",
    "mxgui.net.https",
    "mxgui.net.policy",
    "mxgui.net.resolver",
    "mxgui.net.vantage",
    "mxgui.net.network",
    "mxgui.model.entry",
    "mxgui.model.inspection",
    "mxgui.routing.shapes",
    "mxgui.routing.dane_reach",
    "mxgui.routing.verdict",
    "mxgui.routing.sts_marks",
    "mxgui.routing.readings",
    "mxgui.routing.senders",
    "mxgui.routing.sending.waiting",
    "mxgui.routing.diagram",
    "mxgui.routing.supposed_marks",
    "mxgui.routing.authority",
    "mxgui.routing.security_words",
    "mxgui.rules.ways",
    "mxgui.rules.dane",
    "mxgui.rules.servers",
    "mxgui.routing.inside",
    "mxgui.routing.sts_words",
    "mxgui.rules.validated",
    "mxgui.rules.other_view",
    "mxgui.rules.place",
    "mxgui.rules.other_view",
    "mxgui.rules.checks",
    "mxgui.report.report",
    "mxgui.report.sections",
    "mxgui.ui.copying",
    "mxgui.ui.sheet",
    "mxgui.ui.answers.whole",
    "mxgui.ui.tree",
    "mxgui.ui.dossier.dossier",
    "mxgui.ui.graph_rows",
    "mxgui.ui.domain_delegate",
    "mxgui.ui.unfolding",
    "mxgui.ui.graph_scene",
    "mxgui.ui.canvas",
    "mxgui.ui.picture",
    "mxgui.ui.server_rows",
    "mxgui.ui.timeline.tree",
    "mxgui.routing.sending.matrix",
    "mxgui.ui.waits.rows",
    "mxgui.ui.waits.tree",
    "mxgui.ui.views",
    "mxgui.ui.planned_strip",
    "mxgui.ui.saved_strip",
    "mxgui.ui.panels",
    "mxgui.ui.panel_actions",
    "mxgui.ui.accessible",
    "mxgui.ui.notices",
    "mxgui.ui.news",
    "mxgui.ui.session",
    "mxgui.ui.life",
    "mxgui.ui.program",
    "mxgui.app.inspect_domain",
)
FOR_DEMO = (
    "mxgui.demo.domains",
    "mxgui.demo.tables",
    "mxgui.demo.certificates",
    "mxgui.demo.network",
)


def loaded(names: Iterable[str]) -> Iterator[None]:
    """Load one after the other; a step for each."""
    for name in names:
        import_module(name)
        yield
