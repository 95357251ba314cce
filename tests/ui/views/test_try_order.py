"""The try-order reads out the same facts as the graph, in the order of a sender."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.report.report import report_of
from mxgui.ui.shown import Shown
from mxgui.ui.table import Role
from mxgui.ui.views.try_order import TryOrderView
from mxgui.ui.wishes import Choose, Shuffle
from tests.ui.showing import a_result, a_running, a_shown, key_of, two_tiers, wishes_of


@pytest.fixture
def view(theme, qtbot) -> TryOrderView:
    made = TryOrderView(theme)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def test_a_row_chooses_and_the_choice_is_shown(view):
    shown = a_shown()
    assert shown.result is not None
    view.draw(shown)
    wishes = wishes_of(view)
    model = view.tree.model()
    view.tree.setCurrentIndex(model.index(0, 0, model.index(1, 0)))
    key = key_of(shown.result, "192.0.2.2")
    assert wishes == [Choose(key)]
    other = key_of(shown.result, "192.0.2.1")
    view.draw(a_shown(chosen=other))
    assert model.at(view.tree.currentIndex()).key == other
    assert len(wishes) == 1  # what is shown is not wished for again


def test_what_is_chosen_elsewhere_and_not_here_clears_the_row(view):
    view.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    view.draw(a_shown(chosen="domain"))
    assert not view.tree.selectionModel().hasSelection()


def test_everything_is_unfolded_and_can_be_read_out(view):
    view.draw(a_shown())
    model = view.tree.model()
    assert all(view.tree.isExpanded(model.index(row, 0)) for row in range(model.rowCount()))
    state = model.index(0, 3, model.index(0, 0))
    assert model.data(state, Role.AccessibleTextRole) == "Answers"
    assert view.tree.accessibleName() == "Try order"


def test_without_a_result_it_is_empty(view):
    view.draw(a_shown())
    view.draw(Shown())
    assert view.tree.model().rowCount() == 0


def test_another_shuffle_is_wished_for(view, qtbot):
    view.draw(a_shown(two_tiers(mx="10 a.example.org, 10 b.example.org")))
    assert "One order of many" in view.about.text()
    wishes = wishes_of(view)
    qtbot.keyClick(view.shuffle, Qt.Key.Key_Space)
    assert wishes == [Shuffle()]


def test_where_nothing_can_be_shuffled_the_button_says_why(view):
    view.draw(a_shown())
    assert not view.shuffle.isEnabled()
    assert "nothing to shuffle" in view.shuffle.toolTip()
    assert "nothing to shuffle" in view.shuffle.accessibleDescription()


def test_another_order_keeps_the_choice_and_the_folding(view):
    inspection = two_tiers(mx="10 a.example.org, 10 b.example.org, 20 b.example.org")
    key = key_of(report_of(inspection), "192.0.2.2")
    seen = set()
    for seed in range(6):
        plan = replace(inspection.plan, seed=seed)
        view.draw(a_shown(replace(inspection, plan=plan), chosen=key))
        model = view.tree.model()
        assert model.at(view.tree.currentIndex()).key == key
        seen.add(model.branches[0].leaves[0].key)
    assert len(seen) == 2


def test_an_ended_result_is_drawn_once(view, qtbot):
    shown = a_shown()
    view.draw(shown)
    model = view.tree.model()
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        view.draw(replace(shown, now=9.0))


def test_the_seconds_of_a_running_probe_go_on(view):
    shown = a_shown(a_running(), now=3.0)
    view.draw(shown)
    view.draw(replace(shown, now=12.0))
    said = [leaf.cells[4].words for leaf in view.tree.model().branches[0].leaves]
    assert "waiting for the greeting, 12 of 40 s" in map(str, said)


def test_columns_give_way_where_there_is_little_room(view):
    view.draw(a_shown())
    for width, hidden in ((1000, []), (780, [5]), (336, [1, 4, 5])):
        view.resize(width, 300)
        assert [n for n in range(6) if view.tree.isColumnHidden(n)] == hidden
