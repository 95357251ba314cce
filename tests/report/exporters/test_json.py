"""The JSON file is that of the contract, as bytes."""

import json
import re

import pytest

from mxgui.model.inspection import Inspection
from mxgui.report.contract import report_value
from mxgui.report.exporters.json import EXPORTER
from mxgui.report.report import report_of
from tests.report.golden_files import golden
from tests.report.samples import documents, hostile, three_tiers


@pytest.mark.parametrize(
    ("name", "inspection"),
    documents(),
)
def test_the_file_is_as_it_has_to_be(name: str, inspection: Inspection):
    written = EXPORTER.render(report_of(inspection, str))
    assert golden(f"{name}.json", written) == written


def test_the_file_holds_the_contract():
    report = report_of(three_tiers(), str)
    assert json.loads(EXPORTER.render(report)) == report_value(report)


def test_hostile_text_does_nothing_on_a_terminal():
    written = EXPORTER.render(report_of(hostile(), str)).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
