"""The canvas shows the diagram, keeps its items alive, and is walked with keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt

from mxgui.report.report import report_of
from mxgui.ui.canvas import LEAST_FIT, Canvas
from mxgui.ui.scheme import Scheme
from tests.ui.showing import a_result, a_running, key_of, two_tiers

RESULT = a_result()
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


def scale_of(canvas: Canvas) -> float:
    return canvas.transform().m11()


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


def test_a_click_chooses_what_is_under_the_mouse(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    key = key_of(RESULT, "192.0.2.2")
    with qtbot.waitSignal(canvas.chosen) as heard:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place_of(canvas, key))
    assert heard.args == [key]


def test_a_click_on_a_lane_chooses_nothing(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    lane = RESULT.diagram.lanes[0].box
    corner = canvas.mapFromScene(lane.x + 4, lane.y + 4)
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)


def test_keys_walk_and_enter_opens(canvas, qtbot):
    canvas.draw(RESULT.diagram, RESULT.diagram.domain.key, 0.0)
    with qtbot.waitSignal(canvas.chosen) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert heard.args == [key_of(RESULT, "a.example.org")]
    with qtbot.waitSignal(canvas.opened):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


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


def test_a_double_click_opens(canvas, qtbot):
    canvas.draw(RESULT.diagram, None, 0.0)
    with qtbot.waitSignal(canvas.opened):
        qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_scale_never_goes_beyond_one_hundred_per_cent(canvas):
    canvas.draw(RESULT.diagram, None, 0.0)
    canvas.zoom_in()
    assert scale_of(canvas) == 1.0
    canvas.zoom_out()
    assert scale_of(canvas) < 1.0
    canvas.zoom_whole()
    assert scale_of(canvas) == 1.0


def test_fitting_shrinks_until_all_is_seen(canvas):
    canvas.draw(MANY.diagram, None, 0.0)
    canvas.fit()
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.height() >= MANY.diagram.height
    assert scale_of(canvas) < 0.5


def test_by_itself_it_fits_the_width_only_as_long_as_letters_can_be_read(canvas):
    canvas.resize(900, 600)
    canvas.draw(RESULT.diagram, None, 0.0)
    assert LEAST_FIT <= scale_of(canvas) < 1.0
    assert not canvas.horizontalScrollBar().isVisible()
    canvas.resize(300, 300)
    assert scale_of(canvas) == LEAST_FIT


def test_a_scale_that_was_chosen_stays(canvas):
    canvas.draw(RESULT.diagram, None, 0.0)
    canvas.zoom_out()
    chosen = scale_of(canvas)
    canvas.resize(700, 500)
    canvas.draw(MANY.diagram, None, 0.0)
    assert scale_of(canvas) == chosen


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
