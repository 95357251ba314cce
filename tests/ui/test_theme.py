"""Colours: words can be read on their ground, and the scheme is followed."""

import pytest
from PySide6.QtGui import QColor, QPalette

from mxgui.routing.shapes import Tone
from mxgui.ui.scheme import Scheme
from mxgui.ui.theme import (
    DARK,
    LIGHT,
    Theme,
    Tokens,
    palette_of,
)

READABLE = 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_words_can_be_read_on_their_ground(tokens: Tokens):
    pairs = [(tokens.text, tokens.bg), (tokens.muted, tokens.surface), (tokens.muted, tokens.bg)]
    pairs += [tokens.pair(tone) for tone in Tone]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.text, tokens.accent_tint)]
    poor = [pair for pair in pairs if contrast(*pair) < READABLE]
    assert not poor


def test_a_chosen_scheme_is_used_and_told_once(theme: Theme, qtbot):
    told: list[Tokens] = []
    theme.changed.connect(lambda: told.append(theme.tokens))
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.LIGHT)
    assert told == [DARK, LIGHT]


def test_a_system_without_a_scheme_is_light(theme: Theme):
    assert theme.tokens is LIGHT


def test_the_palette_of_qt_has_the_same_colours():
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Window) == QColor(DARK.surface)
    assert palette.color(QPalette.ColorRole.Text) == QColor(DARK.text)
