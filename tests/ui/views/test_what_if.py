"""The what-if panel: parts go off by mouse and keys, and what comes of it stands beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What
from mxgui.routing.sending.supposing import parts_of
from mxgui.ui.cell import Branch
from mxgui.ui.shown import Shown
from mxgui.ui.table import Role
from mxgui.ui.tree import TreeModel
from mxgui.ui.views.what_if import NARROW, WhatIfView
from mxgui.ui.wishes import Choose, SwitchOff, SwitchOn
from tests.builders import an_inspection
from tests.ui.showing import a_shown, key_of, two_tiers, wishes_of
from tests.ui.supposing import A, a_supposed

HOST = parts_of(route_of(two_tiers())).tiers[0].below[0]


@pytest.fixture
def view(theme, qtbot) -> WhatIfView:
    made = WhatIfView(theme)
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    return made


def go_to(view: WhatIfView, key: str) -> None:
    view.parts.setCurrentIndex(view.parts.rows.index_of(key))


def branches(view: WhatIfView) -> tuple[Branch, ...]:
    model = view.result.model()
    assert isinstance(model, TreeModel)
    return model.branches


def sentence(view: WhatIfView) -> str:
    return str(branches(view)[0].cells[0].words)


def test_the_box_of_a_part_switches_it_off_and_on_again(view, qtbot):
    view.draw(a_shown())
    go_to(view, "host 0")
    wishes = wishes_of(view)
    qtbot.keyClick(view.parts, Qt.Key.Key_Space)
    view.draw(a_supposed(f"{A}:silent"))
    qtbot.keyClick(view.parts, Qt.Key.Key_Space)
    assert wishes == [SwitchOff(Off(What.HOST, A, Behaviour.SILENT)), SwitchOn(HOST)]


def test_it_fails_in_the_manner_that_is_chosen_and_may_change_it(view, qtbot):
    view.draw(a_shown())
    go_to(view, "host 0")
    wishes = wishes_of(view)
    view.bar.manner.setCurrentIndex(view.bar.manner.findData(Behaviour.REJECTS))
    view.bar.manner_changed.emit()
    assert wishes == []  # it is up
    qtbot.keyClick(view.parts, Qt.Key.Key_Space)
    view.draw(a_supposed(f"{A}:silent"))
    view.bar.manner_changed.emit()
    assert wishes == [SwitchOff(Off(What.HOST, A, Behaviour.REJECTS))] * 2


def test_the_context_menu_has_every_manner(view):
    view.draw(a_shown())
    go_to(view, "family ipv6")
    wishes = wishes_of(view)
    for action in view.parts.actions():
        if action.text().startswith("Switch off"):
            action.trigger()
    assert [wish.off.spelled for wish in wishes] == [
        f"ipv6:{how}" for how in ("refused", "silent", "421", "554", "tls")
    ]


def test_what_comes_of_it_is_told_at_once(view):
    view.draw(a_supposed(f"{A}:silent"))
    assert sentence(view).startswith("With a.example.org silent, every message waits")
    taken = branches(view)[1].leaves
    assert [str(cell.words) for cell in taken[1].cells] == ["b.example.org", "0", "100\u2009%"]
    view.draw(a_shown())
    assert sentence(view).startswith("As the records say")


def test_what_a_probe_has_heard_is_told_where_it_is_supposed(view):
    view.draw(a_supposed(as_probed=True, inspection=two_tiers(probes={"192.0.2.2": None})))
    before = branches(view)
    silent = two_tiers(probes={"192.0.2.2": Outcome.TIMED_OUT})
    view.draw(a_supposed(as_probed=True, inspection=silent))
    assert branches(view) != before
    view.draw(a_supposed(inspection=silent))
    known = branches(view)
    view.draw(a_supposed(inspection=two_tiers()))  # which says nothing of probes
    assert branches(view) == known


def test_a_row_chooses_its_card_and_a_card_its_row(view):
    shown = a_shown()
    assert shown.result is not None
    view.draw(shown)
    wishes = wishes_of(view)
    go_to(view, "host 1")
    assert wishes == [Choose("host 1")]
    key = key_of(shown.result, "192.0.2.1")
    view.draw(replace(shown, chosen=key))
    assert view.parts.currentIndex() == view.parts.rows.index_of(key)
    go_to(view, "family ipv4")
    assert len(wishes) == 1  # a family has no card, and what is shown is not wished for again


def test_drawing_keeps_the_row_where_the_keyboard_is(view):
    view.draw(a_shown())
    go_to(view, "family ipv6")
    view.draw(a_supposed("ipv6:silent"))
    assert view.parts.currentIndex() == view.parts.rows.index_of("family ipv6")


def test_a_screen_reader_hears_what_a_box_is_and_how_it_stands(view):
    view.draw(a_supposed(f"{A}:silent"))
    index = view.parts.rows.index_of("host 0")
    assert index.data(Role.AccessibleTextRole) == A
    assert index.siblingAtColumn(1).data(Role.AccessibleTextRole) == "Off: off: silent"
    assert view.parts.accessibleName()
    assert view.result.accessibleName()


def test_without_a_result_or_a_host_it_is_empty(view):
    view.draw(a_shown())
    view.draw(Shown())
    assert view.parts.model().rowCount() == view.result.model().rowCount() == 0
    view.draw(a_shown(an_inspection(mx="0 .")))
    assert view.parts.model().rowCount() == 0
    assert "mail bounces" in sentence(view)


def test_the_result_stands_below_where_there_is_little_room(view):
    view.draw(a_shown())
    view.resize(NARROW - 100, 600)
    assert view.halves.orientation() is Qt.Orientation.Vertical
    view.resize(NARROW + 100, 600)
    assert view.halves.orientation() is Qt.Orientation.Horizontal
