"""The report as JSON of format 1, for scripts and monitoring; mxgui itself reads it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mxgui.model.text import text
from mxgui.report.exporter import Exporter

if TYPE_CHECKING:
    from mxgui.report.report import Report


def render(report: Report) -> bytes:
    """Write every key of the contract, and the facts."""
    from mxgui.report.contract import report_value
    from mxgui.report.values import json_bytes

    return json_bytes(report_value(report))


EXPORTER = Exporter("json", ".json", "application/json", text("JSON, format 1"), render)
