"""A tree stays as it was left: chosen, unfolded and scrolled, while rows come and go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from mxgui.model.text import text
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree

TITLES = (text("Severity"), text("Finding"))
LONG = "words that go on and on " * 20


def rows(*names: str, words: str = LONG) -> tuple[Branch, ...]:
    leaves = tuple(
        Leaf(name, (Cell("!"), Cell(name)), (Leaf(f"{name} why", (Cell(words, label="Why"),)),))
        for name in names
    )
    return (Branch("warning", (Cell("Warning"),), leaves),)


@pytest.fixture
def tree(theme, qtbot) -> UnfoldingTree:
    made = UnfoldingTree(TreeModel(TITLES, theme), theme)
    qtbot.addWidget(made)
    made.resize(600, 160)
    made.show()
    made.show_branches(rows("a", "b", "c"))
    return made


def model_of(tree: UnfoldingTree) -> TreeModel:
    model = tree.model()
    assert isinstance(model, TreeModel)
    return model


def place_of(tree: UnfoldingTree, key: str):
    return model_of(tree).index_of(key)


def test_headings_are_unfolded_and_rows_are_not(tree):
    assert tree.isExpanded(place_of(tree, "warning"))
    assert not tree.isExpanded(place_of(tree, "a"))


def test_a_row_unfolds_with_space_or_the_arrow_and_folds_again(tree, qtbot):
    tree.setCurrentIndex(place_of(tree, "a"))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert tree.isExpanded(place_of(tree, "a"))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert not tree.isExpanded(place_of(tree, "a"))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(place_of(tree, "a"))


def test_space_on_a_paragraph_folds_the_row_above_it(tree, qtbot):
    tree.unfold("a")
    tree.setCurrentIndex(place_of(tree, "a why"))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert not tree.isExpanded(place_of(tree, "a"))
    assert tree.currentIndex() == place_of(tree, "a")


def test_choice_and_folding_stay_while_rows_come_and_go(tree):
    tree.unfold("b")
    tree.show_branches(rows("new", "a", "b"))
    assert tree.currentIndex() == place_of(tree, "b")
    assert tree.isExpanded(place_of(tree, "b"))
    assert not tree.isExpanded(place_of(tree, "new"))


def test_a_row_that_was_away_comes_back_unfolded(tree):
    tree.unfold("b")
    tree.show_branches(rows("a"))
    tree.show_branches(rows("a", "b"))
    assert tree.isExpanded(place_of(tree, "b"))


def test_a_folded_heading_stays_folded(tree):
    tree.collapse(place_of(tree, "warning"))
    tree.show_branches(rows("a", "b", "c", "d"))
    assert not tree.isExpanded(place_of(tree, "warning"))


def has_all_of_the_width(tree: UnfoldingTree, key: str) -> bool:
    place = place_of(tree, key)
    return tree.isFirstColumnSpanned(place.row(), place.parent())


def test_a_paragraph_has_all_of_the_width_however_it_came_to_be_seen(tree, qtbot):
    tree.unfold("a")
    assert has_all_of_the_width(tree, "a why")
    tree.setCurrentIndex(place_of(tree, "warning"))
    qtbot.keyClick(tree, Qt.Key.Key_Asterisk)
    assert has_all_of_the_width(tree, "c why")
    tree.show_branches(rows("new", "a", "b", "c"))
    assert all(has_all_of_the_width(tree, f"{name} why") for name in "abc")
    tree.collapse(place_of(tree, "warning"))
    tree.show_branches(rows("a", "b", "c", "d"))
    tree.expand(place_of(tree, "warning"))
    assert all(has_all_of_the_width(tree, f"{name} why") for name in "abc")


def test_what_is_unfolded_is_known_also_below_a_heading_that_was_folded(tree):
    tree.unfold("b")
    tree.collapse(place_of(tree, "warning"))
    tree.show_branches(rows("a", "b", "c", "d"))
    tree.expand(place_of(tree, "warning"))
    tree.show_branches(rows("a", "b", "c"))
    assert [tree.isExpanded(place_of(tree, name)) for name in "abc"] == [False, True, False]


def test_what_is_at_the_top_stays_there_when_rows_come_above_it(tree):
    many = [f"row {n:02}" for n in range(30)]
    tree.show_branches(rows(*many))
    tree.verticalScrollBar().setValue(300)
    top = tree.indexAt(QPoint(1, 1))
    part, offset = model_of(tree).at(top), tree.visualRect(top).top()
    assert part is not None
    tree.show_branches(rows("new 1", "new 2", *many))
    assert tree.visualRect(place_of(tree, part.key)).top() == offset


def test_an_unfolded_row_is_as_high_as_its_paragraph_needs(tree):
    tree.unfold("a")
    wide = tree.visualRect(place_of(tree, "a why")).height()
    tree.resize(300, 160)
    tree.executeDelayedItemsLayout()
    assert tree.visualRect(place_of(tree, "a why")).height() > wide > 28


def test_the_same_rows_again_cost_nothing(tree, qtbot):
    with qtbot.assertNotEmitted(model_of(tree).modelReset):
        tree.show_branches(rows("a", "b", "c"))


def test_nothing_is_said_in_words(tree):
    tree.show_branches((), text("Nothing so far."))
    empty = tree.grab().toImage()
    tree.show_branches((), text(""))
    assert tree.grab().toImage() != empty


def test_what_unfolds_below_the_edge_is_brought_into_view(tree):
    tree.show_branches(rows(*(f"row {n:02}" for n in range(30)), words="short"))
    last_seen = tree.indexAt(QPoint(1, tree.viewport().height() - 2))
    tree.expand(last_seen)
    below = tree.visualRect(model_of(tree).index(0, 0, last_seen))
    assert below.isValid()
    assert below.bottom() <= tree.viewport().height()
    tree.expand(place_of(tree, "row 29"))
    assert tree.visualRect(place_of(tree, "row 29")).top() >= 0


def test_a_quiet_heading_is_folded_at_first_and_stays_as_it_was_left(tree):
    quiet = (replace(rows("a")[0], is_quiet=True),)
    tree.show_branches(())
    tree.show_branches(quiet)
    assert not tree.isExpanded(place_of(tree, "warning"))
    tree.expand(place_of(tree, "warning"))
    tree.show_branches(())
    tree.show_branches(quiet)
    assert tree.isExpanded(place_of(tree, "warning"))
