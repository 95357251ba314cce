"""The report as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mxgui.model.text import text
from mxgui.report.exporter import Exporter

if TYPE_CHECKING:
    from mxgui.report.report import Report


def render(report: Report) -> bytes:
    """Write the whole report."""
    from mxgui.report.whole_text import written

    return written(report)


EXPORTER = Exporter("text", ".txt", "text/plain", text("Plain text"), render)
