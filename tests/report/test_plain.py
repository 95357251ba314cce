"""Lines of plain text."""

import pytest

from mxgui.report.plain import WIDTH, sign_of, wrapped
from mxgui.routing.shapes import Tone

LONG = "word " * 40


@pytest.mark.parametrize(("indent", "hang"), [(0, 2), (4, 2), (2, 4)])
def test_lines_are_so_wide_and_the_others_hang_behind_the_first(indent, hang):
    first, *others = wrapped(LONG, indent, hang)
    assert others
    assert first.startswith(" " * indent + "word")
    assert all(line.startswith(" " * (indent + hang) + "word") for line in others)
    assert max(map(len, (first, *others))) <= WIDTH


def test_what_somebody_else_wrote_stays_on_its_line_and_whole():
    [line] = wrapped("a\nb\x1b[31m")
    assert line.isprintable()
    assert wrapped("x" * 200) == ["x" * 200]


def test_every_tone_has_a_sign_and_what_is_wrong_one_of_its_own():
    signs = [sign_of(tone) for tone in Tone]
    assert all(signs)
    assert [sign_of(tone) for tone in (Tone.OK, Tone.WARN, Tone.FAIL)] == ["✓", "!", "✗"]
