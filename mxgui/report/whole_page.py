"""The report as one HTML file that stands alone: no script, nothing loaded, light and dark."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from string import Template

from mxgui import resources
from mxgui.model.text import text
from mxgui.report.contract import saved_value
from mxgui.report.dane_rows import dane_section
from mxgui.report.dnssec_rows import dnssec_section
from mxgui.report.markup import Markup, element, joined, safe
from mxgui.report.page import (
    findings_section,
    foot,
    head,
    order_section,
    probes_section,
    route_section,
    run_section,
)
from mxgui.report.page_details import dns_section, transcripts_section
from mxgui.report.palette import style_of_tokens
from mxgui.report.planned import planned_section
from mxgui.report.policies import policies_section
from mxgui.report.report import Report
from mxgui.report.reverse_names import names_section
from mxgui.report.saved import FACTS_ID
from mxgui.report.servers import servers_section
from mxgui.report.sides_page import where_section
from mxgui.report.values import json_for_page

_SECTIONS = (
    planned_section,
    route_section,
    findings_section,
    order_section,
    where_section,
    probes_section,
    dnssec_section,
    dane_section,
    policies_section,
    names_section,
    servers_section,
    transcripts_section,
    dns_section,
    run_section,
)


def written(report: Report) -> bytes:
    """Write the page, with the facts inside, so that it can be read back."""
    inspection = report.inspection
    style = style_of_tokens() + resources.path("report/report.css").read_text("utf-8")
    frame = Template(resources.path("report/report.html").read_text("utf-8"))
    title = text("Mail route of {domain}", domain=inspection.entry.domain.unicode)
    if report.route.planned:
        title = text("Planned mail route of {domain}", domain=inspection.entry.domain.unicode)
    facts = Markup(json_for_page(saved_value(inspection)))
    page = frame.substitute(
        language=safe(report.say(text("en"))),  # for translators: the code of their language
        style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode('ascii')}",
        generator=safe(f"mxgui {inspection.origin.version}"),
        title=safe(report.say(title)),
        style=style,
        body=joined(
            head(report), element("main", *(make(report) for make in _SECTIONS)), foot(report)
        ),
        facts=element("script", facts, type="application/json", id=FACTS_ID),
    )
    return page.encode()
