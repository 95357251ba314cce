"""The banner of a what-if says that nothing is measured, as long as one is set."""

import pytest

from mxgui.ui.shown import Shown
from mxgui.ui.simulation_banner import NARROW, SimulationBanner
from mxgui.ui.wishes import ShowMeasured, SupposeNothing, UndoSupposing
from tests.ui.showing import a_shown, wishes_of
from tests.ui.supposing import A, a_supposed


@pytest.fixture
def banner(theme, qtbot) -> SimulationBanner:
    made = SimulationBanner(theme)
    qtbot.addWidget(made)
    made.resize(1000, 60)
    return made


def lay_out(banner: SimulationBanner) -> None:
    layout = banner.layout()
    assert layout is not None
    layout.activate()


def test_it_is_there_only_with_a_what_if(banner):
    banner.draw(a_supposed(f"{A}:silent"))
    assert not banner.isHidden()
    assert banner.words.text().startswith("Simulation: a.example.org is silent. Not measured.")
    assert "With a.example.org silent" in banner.words.toolTip()
    banner.draw(a_shown())
    assert banner.isHidden()
    banner.draw(Shown())
    assert banner.isHidden()


def test_it_stays_while_the_measured_picture_is_seen(banner):
    banner.draw(a_supposed(A, measured=True))
    assert not banner.isHidden()
    assert banner.measured.text() == "Show the simulation"
    wishes = wishes_of(banner)
    banner.measured.click()
    assert wishes == [ShowMeasured(False)]


def test_it_takes_back_resets_and_shows_what_was_measured(banner):
    banner.draw(a_supposed(A))
    wishes = wishes_of(banner)
    for button in (banner.undo, banner.reset, banner.measured):
        button.click()
    assert wishes == [UndoSupposing(), SupposeNothing(), ShowMeasured(True)]


def test_where_there_is_little_room_the_buttons_stand_below(banner):
    banner.draw(a_supposed(A))
    banner.show()
    banner.resize(NARROW - 100, 120)
    lay_out(banner)
    assert banner.undo.y() > banner.words.y()
    banner.resize(NARROW + 200, 120)
    lay_out(banner)
    assert banner.undo.x() > banner.words.x()
