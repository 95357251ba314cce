"""The picture that is copied is the one that would be saved, whole and in light colours."""

from PySide6.QtGui import QImage

from mxgui.report.exporters import EXPORTERS
from mxgui.report.palette import LIGHT
from mxgui.report.report import report_of
from mxgui.ui.picture import SVG, copied, picture_of, svg_of
from tests.ui.showing import a_result, two_tiers

RESULT = a_result()


def test_it_is_twice_as_large_as_the_diagram_and_whole():
    image = picture_of(RESULT)
    assert image.width() == round(2 * RESULT.diagram.width)
    assert image.height() == round(2 * RESULT.diagram.height)
    assert image.pixelColor(2, 2).name() == LIGHT.bg


def test_the_document_is_the_one_that_is_saved():
    saved = next(exporter for exporter in EXPORTERS if exporter.name == "svg")
    assert svg_of(RESULT) == saved.render(RESULT)


def test_the_clipboard_is_given_both_forms():
    data = copied(RESULT)
    assert data.hasImage()
    image = QImage(data.imageData())
    assert image.width() == round(2 * RESULT.diagram.width)
    assert bytes(data.data(SVG.media_type).data()) == svg_of(RESULT)


def test_what_is_folded_on_the_screen_is_in_it_all_the_same():
    folded = report_of(two_tiers(), folded=frozenset({"tier 10"}))
    assert svg_of(folded) == svg_of(report_of(two_tiers()))
