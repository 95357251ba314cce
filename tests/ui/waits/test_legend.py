"""The legend names everything that can happen to a message, in as many lines as it needs."""

import pytest

from mxgui.routing.sending.course import Happens
from mxgui.ui.waits.legend import KINDS, LINE, CourseLegend


@pytest.fixture
def legend(theme, qtbot) -> CourseLegend:
    made = CourseLegend(theme)
    qtbot.addWidget(made)
    made.resize(1000, LINE)
    made.show()
    return made


def test_everything_that_can_happen_is_in_it():
    assert {what for _, what in KINDS} == {None, *Happens}


def test_it_can_be_read_out(legend):
    for words, _ in KINDS:
        assert str(words) in legend.accessibleName()


def test_it_takes_more_lines_where_there_is_less_room(legend):
    assert legend.hasHeightForWidth()
    assert legend.heightForWidth(1000) == LINE < legend.heightForWidth(260)
    assert legend.minimumSizeHint().height() == LINE


def test_it_is_painted_in_the_colours_of_its_theme(legend, theme):
    image = legend.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    tokens = theme.tokens
    assert {tokens.accent, tokens.ok, tokens.warn, tokens.fail} <= colours
