"""The parts of a dossier are values."""

from mxgui.ui.dossier.section import Dossier, Line, Section, cut


def test_two_dossiers_that_say_the_same_are_equal():
    one, other = (Dossier("a", "b", (Section("c", (Line("d"),)),)) for _ in range(2))
    assert one == other
    assert one != Dossier("a", "b")


def test_what_is_too_long_is_cut_and_says_so():
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
