"""The exporter writes the whole page."""

from mxgui.report.exporters.html import EXPORTER
from mxgui.report.report import report_of
from mxgui.report.whole_page import written
from tests.report.samples import three_tiers


def test_it_writes_the_whole_page():
    report = report_of(three_tiers(), str)
    assert EXPORTER.render(report) == written(report)
