"""The SVG file is the picture, with a declaration before it."""

from xml.etree import ElementTree

import pytest

from mxgui.model.inspection import Inspection
from mxgui.report.exporters.svg import EXPORTER
from mxgui.report.report import report_of
from tests.report.golden_files import golden
from tests.report.samples import failures, hostile, null_mx, planned, three_tiers


@pytest.mark.parametrize(
    ("name", "inspection"),
    [
        ("three-tiers", three_tiers()),
        ("null-mx", null_mx()),
        ("failures", failures()),
        ("planned", planned()),
    ],
)
def test_the_picture_is_as_it_has_to_be(name: str, inspection: Inspection):
    written = EXPORTER.render(report_of(inspection, str))
    assert golden(f"{name}.svg", written) == written


def test_the_headline_stands_for_the_picture():
    report = report_of(three_tiers(), str)
    about = ElementTree.fromstring(EXPORTER.render(report)).find("{http://www.w3.org/2000/svg}desc")
    assert about is not None
    assert about.text == str(report.headline)


def test_hostile_text_leaves_it_well_formed():
    ElementTree.fromstring(EXPORTER.render(report_of(hostile(), str)))
