"""The canvas shows the diagram, keeps its items alive, and is walked with keys and mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from mxgui.report.report import report_of
from mxgui.ui.canvas import Canvas
from mxgui.ui.letters import Letters
from mxgui.ui.overview import Overview
from mxgui.ui.scheme import Scheme
from tests.ui.showing import a_result, a_running, key_of, two_tiers

RESULT = a_result()
FOLDED = report_of(two_tiers(), folded=frozenset({"tier 20"}))
MANY = a_result(
    mx=", ".join(f"10 h{n}.example.org" for n in range(30)),
    hosts={f"h{n}.example.org": f"192.0.2.{n + 1}" for n in range(30)},
)


@pytest.fixture
def canvas(theme, qtbot) -> Canvas:
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    return made


def place_of(canvas: Canvas, key: str) -> QPoint:
    item = canvas.item(key)
    assert item is not None
    return canvas.mapFromScene(item.boundingRect().center())


def test_every_part_of_the_diagram_has_one_item(canvas):
    canvas.draw(RESULT.diagram, None, 0.0)
    diagram = RESULT.diagram
    parts = [diagram.domain, *diagram.lanes, *diagram.hosts, *diagram.rows]
    assert len(canvas.scene().items()) == len(parts) + len(diagram.edges)
    assert all(canvas.item(row.key) is not None for row in diagram.rows)


def test_items_live_on_while_a_probe_tells_more(canvas):
    running = report_of(a_running())
    key = key_of(running, "192.0.2.1")
    canvas.draw(running.diagram, None, 0.0)
    before = canvas.item(key)
    canvas.draw(report_of(two_tiers()).diagram, None, 1.0)
    assert canvas.item(key) is before


def test_what_is_gone_from_the_diagram_is_gone_from_the_canvas(canvas):
    canvas.draw(MANY.diagram, None, 0.0)
    canvas.draw(a_result(mx="0 .").diagram, None, 0.0)
    assert len(canvas.scene().items()) == 3  # domain, notice, and the edge between
    canvas.draw(None, None, 0.0)
    assert not canvas.scene().items()


def test_keys_walk_and_enter_opens(canvas, qtbot):
    canvas.draw(RESULT.diagram, RESULT.diagram.domain.key, 0.0)
    with qtbot.waitSignal(canvas.chosen) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert heard.args == ["tier 10"]
    with qtbot.waitSignal(canvas.opened):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


def test_keys_that_come_faster_than_the_picture_lead_on_from_each_other(canvas, qtbot):
    canvas.draw(RESULT.diagram, "domain", 0.0)
    heard: list[str] = []
    canvas.chosen.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    assert heard == ["tier 10", "host 0", "host 1"]


def test_with_ctrl_the_arrows_scroll(canvas, qtbot):
    canvas.draw(MANY.diagram, "domain", 0.0)
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert canvas.verticalScrollBar().value() > 0


def test_space_folds_the_lane_where_the_keyboard_is(canvas, qtbot):
    canvas.draw(RESULT.diagram, "tier 20", 0.0)
    with qtbot.waitSignal(canvas.folding) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert heard.args == ["tier 20", True]
    canvas.draw(RESULT.diagram, "host 0", 0.0)
    with qtbot.assertNotEmitted(canvas.folding):
        qtbot.keyClick(canvas, Qt.Key.Key_Space)


def test_space_and_right_unfold_it(canvas, qtbot):
    canvas.draw(FOLDED.picture, "tier 20", 0.0)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
        with qtbot.waitSignal(canvas.folding) as heard:
            qtbot.keyClick(canvas, key)
        assert heard.args == ["tier 20", False]


def test_a_chosen_host_that_is_folded_away_is_where_its_lane_is(canvas):
    key = key_of(RESULT, "b.example.org")
    canvas.draw(RESULT.diagram, key, 0.0)
    canvas.draw(FOLDED.picture, key, 0.0)
    assert canvas.here == "tier 20"
    assert canvas.rect_of(key) is None
    lane = canvas.item("tier 20")
    assert lane is not None
    assert lane.is_chosen
    canvas.draw(RESULT.diagram, key, 0.0)
    assert canvas.here == key
    assert not lane.is_chosen


def test_letters_find_a_host_and_are_shown_while_they_count(canvas, qtbot):
    canvas.draw(MANY.diagram, None, 0.0)
    heard: list[str] = []
    canvas.chosen.connect(heard.append)
    qtbot.keyClicks(canvas, "h7")
    assert heard == ["host 0", "host 7"]
    (label,) = canvas.findChildren(Letters)
    assert label.isVisible()
    assert label.text() == "Find: h7"
    qtbot.keyClicks(canvas, "zz")
    assert label.text() == "No host with h7zz"


def test_the_keys_of_the_scale_are_left_to_it_until_a_name_is_begun(canvas, qtbot):
    canvas.draw(MANY.diagram, None, 0.0)
    (label,) = canvas.findChildren(Letters)
    qtbot.keyClicks(canvas, "0-+")
    assert not label.isVisible()
    qtbot.keyClicks(canvas, "h0")
    assert label.typed == "h0"


@pytest.mark.parametrize(
    ("letter", "modifiers", "taken"),
    [
        ("f", Qt.KeyboardModifier.NoModifier, True),
        ("0", Qt.KeyboardModifier.NoModifier, False),
        ("f", Qt.KeyboardModifier.ControlModifier, False),
    ],
)
def test_letters_are_not_taken_for_shortcuts(canvas, letter, modifiers, taken):
    kind, key = QEvent.Type.ShortcutOverride, Qt.Key(ord(letter.upper()))
    event = QKeyEvent(kind, key, modifiers, letter)
    event.ignore()
    canvas.event(event)
    assert event.isAccepted() is taken


def test_a_large_picture_has_a_map_that_never_lies_on_what_is_chosen(canvas, qtbot):
    (overview,) = canvas.findChildren(Overview)
    canvas.draw(RESULT.diagram, None, 0.0)
    assert not overview.isVisible()
    canvas.draw(MANY.diagram, None, 0.0)
    assert overview.isVisible()
    canvas.setFocus()
    for card in MANY.diagram.hosts:
        canvas.draw(MANY.diagram, card.key, 0.0)
        place = canvas.rect_of(card.key)
        assert place is not None
        place.translate(canvas.viewport().geometry().topLeft())
        assert not overview.geometry().intersects(place)


def test_folding_a_lane_leaves_the_picture_where_it_was(canvas):
    canvas.draw(MANY.diagram, None, 0.0)
    canvas.verticalScrollBar().setValue(150)
    again = report_of(MANY.inspection).diagram
    canvas.draw(again, None, 0.0)
    assert canvas.verticalScrollBar().value() == 150
    other = a_result(domain="example.net", mx="10 a.example.org, 20 b.example.org").diagram
    canvas.draw(other, None, 0.0)
    assert canvas.verticalScrollBar().value() == 0


def test_the_parts_are_named_in_reading_order(canvas):
    assert canvas.keys() == ()
    canvas.draw(RESULT.diagram, None, 0.0)
    rows = [row.key for row in RESULT.diagram.rows]
    assert canvas.keys() == (
        "domain", "tier 10", "host 0", *rows[:2], "tier 20", "host 1", rows[2]
    )  # fmt: skip


def test_it_tells_where_a_part_is_seen(canvas):
    canvas.draw(RESULT.diagram, None, 0.0)
    key = key_of(RESULT, "192.0.2.2")
    place = canvas.rect_of(key)
    assert place is not None
    assert place.contains(place_of(canvas, key))
    assert canvas.rect_of("gone") is None


def test_it_tells_where_the_keyboard_is_and_when_the_parts_change(canvas, qtbot):
    with qtbot.waitSignal(canvas.parts_changed):
        canvas.draw(RESULT.diagram, None, 0.0)
    assert canvas.here == "domain"
    with qtbot.assertNotEmitted(canvas.parts_changed), qtbot.waitSignal(canvas.walked) as heard:
        canvas.draw(RESULT.diagram, "host 1", 0.0)
    assert heard.args == ["host 1"]
    assert canvas.here == "host 1"


def test_the_chosen_part_and_the_keyboard_are_seen(canvas, qtbot):
    key = key_of(RESULT, "a.example.org")
    canvas.draw(RESULT.diagram, None, 0.0)
    plain = canvas.grab().toImage()
    canvas.draw(RESULT.diagram, key, 0.0)
    chosen = canvas.grab().toImage()
    assert chosen != plain
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    focused = canvas.grab().toImage()
    canvas.clearFocus()
    assert canvas.grab().toImage() != focused


def test_another_scheme_is_painted_at_once(canvas, theme):
    canvas.draw(RESULT.diagram, None, 0.0)
    light = canvas.grab().toImage()
    theme.choose(Scheme.DARK)
    assert canvas.grab().toImage() != light
