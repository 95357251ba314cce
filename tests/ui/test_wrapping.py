"""Rows are as high as their words need, and no word is lost."""

import pytest
from PySide6.QtCore import Qt

from mxgui.model.text import text
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.scheme import Scheme
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.wrapping import ROW

SENTENCE = "a sentence that is much too long for its column " * 6


@pytest.fixture
def tree(theme, qtbot) -> UnfoldingTree:
    made = UnfoldingTree(TreeModel((text("Severity"), text("Finding")), theme), theme)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    why = Leaf("why", (Cell("because " * 60, label="Why it matters"),))
    row = Leaf("a", (Cell("!"), Cell(SENTENCE)), (why,))
    made.show_branches((Branch("warning", (Cell("Warning"),), (row,)),))
    return made


def height(tree: UnfoldingTree, key: str) -> int:
    model = tree.model()
    assert isinstance(model, TreeModel)
    tree.executeDelayedItemsLayout()
    return tree.visualRect(model.index_of(key)).height()


def test_a_folded_row_is_one_line_and_an_unfolded_one_shows_its_sentence_whole(tree):
    assert height(tree, "a") == ROW
    tree.unfold("a")
    assert height(tree, "a") > ROW


def test_a_paragraph_has_its_label_beside_it_or_above_it_by_the_room_there_is(tree):
    tree.unfold("a")
    beside = tree.grab().toImage()
    wide = height(tree, "why")
    tree.resize(320, 400)
    assert height(tree, "why") > wide
    assert tree.grab().toImage() != beside


def test_a_word_without_a_gap_is_broken_rather_than_cut(tree):
    tree.unfold("a")
    short = height(tree, "why")
    why = Leaf("why", (Cell("x" * 2000, label="Why it matters"),))
    row = Leaf("a", (Cell("!"), Cell(SENTENCE)), (why,))
    tree.show_branches((Branch("warning", (Cell("Warning"),), (row,)),))
    assert height(tree, "why") > short


def test_it_is_painted_in_the_colours_of_the_scheme_and_from_right_to_left(tree, theme):
    tree.unfold("a")
    light = tree.grab().toImage()
    theme.choose(Scheme.DARK)
    dark = tree.grab().toImage()
    assert dark != light
    tree.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert tree.grab().toImage() != dark
