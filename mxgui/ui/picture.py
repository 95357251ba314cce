"""The whole picture of a route to be pasted elsewhere: as pixels, and as SVG for whoever takes it.

It has the light colours of documents, whatever the window has: what is pasted into a mail or a
ticket is what would be saved, with every host, whatever is folded on the screen.
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from mxgui.model.text import text
from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import Report

SVG = next(exporter for exporter in EXPORTERS if exporter.name == "svg")


def picture_of(report: Report) -> QImage:
    """The picture in pixels, at twice the size of the screen."""
    from mxgui.report.paint import image_of  # not needed before something is copied
    from mxgui.report.svg import draw

    title = text("Mail route of {domain}", domain=report.diagram.domain.name)
    return image_of(draw(report.diagram, report.say), report.say(title))


def svg_of(report: Report) -> bytes:
    """The picture as an SVG document, as it is saved."""
    return SVG.render(report)


def copied(report: Report) -> QMimeData:
    """The picture in both forms, for the clipboard."""
    data = QMimeData()
    data.setImageData(picture_of(report))
    data.setData(SVG.media_type, svg_of(report))
    return data
