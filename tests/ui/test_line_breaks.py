"""Words in a few lines, the last of them with an ellipsis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from mxgui.ui.fonts import WORDS
from mxgui.ui.line_breaks import lines_of

LONG = "The exchange mx.example.org has no address, so that no sender can reach it at all."


def lines(words: str, width: int = 160, most: int = 2) -> tuple[str, ...]:
    return lines_of(words, width, most, WORDS, 9.0)


def width_of(line: str) -> int:
    font = QFont(WORDS)
    font.setPointSizeF(9.0)
    return QFontMetrics(font).horizontalAdvance(line)


def test_what_fits_stands_as_it_is():
    assert lines("Short.") == ("Short.",)
    assert lines("") == ()
    assert " ".join(lines(LONG, most=9)) == LONG


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_does_not_fit_ends_in_an_ellipsis(most):
    broken = lines(LONG, most=most)
    assert len(broken) == most
    assert broken[-1].endswith("…")
    assert LONG.startswith(" ".join(broken)[:-1])


def test_a_word_without_any_room_is_broken_too():
    broken = lines("x" * 300)
    assert len(broken) == 2
    assert all(width_of(line) <= 160 for line in broken)


def test_letters_beyond_the_first_plane_count_as_one():
    words = "🎉 📮 ✉ " * 30 + "end"
    assert "".join(lines(words, most=99)).replace(" ", "") == words.replace(" ", "")


@given(st.text(max_size=200), st.integers(-5, 400), st.integers(1, 4))
def test_there_are_never_more_lines_than_asked_for(words, width, most):
    assert len(lines(words, width, most)) <= most
