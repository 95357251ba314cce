"""The exporter writes the whole text."""

from mxgui.report.exporters.text import EXPORTER
from mxgui.report.report import report_of
from mxgui.report.whole_text import written
from tests.report.samples import three_tiers


def test_it_writes_the_whole_text():
    report = report_of(three_tiers(), str)
    assert EXPORTER.render(report) == written(report)
