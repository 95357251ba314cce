"""The route as a picture in pixels, painted at twice the size of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mxgui.model.text import text
from mxgui.report.exporter import Exporter

if TYPE_CHECKING:
    from mxgui.report.report import Report


def render(report: Report) -> bytes:
    """Paint the diagram of the route; Qt is loaded here and not before."""
    from mxgui.report.paint import png_of
    from mxgui.report.svg import draw

    title = text("Mail route of {domain}", domain=report.diagram.domain.name)
    return png_of(draw(report.diagram, report.say), report.say(title))


EXPORTER = Exporter("png", ".png", "image/png", text("PNG picture of the route"), render)
