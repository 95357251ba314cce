"""The fonts come along and are used."""

from PySide6.QtGui import QFontDatabase, QFontInfo

from mxgui.routing.metrics import Face, width
from mxgui.ui.fonts import MONO, WORDS, base_font, mono_font, painted_font, strong_font
from mxgui.ui.pencil import font_of


def test_both_families_are_known_to_qt():
    families = QFontDatabase.families()
    assert WORDS in families
    assert MONO in families


def test_the_fonts_are_the_ones_asked_for():
    assert QFontInfo(base_font()).family() == WORDS
    assert QFontInfo(mono_font()).family() == MONO
    assert strong_font().weight() > base_font().weight()


def test_a_painted_font_has_its_size_in_pixels():
    assert painted_font(WORDS, 12.0).pixelSize() == 12


def test_the_width_table_of_the_diagram_fits_these_fonts():
    from PySide6.QtGui import QFontMetricsF

    words = "mx-a.nordlys.example 2001:db8::11"
    for face in Face:
        real = QFontMetricsF(font_of(face, 12.0)).horizontalAdvance(words)
        assert abs(real - width(words, face, 12.0)) < 0.03 * real
