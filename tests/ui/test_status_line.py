"""The last line of the window."""

import pytest
from PySide6.QtGui import QGuiApplication

from mxgui.model.inspection import begin
from mxgui.model.text import text
from mxgui.ui.shown import Saved, Shown
from mxgui.ui.status_line import StatusLine
from tests.builders import began
from tests.ui.showing import a_running, a_shown
from tests.ui.supposing import A, a_supposed


@pytest.fixture
def status(theme, qtbot) -> StatusLine:
    made = StatusLine(theme)
    qtbot.addWidget(made)
    return made


def test_it_says_what_is_going_on(status):
    status.draw(Shown())
    assert status.words.text() == "Ready"
    status.draw(Shown(busy=True))
    assert status.words.text() == "Looking up the route"
    status.draw(a_shown())
    assert status.words.text().startswith("3 of 3 addresses settled")


def test_under_a_what_if_it_says_that_nothing_is_measured(status):
    status.draw(a_supposed(A, measured=True))
    assert status.words.text().startswith("Simulation, not measured · 3 of 3 addresses")


def test_the_bar_is_there_while_there_is_something_to_wait_for(status):
    status.draw(a_shown(a_running(), busy=True))
    assert not status.bar.isHidden()
    assert (status.bar.value(), status.bar.maximum()) == (2, 3)
    status.draw(a_shown())
    assert status.bar.isHidden()


def test_a_written_file_is_told_with_its_path(status):
    status.draw(a_shown(saved=Saved(1, "report.html")))
    assert status.saved.text() == "Saved as report.html"
    status.draw(a_shown(saved=Saved(2, "report.html", text("The disk is full."))))
    assert status.saved.text() == ""


def test_what_was_copied_is_told_for_a_moment(status, qtbot):
    status.tell_copies(lambda: True)
    QGuiApplication.clipboard().setText("one\ntwo")
    qtbot.waitUntil(lambda: status.copied.text() == "Copied 2 lines")


def test_where_nothing_is_to_move_the_bar_does_not_say_so_by_moving(status):
    nothing_yet = begin(began())
    status.draw(a_shown(nothing_yet, busy=True))
    assert status.bar.maximum() == 0
    status.draw(a_shown(nothing_yet, busy=True, still=True))
    assert (status.bar.value(), status.bar.maximum()) == (0, 1)
