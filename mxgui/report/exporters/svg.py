"""The route as a picture that stays sharp at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mxgui.model.text import text
from mxgui.report.exporter import Exporter

if TYPE_CHECKING:
    from mxgui.report.report import Report

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(report: Report) -> bytes:
    """Draw the diagram of the route; the headline stands for it where it is not seen."""
    from mxgui.report.svg import draw

    picture = draw(report.diagram, report.say, report.say(report.headline))
    return f"{_DECLARATION}{picture}\n".encode()


EXPORTER = Exporter("svg", ".svg", "image/svg+xml", text("SVG picture of the route"), render)
