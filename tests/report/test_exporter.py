"""Every exporter on the shelf says what it is, and writes every kind of inspection."""

import sys
from subprocess import run

import pytest

from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import report_of
from tests.report.samples import everything

SAMPLES = everything()
WITH_LITTLE = """
import sys
import mxgui.report.exporters
assert not [name for name in sys.modules if name.startswith(("PySide6", "mxgui.routing"))]
"""


def test_names_and_endings_are_told_apart():
    assert [exporter.name for exporter in EXPORTERS] == ["text", "json", "html", "svg", "png"]
    assert len({exporter.suffix for exporter in EXPORTERS}) == len(EXPORTERS)
    for exporter in EXPORTERS:
        assert exporter.suffix.startswith(".")
        assert "/" in exporter.media_type
        assert str(exporter.title)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_inspection_is_written_in_every_form_and_always_alike(qapp, exporter, name: str):
    first = exporter.render(report_of(SAMPLES[name], str))
    assert first
    assert exporter.render(report_of(everything()[name], str)) == first


def test_neither_qt_nor_what_writes_a_report_is_loaded_until_something_is_written():
    run([sys.executable, "-c", WITH_LITTLE], check=True, timeout=60)
