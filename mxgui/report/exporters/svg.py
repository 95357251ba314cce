"""The route as a picture that stays sharp at any size."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.report.exporter import Exporter
from mxgui.report.report import Report
from mxgui.report.svg import draw

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(report: Report) -> bytes:
    """Draw the diagram of the route; the headline stands for it where it is not seen."""
    picture = draw(report.diagram, report.say, report.say(report.headline))
    return f"{_DECLARATION}{picture}\n".encode()


EXPORTER = Exporter("svg", ".svg", "image/svg+xml", text("SVG picture of the route"), render)
