"""The colours of documents can be read: every text on its ground has enough contrast."""

from dataclasses import astuple
from itertools import product

import pytest

from mxgui.report.palette import DARK, LIGHT, Palette, ink, style_of_tokens, tint, tokens_of
from mxgui.routing.shapes import Tone

LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3
GROUNDS = ("bg", "surface", "lane")


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_can_be_read_on_every_ground(palette: Palette):
    pairs = product(("text", "muted", "accent", "ok", "warn", "fail"), GROUNDS)
    weak = [pair for pair in pairs if contrast(*map(palette.colour, pair)) < LEAST]
    assert not weak


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read_on_its_tint(palette: Palette, tone: Tone):
    assert contrast(palette.colour(ink(tone)), palette.colour(tint(tone))) >= LEAST


def test_light_and_dark_have_the_same_tokens_and_no_colour_in_common_by_accident():
    assert len(astuple(LIGHT)) == len(astuple(DARK))
    assert not set(astuple(LIGHT)) & set(astuple(DARK))


def test_every_token_can_be_used_in_a_style_sheet():
    style = style_of_tokens()
    for name in tokens_of(LIGHT):
        assert f"--{name}: {LIGHT.colour(name)};" in style
        assert f"--{name}: {DARK.colour(name)};" in style
        assert f".f-{name} {{ fill: var(--{name}); }}" in style
        assert f".s-{name} {{ stroke: var(--{name}); }}" in style
