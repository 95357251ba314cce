"""The report as one HTML file that stands alone: no script, nothing loaded, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mxgui.model.text import text
from mxgui.report.exporter import Exporter

if TYPE_CHECKING:
    from mxgui.report.report import Report


def render(report: Report) -> bytes:
    """Write the page, with the facts inside, so that it can be read back."""
    from mxgui.report.whole_page import written

    return written(report)


EXPORTER = Exporter("html", ".html", "text/html", text("HTML report"), render)
