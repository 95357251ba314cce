"""Every exporter on the shelf says what it is, and writes every kind of inspection."""

import sys
from subprocess import run

import pytest

from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import report_of
from tests.report.samples import everything

SAMPLES = everything()
WITHOUT_QT = """
import sys
import mxgui.report.exporters
assert not [name for name in sys.modules if name.startswith("PySide6")]
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


def test_qt_is_not_loaded_until_a_picture_is_painted():
    run([sys.executable, "-c", WITHOUT_QT], check=True, timeout=60)
