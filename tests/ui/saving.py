"""Files that hold an inspection, as the window and the command line save them."""

from __future__ import annotations

from pathlib import Path

from mxgui.model.inspection import Inspection
from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import report_of
from tests.ui.showing import two_tiers


def a_saved(path: Path, inspection: Inspection | None = None, form: str = "json") -> str:
    """Write such a file; give its path as it is named elsewhere."""
    exporter = next(each for each in EXPORTERS if each.name == form)
    path.write_bytes(exporter.render(report_of(inspection or two_tiers(), str)))
    return str(path)
