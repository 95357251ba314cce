"""The parts of a dossier are values."""

from mxgui.ui.dossier.section import Dossier, Line, Section


def test_two_dossiers_that_say_the_same_are_equal():
    one, other = (Dossier("a", "b", (Section("c", (Line("d"),)),)) for _ in range(2))
    assert one == other
    assert one != Dossier("a", "b")
