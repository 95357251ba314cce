"""Pictures are painted at twice their size, with our fonts, without a display."""

import subprocess
import sys

from PySide6.QtGui import QImage

from mxgui.model.inspection import Inspection
from mxgui.report.paint import png_of
from mxgui.report.svg import draw
from mxgui.routing.diagram import diagram_of
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Diagram
from tests.builders import an_inspection
from tests.report.samples import hostile, three_tiers

# A program of its own, since a process has one application: here there is none yet.
ALONE = """
import os
os.environ.pop("QT_QPA_PLATFORM", None)
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)
from mxgui.report.paint import png_of
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"></svg>'
assert png_of(svg, "alone").startswith(b"\\x89PNG")
"""


def drawn(inspection: Inspection) -> Diagram:
    return diagram_of(inspection, route_of(inspection))


def painted(diagram: Diagram, **how: float) -> QImage:
    image = QImage.fromData(png_of(draw(diagram), "a title", **how))
    assert not image.isNull()
    return image


def test_a_picture_is_twice_as_large_as_the_diagram(qapp):
    diagram = drawn(three_tiers())
    image = painted(diagram)
    assert (image.width(), image.height()) == (2 * diagram.width, 2 * diagram.height)
    assert image.text("Title") == "a title"


def test_a_picture_shows_the_states_in_their_colours(qapp):
    diagram = drawn(three_tiers())
    image = painted(diagram, scale=1.0)
    bars = [image.pixelColor(int(host.box.x) + 2, int(host.box.middle)) for host in diagram.hosts]
    assert [bar.name() for bar in bars] == ["#147a3a", "#a15c07", "#a15c07", "#147a3a", "#b42318"]


def test_the_words_are_painted_in_inter(qapp):
    diagram = drawn(an_inspection("iiiiiiiiii.example"))
    box = diagram.domain.box
    image = painted(diagram, scale=1.0)
    inked = [
        x
        for x in range(int(box.x) + 17, int(box.right) - 2)
        for y in range(int(box.y) + 14, int(box.y) + 32)
        if image.pixelColor(x, y).lightness() < 80
    ]
    # Ten narrow letters and ".example": a font that stands in for Inter is much wider.
    assert 92 < max(inked) - min(inked) < 104


def test_hostile_text_is_painted_like_any_other(qapp):
    painted(drawn(hostile()))


def test_a_picture_too_large_for_twice_its_size_is_painted_smaller(qapp):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="32000"></svg>'
    image = QImage.fromData(png_of(svg, ""))
    assert (image.width(), image.height()) == (50, 16000)


def test_no_display_is_needed():
    subprocess.run([sys.executable, "-c", ALONE], check=True, timeout=60)
