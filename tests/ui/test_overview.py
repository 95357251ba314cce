"""The map of a large route stands in the corner where it covers least, and moves the view."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.overview import Overview
from mxgui.ui.scheme import Scheme
from tests.ui.pointing import move_mouse
from tests.ui.showing import a_result, two_tiers

NAMES = [f"h{n}.example.org" for n in range(30)]
FACTS = {
    "mx": ", ".join(f"{10 + n // 10} {name}" for n, name in enumerate(NAMES)),
    "hosts": {name: f"192.0.2.{n + 1}" for n, name in enumerate(NAMES)},
}
LONG = a_result(**FACTS).diagram
AREA = QRect(0, 0, 1000, 600)
UPPER = QRectF(0, 0, 1000, 600)


@pytest.fixture
def overview(theme, qtbot) -> Overview:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1000, 600)
    parent.show()
    made = Overview(theme, parent)
    made.parent_of_test = parent  # type: ignore[attr-defined]  # kept alive
    made.draw(LONG)
    return made


def nothing(place: QRect) -> int:
    return 0


def over(*covered: QRect) -> Callable[[QRect], int]:
    return lambda place: int(any(place.intersects(other) for other in covered))


def test_it_is_seen_while_much_of_the_route_is_not(overview):
    overview.place(AREA, UPPER, nothing)
    assert overview.isVisible()
    overview.place(AREA, QRectF(0, 0, LONG.width, LONG.height / 1.2), nothing)
    assert not overview.isVisible()


def test_without_a_route_or_room_it_hides(overview):
    overview.place(QRect(0, 0, 100, 80), UPPER, nothing)
    assert not overview.isVisible()
    overview.draw(None)
    overview.place(AREA, UPPER, nothing)
    assert not overview.isVisible()


def test_it_hides_times_only_of_a_route_that_is_far_larger(overview):
    twice = QRectF(0, 0, LONG.width, LONG.height / 2)
    overview.place(AREA, twice, over(AREA))
    assert not overview.isVisible()
    overview.place(AREA, twice, nothing)
    assert overview.isVisible()
    overview.place(AREA, QRectF(0, 0, LONG.width, LONG.height / 4), over(AREA))
    assert overview.isVisible()


def test_it_stands_in_the_lower_right_corner_unless_that_covers_something(overview):
    overview.place(AREA, UPPER, nothing)
    lower_right = overview.geometry()
    assert AREA.contains(lower_right)
    assert lower_right.center().x() > 500
    assert lower_right.center().y() > 300
    overview.place(AREA, UPPER, over(lower_right))
    assert not overview.geometry().intersects(lower_right)
    other = overview.geometry()
    overview.place(AREA, UPPER, nothing)
    assert overview.geometry() == other  # it does not hop about without need
    overview.place(AREA, UPPER, over(other))
    assert overview.geometry() == lower_right


def test_a_click_and_a_drag_ask_for_a_place_of_the_scene(overview, qtbot):
    overview.place(AREA, UPPER, nothing)
    asked: list[float] = []
    overview.wanted.connect(lambda place: asked.append(place.y()))
    left, middle = Qt.MouseButton.LeftButton, overview.rect().center()
    qtbot.mousePress(overview, left, pos=middle)
    assert asked[0] == pytest.approx(LONG.height / 2, rel=0.02)
    geometry = overview.geometry()
    overview.place(AREA, UPPER, over(geometry))
    assert overview.geometry() == geometry  # it does not flee from the hand that drags it
    move_mouse(overview, QPoint(middle.x(), overview.height() - 5), left)
    qtbot.mouseRelease(overview, left, pos=middle)
    assert asked[-1] > asked[0]
    count = len(asked)
    move_mouse(overview, middle, left)
    assert len(asked) == count


def test_states_folded_lanes_and_schemes_are_seen_on_it(overview, theme):
    overview.place(AREA, UPPER, nothing)
    pictures = [overview.grab().toImage()]
    for diagram in (
        a_result(**FACTS, probes={"192.0.2.15": Outcome.REFUSED}).diagram,
        report_of(two_tiers(**FACTS), folded=frozenset({"tier 11"})).picture,
    ):
        overview.draw(diagram)
        overview.place(AREA, UPPER, nothing)
        pictures.append(overview.grab().toImage())
    theme.choose(Scheme.DARK)
    pictures.append(overview.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_the_frame_follows_what_is_seen(overview):
    overview.place(AREA, UPPER, nothing)
    before = overview.grab().toImage()
    overview.place(AREA, UPPER.translated(0, 900), nothing)
    assert overview.grab().toImage() != before


def test_it_has_a_name_and_is_no_stop_of_the_keyboard(overview):
    assert overview.accessibleName()
    assert overview.focusPolicy() is Qt.FocusPolicy.NoFocus
