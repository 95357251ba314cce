"""The time line shows every step on one axis, live, in step with the graph."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mxgui.report.report import report_of
from mxgui.ui.shown import Shown
from mxgui.ui.timeline.model import StepsModel
from mxgui.ui.views.timeline import TimelineView
from mxgui.ui.wishes import Choose
from tests.ui.showing import a_result, a_running, a_shown, key_of, two_tiers, wishes_of


@pytest.fixture
def view(theme, qtbot) -> TimelineView:
    made = TimelineView(theme)
    qtbot.addWidget(made)
    made.resize(1000, 360)
    made.show()
    return made


def model_of(view: TimelineView) -> StepsModel:
    model = view.tree.model()
    assert isinstance(model, StepsModel)
    return model


def index_of(view: TimelineView, asked: str, name: str = ""):
    model = model_of(view)
    return next(
        model.index(at, 0)
        for at, row in enumerate(model.rows)
        if str(row.asked) == asked and name in str(row.name)
    )


def current(view: TimelineView) -> str:
    row = view.tree.current_row()
    return str(row.asked) if row is not None else ""


def test_every_step_has_a_row_and_the_axis_reaches_to_the_last(view):
    view.draw(a_shown())
    assert model_of(view).rowCount() == 8
    last = max(row.end(0.0) for row in model_of(view).rows)
    assert last < view.tree.scale.axis.end < 1.1 * last


def test_the_axis_grows_with_time_while_probes_run(view):
    view.draw(a_shown(a_running(), now=0.5))
    assert view.tree.scale.axis.end >= 0.5
    view.draw(a_shown(a_running(), now=7.0))
    assert view.tree.scale.axis.end >= 7.0
    assert model_of(view).now == 7.0


def test_with_still_nothing_grows_until_something_is_learned(view):
    shown = a_shown(a_running(), now=0.5, still=True)
    view.draw(shown)
    view.draw(replace(shown, now=7.0))
    assert model_of(view).now == 0.5
    view.draw(a_shown(a_running(), now=8.0, still=True))
    assert model_of(view).now == 8.0


def test_drawing_the_same_again_does_nothing(view, qtbot):
    shown = a_shown()
    view.draw(shown)
    with qtbot.assertNotEmitted(model_of(view).dataChanged):
        view.draw(shown)
        view.draw(replace(shown, age=9.0))


def test_a_row_chooses_its_address_and_so_does_a_part_of_it(view):
    result = a_result()
    shown = Shown(result=result)
    view.draw(shown)
    wishes = wishes_of(view)
    place = index_of(view, "192.0.2.2")
    view.tree.setCurrentIndex(place)
    key = key_of(result, "192.0.2.2")
    assert wishes == [Choose(key)]
    view.draw(replace(shown, chosen=key))
    view.tree.expand(place)
    view.tree.setCurrentIndex(model_of(view).index(2, 0, place))
    view.draw(replace(shown, chosen=key))
    assert len(wishes) == 1
    assert str(view.tree.current_row().name) == "EHLO"


def test_a_question_chooses_its_host_and_that_for_mx_the_domain(view):
    result = a_result()
    shown = Shown(result=result)
    view.draw(shown)
    wishes = wishes_of(view)
    view.tree.setCurrentIndex(index_of(view, "AAAA", "b.example.org"))
    view.tree.setCurrentIndex(index_of(view, "MX"))
    assert wishes == [
        Choose(key_of(result, "b.example.org")),
        Choose(result.diagram.domain.key),
    ]


def test_what_is_chosen_elsewhere_is_shown(view):
    result = a_result()
    shown = Shown(result=result)
    view.draw(replace(shown, chosen=key_of(result, "192.0.2.1")))
    assert current(view) == "192.0.2.1"
    view.draw(replace(shown, chosen=key_of(result, "b.example.org")))
    assert current(view) == "A"
    view.draw(replace(shown, chosen="nothing here"))
    assert current(view) == ""


def test_a_chosen_address_is_found_when_its_probe_begins(view):
    result = a_result()
    chosen = key_of(result, "192.0.2.1")
    without = two_tiers(probes={"192.0.2.1": None}, ended=None)
    view.draw(a_shown(without, chosen=chosen))
    assert current(view) == ""
    view.draw(Shown(result=result, chosen=chosen))
    assert current(view) == "192.0.2.1"


def test_the_keyboard_arriving_chooses_nothing(view, qtbot):
    view.draw(a_shown())
    wishes = wishes_of(view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.tree.hasFocus)
    assert wishes == []


def test_buttons_zoom_and_the_scroll_bar_shows_what_is_seen(view, qtbot):
    view.draw(a_shown())
    assert not view.bar.isVisible()
    buttons = {button.text(): button for button in view.findChildren(QToolButton)}
    assert all(button.accessibleName() and button.toolTip() for button in buttons.values())
    buttons["+"].click()
    assert view.bar.isVisible()
    assert view.tree.scale.axis.begin > 0
    view.bar.setValue(0)
    assert view.tree.scale.axis.begin == 0
    buttons["Fit"].click()
    assert not view.bar.isVisible()


def test_another_inspection_is_seen_whole_and_the_next_facts_of_one_keep_the_zoom(view):
    view.draw(a_shown())
    view.tree.scale.zoom(2.0)
    view.draw(a_shown(two_tiers()))
    assert view.tree.scale.is_zoomed
    later = replace(two_tiers(domain="example.net"), began=two_tiers().began.replace(hour=13))
    view.draw(a_shown(later))
    assert not view.tree.scale.is_zoomed


def test_without_a_result_it_is_empty(view):
    view.draw(a_shown())
    view.draw(Shown())
    assert model_of(view).rowCount() == 0
    assert view.tree.accessibleName() == "Timeline"


def test_forty_hosts_with_four_addresses_each_are_shown(view):
    names = [f"mx{at}.example.org" for at in range(40)]
    hosts = {
        name: " ".join(
            (f"192.0.2.{at + 1}", f"198.51.100.{at + 1}", f"2001:db8::{at}", f"2001:db8:1::{at}")
        )
        for at, name in enumerate(names)
    }
    known = two_tiers(mx=", ".join(f"10 {name}" for name in names), hosts=hosts)
    view.draw(Shown(result=report_of(known)))
    assert model_of(view).rowCount() == 1 + 80 + 160
