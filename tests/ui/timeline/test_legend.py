"""The legend names every kind of stretch, in as many lines as it needs."""

import pytest

from mxgui.ui.timeline.legend import KINDS, LINE, Legend


@pytest.fixture
def legend(theme, qtbot) -> Legend:
    made = Legend(theme)
    qtbot.addWidget(made)
    made.resize(1000, LINE)
    made.show()
    return made


def test_it_can_be_read_out(legend):
    for kind in KINDS:
        assert str(kind.name) in legend.accessibleName()


def test_it_takes_more_lines_where_there_is_less_room(legend):
    assert legend.hasHeightForWidth()
    assert legend.heightForWidth(1000) == LINE < legend.heightForWidth(260)
    assert legend.minimumSizeHint().height() == LINE  # a low panel is not kept from being low


def test_it_is_painted_in_the_colours_of_its_theme(legend, theme):
    image = legend.grab().toImage()
    colours = {image.pixelColor(x, 10).name() for x in range(image.width())}
    assert {theme.tokens.accent, theme.tokens.ok, theme.tokens.warn} <= colours
