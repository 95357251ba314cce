"""The try-order reads out the same facts as the graph, in the order of a sender."""

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.shown import Shown
from mxgui.ui.table import Role
from mxgui.ui.views.try_order import TryOrderView, branches_of
from mxgui.ui.wishes import Choose
from tests.ui.showing import a_result, a_running, a_shown, key_of, two_tiers, wishes_of


@pytest.fixture
def view(theme, qtbot) -> TryOrderView:
    made = TryOrderView(theme)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def rows(result, now: float = 0.0) -> list[list[str]]:
    return [
        [str(cell.words) for cell in leaf.cells]
        for branch in branches_of(result, now)
        for leaf in branch.leaves
    ]


def test_addresses_stand_in_the_order_of_tries_with_what_they_said():
    told = rows(a_result(probes={"192.0.2.2": Outcome.REFUSED}))
    assert [row[:3] for row in told] == [
        ["1", "a.example.org", "2001:db8::1"],
        ["2", "a.example.org", "192.0.2.1"],
        ["3", "b.example.org", "192.0.2.2"],
    ]
    assert told[2][3:] == ["Fails", "refused"]
    assert told[0][3] == "Answers"


def test_a_tier_is_told_in_one_line():
    headings = [str(branch.cells[0].words) for branch in branches_of(a_result(), 0.0)]
    assert headings[0].startswith("Tried first · preference 10 · ")
    assert headings[1] == "Then · preference 20 · if all of preference 10 fail"


def test_a_route_without_mx_has_a_tier_without_preference():
    result = report_of(two_tiers(mx="", hosts={"example.org": "192.0.2.1"}))
    heading = str(next(branches_of(result, 0.0)).cells[0].words)
    assert "preference" not in heading


def test_a_running_probe_tells_the_seconds():
    told = rows(report_of(a_running()), 12.0)
    assert "waiting for the greeting, 12 of 40 s" in [row[4] for row in told]


def test_a_host_that_is_not_used_is_there_with_its_reason():
    told = rows(a_result(hosts={"a.example.org": Status.NXDOMAIN, "b.example.org": "192.0.2.2"}))
    assert told[0] == [
        "",
        "a.example.org",
        "",
        "no such name",
        "The name does not exist in DNS.",
    ]


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
