"""The elements that pictures are drawn with: rectangles, words, round marks.

Colours are attributes, from the light palette; every part also has a class that names its token, so
that a page around it can recolour it (`f-` fills, `s-` strokes).
"""

from __future__ import annotations

from mxgui.report.marks import Shape
from mxgui.report.markup import Markup, element, number
from mxgui.report.palette import LIGHT, ink, tint
from mxgui.routing.metrics import Face, is_measured, width
from mxgui.routing.shapes import Box, Tone

WORDS = "Inter, system-ui, -apple-system, 'Segoe UI', sans-serif"
MONO = "'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace"
MIDDLE = 0.36  # from the middle of a line to the base of its letters, in font sizes


def rect(box: Box, fill: str, stroke: str | None, radius: float) -> Markup:
    """A rectangle in the colours of tokens, with round corners of that radius."""
    return element(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=radius or None,
        class_=f"f-{fill}" + (f" s-{stroke}" if stroke else ""),
        fill=LIGHT.colour(fill),
        stroke=LIGHT.colour(stroke) if stroke else None,
    )


def words_at(
    at: tuple[float, float],
    words: str,
    size: float,
    token: str,
    face: Face = Face.REGULAR,
    anchor: str | None = None,
) -> Markup:
    """Words whose line has its middle at that height."""
    x, middle = at
    return element(
        "text",
        words,
        x=x,
        y=middle + MIDDLE * size,
        font_size=size,
        font_family=MONO if face is Face.MONO else None,
        font_weight="600" if face is Face.STRONG else None,
        text_anchor=anchor,
        **natural_width(width(words, face, size) if is_measured(words) else 0.0),
        class_=f"f-{token}" + (" mono" if face is Face.MONO else ""),
        fill=LIGHT.colour(token),
    )


def natural_width(wide: float) -> dict[str, str | float | None]:
    """Keep words as wide as our fonts have them where other fonts must do; 0 lets them be."""
    return {"textLength": wide, "lengthAdjust": "spacingAndGlyphs"} if wide else {}


def round_mark(x: float, y: float, shape: Shape, tone: Tone) -> Markup:
    """A round mark around that point."""
    place = f"translate({number(x)} {number(y)})"
    return element("g", *mark_parts(shape, tone), transform=place)


def mark_parts(shape: Shape, tone: Tone) -> tuple[Markup, Markup]:
    """The circle of a mark and the shape in it, around the point 0, 0."""
    ground = element("circle", r=8, class_=f"f-{tint(tone)}", fill=LIGHT.colour(tint(tone)))
    line = element(
        "path",
        d=shape.value,
        fill="none",
        class_=f"s-{ink(tone)}",
        stroke=LIGHT.colour(ink(tone)),
        stroke_width=1.7,
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    return ground, line
