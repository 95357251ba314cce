"""Words in a picture keep their room, whatever font they are shown in."""

from mxgui.report.marks import Shape
from mxgui.report.svg_elements import natural_width, rect, round_mark, words_at
from mxgui.routing.metrics import Face
from mxgui.routing.shapes import Box, Tone


def test_words_are_kept_as_wide_as_in_our_fonts():
    assert 'textLength="' in words_at((0, 0), "mx1.example.org", 13, "text")
    assert natural_width(0) == {}


def test_words_of_a_script_without_a_table_are_left_as_wide_as_they_are():
    assert "textLength" not in words_at((0, 0), "почта", 13, "text")


def test_addresses_are_set_in_the_mono_font():
    assert "JetBrains Mono" in words_at((0, 0), "192.0.2.1", 12, "text", Face.MONO)


def test_a_rectangle_without_border_has_no_stroke():
    assert "stroke" not in rect(Box(0, 0, 8, 8), "bg", None, 0)
    assert 'class="f-surface s-border"' in rect(Box(0, 0, 8, 8), "surface", "border", 8)


def test_a_mark_stands_where_it_is_put():
    assert 'transform="translate(20 14)"' in round_mark(20, 14, Shape.CHECK, Tone.OK)
