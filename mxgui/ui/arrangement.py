"""How the panels stand at first: which at which side, how large, and what a shape of them is."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt

from mxgui.ui.view import View
from mxgui.ui.views import PANELS, DetailsView, DomainsView

Area: TypeAlias = Qt.DockWidgetArea
# Of each panel: its side, whether it is out of the window or put away, whom it shares tabs with
Shape: TypeAlias = tuple[tuple[Area, bool, frozenset[str]], ...]

SIDE, DETAILS, LOWER = 216, 336, 238  # pixels
HIGHEST = 320  # pixels that the lower panels have at most at first
GRAPH = 820  # pixels that the graph needs so that its letters can be read beside the details
_OF_LOW, _OF_HIGH = 0.36, 0.25  # of the height of a window, for the lower panels at first
_AREAS: dict[type[View], Area] = {
    DomainsView: Area.LeftDockWidgetArea,
    DetailsView: Area.RightDockWidgetArea,
}


def name_of(kind: type[View]) -> str:
    """The name of a panel in what is remembered."""
    return kind.__name__.removesuffix("View").lower()


def area_of(kind: type[View]) -> Area:
    """The side where a panel stands at first, if there is room."""
    return _AREAS.get(kind, Area.BottomDockWidgetArea)


def is_narrow(width: int) -> bool:
    """Whether a window of that width, in pixels, has no room for the details beside the graph."""
    return width - SIDE - DETAILS < GRAPH


def lower_of(height: int) -> int:
    """How high the lower panels are at first: the graph has more, and both have something."""
    return max(min(LOWER, int(height * _OF_LOW)), min(HIGHEST, int(height * _OF_HIGH)))


def first_shape(*, narrow: bool) -> Shape:
    """The shape that the panels have at first."""
    below = Area.BottomDockWidgetArea
    kinds: tuple[type[View], ...] = PANELS
    areas = {
        name_of(kind): below if narrow and kind is DetailsView else area_of(kind) for kind in kinds
    }
    tabbed = frozenset(name for name, area in areas.items() if area is below)
    return tuple(
        (area, False, tabbed - {name} if area is below else frozenset())
        for name, area in areas.items()
    )
