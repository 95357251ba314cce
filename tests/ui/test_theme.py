"""Colours: those of the documents, and the scheme is followed. Contrast is in test_contrast.py."""

import pytest
from PySide6.QtGui import QColor, QPalette

from mxgui.report import palette
from mxgui.routing.shapes import Tone
from mxgui.ui.scheme import Scheme
from mxgui.ui.theme import (
    COLUMNS,
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Theme,
    Tokens,
    palette_of,
    tokens_for,
)


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


@pytest.mark.parametrize(
    ("scheme", "dark", "contrast", "wanted"),
    [
        (Scheme.SYSTEM, False, False, LIGHT),
        (Scheme.SYSTEM, True, False, DARK),
        (Scheme.SYSTEM, False, True, CONTRAST_LIGHT),
        (Scheme.SYSTEM, True, True, CONTRAST_DARK),
        (Scheme.CONTRAST, False, False, CONTRAST_LIGHT),
        (Scheme.CONTRAST, True, False, CONTRAST_LIGHT),
        (Scheme.CONTRAST_DARK, False, False, CONTRAST_DARK),
        (Scheme.LIGHT, True, True, LIGHT),
        (Scheme.DARK, False, True, DARK),
    ],
)
def test_what_was_chosen_comes_before_what_the_system_wishes(scheme, dark, contrast, wanted):
    assert tokens_for(scheme, system_is_dark=dark, system_has_contrast=contrast) is wanted


def test_the_window_has_the_colours_of_the_documents_but_for_a_shade():
    for of_documents, tokens in ((palette.LIGHT, LIGHT), (palette.DARK, DARK)):
        other = {
            name
            for name, colour in palette.tokens_of(of_documents).items()
            if colour != tokens.colour(name)
        }
        assert other <= {"warn", "idle"}


def test_every_tone_has_an_ink_and_a_tint_of_its_own_in_every_scheme():
    for tokens in COLUMNS:
        pairs = [tokens.pair(tone) for tone in Tone if tone is not Tone.PLAIN]
        assert len(set(pairs)) == len(pairs)
