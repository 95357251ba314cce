"""The list of domains to click on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from mxgui.model.text import text
from mxgui.ui.shown import Example, Shown
from mxgui.ui.views.examples import ExamplesView
from mxgui.ui.wishes import Inspect
from tests.ui.showing import wishes_of

SHOWN = Shown(
    examples=(
        Example("one.example", text("One host.")),
        Example("two.example", text("A sentence that is so long that it needs {n} lines.", n=3)),
    )
)


@pytest.fixture
def examples(theme, qtbot) -> ExamplesView:
    made = ExamplesView(theme)
    qtbot.addWidget(made)
    made.resize(200, 300)
    made.draw(SHOWN)
    made.show()
    return made


def test_a_click_inspects(examples, qtbot):
    wishes = wishes_of(examples)
    place = examples.list.visualItemRect(examples.list.item(1)).center()
    qtbot.mouseClick(examples.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wishes == [Inspect("two.example")]


def test_enter_inspects(examples, qtbot):
    wishes = wishes_of(examples)
    examples.list.setCurrentRow(0)
    qtbot.keyClick(examples.list, Qt.Key.Key_Return)
    assert wishes == [Inspect("one.example")]


def test_the_domain_that_is_inspected_is_marked(examples):
    examples.draw(replace(SHOWN, typed="two.example"))
    assert examples.list.currentRow() == 1
    examples.draw(replace(SHOWN, typed="three.example"))
    assert examples.list.currentRow() == -1


def test_a_longer_sentence_has_a_higher_row(examples):
    delegate, model = examples.list.itemDelegate(), examples.list.model()
    option = QStyleOptionViewItem()
    heights = [delegate.sizeHint(option, model.index(row, 0)).height() for row in range(2)]
    assert heights[0] < heights[1]


def test_it_is_painted_chosen_or_not(examples):
    plain = examples.grab().toImage()
    examples.list.setCurrentRow(0)
    assert examples.grab().toImage() != plain


def test_without_domains_there_is_no_list(examples):
    examples.draw(Shown())
    assert examples.isHidden()
