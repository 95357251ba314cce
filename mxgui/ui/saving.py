"""The result into a file, in the form of an exporter; what is in the way is told in a sentence."""

from pathlib import Path

from mxgui.i18n import tr
from mxgui.model.inspection import Inspection
from mxgui.model.text import Text
from mxgui.report.files import CannotOpen, write_whole
from mxgui.report.report import report_of
from mxgui.ui.wishes import Save

ENGLISH = ("json",)  # read by programs, so its words do not change with the language


def save(inspection: Inspection, wish: Save) -> Text | None:
    """Write the file, whole or not at all; gives what was in the way, None if it is written."""
    from mxgui.report.exporters import EXPORTERS  # not needed before something is saved

    exporter = next(each for each in EXPORTERS if each.name == wish.exporter)
    report = report_of(inspection, str if exporter.name in ENGLISH else tr)
    try:
        write_whole(Path(wish.path), exporter.render(report), force=wish.replace)
    except CannotOpen as error:
        return error.text
    return None
