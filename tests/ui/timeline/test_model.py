"""The rows of the time line as Qt sees them."""

from dataclasses import replace

import pytest

from mxgui.model.event import AskStep
from mxgui.report.report import report_of
from mxgui.ui.table import Role
from mxgui.ui.timeline.model import TITLES, Place, StepsModel
from mxgui.ui.timeline.rows import rows_of
from tests.builders import a_question
from tests.ui.showing import a_result, a_running, two_tiers


@pytest.fixture
def model(theme) -> StepsModel:
    return StepsModel(theme)


def take(model: StepsModel, result) -> bool:
    return model.take(rows_of(result, model.rows))


def place_of(model: StepsModel, address: str):
    return next(
        model.index(at, 0) for at, row in enumerate(model.rows) if str(row.asked) == address
    )


def test_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)
    take(model, report_of(a_running()))
    qtmodeltester.check(model)
    take(model, a_result())
    qtmodeltester.check(model)


def test_every_cell_has_words_also_that_of_the_bar(model):
    take(model, a_result())
    place = place_of(model, "192.0.2.1")
    told = [model.data(place.siblingAtColumn(column)) for column in range(len(TITLES))]
    assert told == [
        "a.example.org",
        "192.0.2.1",
        "Answers · 220",
        "60 ms",
        "70 ms",
        "0.06 s to 0.13 s",
    ]


def test_a_row_is_read_out_with_its_numbers(model):
    take(model, a_result())
    place = place_of(model, "192.0.2.1")
    said = model.data(place, Role.AccessibleTextRole)
    assert said == "a.example.org 192.0.2.1: Answers · 220, began at 0.06 s, took 70 ms"
    assert model.data(model.index(0, 0, place), Role.AccessibleTextRole).startswith("Connect: Done")


def test_the_tooltip_of_a_bar_has_the_exact_numbers_of_its_parts(model):
    take(model, a_result())
    told = model.data(place_of(model, "192.0.2.1").siblingAtColumn(Place.BAR), Role.ToolTipRole)
    assert "Connect: 0 s to 0.01 s, 10 ms<br>" in told


def test_what_grows_says_how_far_it_is(model, qtbot):
    take(model, report_of(a_running()))
    place = place_of(model, "192.0.2.1")
    model.now = 3.0
    with qtbot.waitSignal(model.dataChanged):
        model.tick(place)
    assert model.data(place.siblingAtColumn(Place.TOOK)) == "2.9 s"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.tick(model.index(0, 0))


def test_only_the_row_of_which_something_was_learned_is_repainted(model):
    known = two_tiers()
    take(model, report_of(known))
    changed: list[str] = []
    model.dataChanged.connect(lambda first, _last: changed.append(model.row_at(first).key))
    step = AskStep(a_question("b.example.org", "A"))
    answer = replace(known.facts[step], took=0.5)
    take(model, report_of(replace(known, facts={**known.facts, step: answer})))
    assert changed == ["ask direct b.example.org A"]


def test_text_from_elsewhere_is_never_markup(model):
    take(model, a_result(domain="example.org", mx="10 <b>a, 20 b", hosts={}))
    for at in range(model.rowCount()):
        told = model.data(model.index(at, Place.NAME), Role.ToolTipRole)
        assert "<b>" not in told
