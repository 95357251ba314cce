"""The report as JSON of format 1, for scripts and monitoring; mxgui itself reads it back."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.report.contract import report_value
from mxgui.report.exporter import Exporter
from mxgui.report.report import Report
from mxgui.report.values import json_bytes


def render(report: Report) -> bytes:
    """Write every key of the contract, and the facts."""
    return json_bytes(report_value(report))


EXPORTER = Exporter("json", ".json", "application/json", text("JSON, format 1"), render)
