"""Host cards show name, share and chips; far away a name in large letters."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from mxgui.model.smtp import Outcome
from mxgui.routing.shapes import Tone
from mxgui.ui.graph_hosts import HostItem
from mxgui.ui.theme import LIGHT
from mxgui.ui.words import tip
from tests.ui.showing import a_result
from tests.ui.test_graph_items import painted

RESULT = a_result(probes={"192.0.2.1": Outcome.REFUSED})
CARD = RESULT.diagram.hosts[0]
NAME_PLACE = QPointF(CARD.name_box.x + 1, CARD.name_box.middle)


def tip_of(item: HostItem) -> str:
    return tip(item.tip_at(NAME_PLACE))


def test_a_name_that_is_too_long_is_cut_and_told_in_the_tip():
    name = "x" * 60 + ".example.org"
    item = HostItem(replace(CARD, name=name, head="x" * 60), LIGHT)
    for scale in (1.0, 0.5, 0.3, 0.1):
        painted(item, scale)
    assert name in tip_of(item)


def test_a_name_with_markup_is_no_markup_in_the_tip():
    assert "<b>" not in tip_of(HostItem(replace(CARD, name="<b>x</b>"), LIGHT))


def test_a_name_from_right_to_left_cannot_turn_what_stands_beside_it():
    item = HostItem(replace(CARD, name="\u05d0\u202e.example"), LIGHT)
    painted(item)
    assert "\u202e" not in tip_of(item)


def test_a_host_tells_its_exact_share_and_why_it_is_not_well():
    words = tip_of(HostItem(CARD, LIGHT))
    assert "all first attempts" in words
    assert "loses time" in words


def test_a_chip_tells_what_it_means():
    chip = CARD.chips[0]
    item = HostItem(CARD, LIGHT)
    words = str(item.tip_at(QPointF(chip.box.x + 2, chip.box.middle)))
    assert words.splitlines()[0] == str(chip.words)
    assert CARD.name not in words


def test_far_away_the_state_is_told_by_a_shape_too():
    well, broken = HostItem(replace(CARD, tone=Tone.OK), LIGHT), HostItem(CARD, LIGHT)
    assert painted(well, 0.5) != painted(broken, 0.5)


def test_from_very_far_the_chosen_host_is_still_seen():
    item = HostItem(CARD, LIGHT)
    before = painted(item, 0.1)
    item.mark(chosen=True, focus=False, lit=False)
    assert painted(item, 0.1) != before
