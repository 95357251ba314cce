"""Cells and rows are values, and rows may stand below rows."""

from mxgui.ui.cell import Branch, Cell, Leaf


def test_two_rows_that_say_the_same_are_equal():
    one, other = (Leaf("a", (Cell("x"),), (Leaf("b", (Cell("y"),)),)) for _ in range(2))
    assert one == other
    assert Branch("t", (), (one,)) != Branch("t", (), ())


def test_a_cell_is_plain_unless_told_otherwise():
    cell = Cell("x")
    assert not any((cell.mono, cell.muted, cell.strong, cell.label, cell.look))
