"""The PNG file opens, and is twice as large as the diagram."""

from PySide6.QtGui import QImage

from mxgui.report.exporters.png import EXPORTER
from mxgui.report.report import report_of
from tests.report.samples import three_tiers


def test_the_picture_opens_and_has_its_size_and_title(qapp):
    report = report_of(three_tiers(), str)
    image = QImage.fromData(EXPORTER.render(report))
    assert image.width() == 2 * report.diagram.width
    assert image.height() == 2 * report.diagram.height
    assert image.text("Title") == "Mail route of example.org"
