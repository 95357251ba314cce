"""How the panels stand at first."""

import pytest

from mxgui.ui.arrangement import (
    DETAILS,
    GRAPH,
    HIGHEST,
    SIDE,
    Area,
    area_of,
    first_shape,
    is_narrow,
    lower_of,
    name_of,
)
from mxgui.ui.views import PANELS, DetailsView, TryOrderView


@pytest.mark.parametrize(
    ("height", "lower"), [(480, 172), (640, 230), (900, 238), (1200, 300), (2000, HIGHEST)]
)
def test_the_graph_has_more_of_the_height_and_a_low_window_leaves_it_some(height, lower):
    assert lower_of(height) == lower < height / 2


def test_the_graph_has_its_width_before_the_details_stand_beside_it():
    assert is_narrow(SIDE + DETAILS + GRAPH - 1)
    assert not is_narrow(SIDE + DETAILS + GRAPH)


def test_in_a_narrow_window_the_details_are_one_of_the_tabs_below():
    wide, narrow = first_shape(narrow=False), first_shape(narrow=True)
    at = PANELS.index(DetailsView)
    assert wide[at] == (Area.RightDockWidgetArea, False, frozenset())
    area, _, beside = narrow[at]
    assert area is Area.BottomDockWidgetArea
    assert name_of(TryOrderView) in beside
    assert name_of(DetailsView) not in beside


def test_a_new_panel_stands_below_by_itself():
    assert area_of(TryOrderView) is Area.BottomDockWidgetArea
