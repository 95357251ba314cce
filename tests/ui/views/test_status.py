"""The status line counts what is counted."""

import pytest

from mxgui.model.smtp import Outcome, Reason
from mxgui.model.text import text
from mxgui.ui.shown import Saved, Shown
from mxgui.ui.views.status import StatusView, status_of
from tests.ui.showing import a_running, a_shown, two_tiers


@pytest.fixture
def status(theme, qtbot) -> StatusView:
    made = StatusView(theme)
    qtbot.addWidget(made)
    return made


def test_states_are_counted_by_what_they_are():
    probes = {"192.0.2.2": Outcome.REFUSED, "2001:db8::1": Reason.NO_IPV6_HERE}
    words = str(status_of(a_shown(two_tiers(probes=probes))))
    assert words.startswith("3 of 3 addresses settled: 1 answers, 1 fails and 1 not tried")


def test_the_time_runs_while_work_runs():
    words = str(status_of(a_shown(a_running(), busy=True, now=12.4)))
    assert words == "2 of 3 addresses settled: 2 answer and 1 under way · 12 s"


def test_before_and_without_addresses_it_says_what_it_does():
    assert str(status_of(Shown())) == "Ready"
    assert str(status_of(Shown(busy=True))) == "Looking up the route"
    assert str(status_of(a_shown(two_tiers(mx="0 .")))) == "No address to probe"


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
