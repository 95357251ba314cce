"""The widths of words are those of the fonts that mxgui brings along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QRawFont

from mxgui import resources
from mxgui.routing.metrics import (
    ELLIPSIS,
    Face,
    elided,
    elided_name,
    is_measured,
    width,
    wrapped,
)

FONTS = {
    Face.REGULAR: "fonts/inter/Inter-Regular.otf",
    Face.STRONG: "fonts/inter/Inter-SemiBold.otf",
    Face.MONO: "fonts/jetbrains-mono/JetBrainsMono-Regular.ttf",
}
KNOWN = "".join(map(chr, range(32, 127))) + "…·–—→×“”‘’äßéč"
FACES = st.sampled_from(Face)
ROOM = st.floats(0, 400)


@pytest.mark.parametrize("face", Face)
def test_every_letter_is_as_wide_as_in_its_font(qapp, face: Face):
    font = QRawFont(str(resources.path(FONTS[face])), 1000.0)
    assert font.isValid()
    for letter in KNOWN:
        wanted = font.advancesForGlyphIndexes(font.glyphIndexesForString(letter))[0].x()
        known = is_measured(letter)
        assert abs(width(letter, face, 1000.0) - wanted) < (1.5 if known else 120), letter


def test_marks_that_keep_words_in_order_take_no_room():
    isolated = "\u2068mx1.example.org\u2069"
    assert width(isolated, Face.STRONG, 13) == width("mx1.example.org", Face.STRONG, 13)


def test_letters_without_a_table_get_room_all_the_same():
    assert width("漢字", Face.REGULAR, 10) == 20
    assert width("почта", Face.REGULAR, 10) > 30
    assert not is_measured("почта")


@given(words=st.text(max_size=60), face=FACES, room=ROOM)
def test_words_that_are_cut_fit_and_say_that_they_are_cut(words: str, face: Face, room: float):
    shown = elided(words, face, 12.0, room)
    if shown != words:
        assert shown.endswith(ELLIPSIS)
        assert words.startswith(shown.removesuffix(ELLIPSIS))
        assert shown == ELLIPSIS or width(shown, face, 12.0) <= room + 0.001


@given(
    head=st.from_regex(r"[a-z0-9-]{1,63}", fullmatch=True),
    tail=st.from_regex(r"(\.[a-z0-9-]{1,20}){0,8}", fullmatch=True),
    room=st.floats(40, 400),
)
def test_a_name_in_two_faces_fits_its_room(head: str, tail: str, room: float):
    strong, rest = elided_name(head, tail, 13.0, room)
    assert width(strong, Face.STRONG, 13.0) + width(rest, Face.REGULAR, 13.0) <= room + 0.001
    assert (strong, rest) == (head, tail) or (strong + rest).endswith(ELLIPSIS)


@given(words=st.text("ab c", max_size=120), room=st.floats(30, 300))
def test_wrapped_words_lose_nothing_and_fit_unless_one_word_is_too_long(words: str, room: float):
    lines = wrapped(words, Face.REGULAR, 12.0, room)
    assert " ".join(lines).split() == words.split()
    assert all(width(line, Face.REGULAR, 12.0) <= room or " " not in line for line in lines)


def test_wrapped_lines_are_about_equally_long():
    words = "There is no MX record, and the domain has no address of its own."
    first, second = wrapped(words, Face.REGULAR, 12.0, 336.0)
    assert abs(len(first) - len(second)) < 15
