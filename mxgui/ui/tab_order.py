"""The order in which Tab goes through a window: part by part, as they are read.

Qt goes in the order in which widgets were made, but panels can be moved.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(window: QWidget, parts: Sequence[QWidget]) -> None:
    """Let Tab go through these parts one after the other; what is in none of them comes first."""
    stops = list(_stops(window))
    wanted = sorted(stops, key=lambda stop: _rank(stop, parts))
    if wanted != stops:
        for one, following in pairwise(wanted):
            QWidget.setTabOrder(one, following)


def _stops(window: QWidget) -> Iterator[QWidget]:
    """Everything that Tab can ever come to, in the order of now."""
    here = window.nextInFocusChain()
    while here is not None and here is not window:
        if here.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and here.focusProxy() is None:
            yield here
        here = here.nextInFocusChain()


def _rank(stop: QWidget, parts: Sequence[QWidget]) -> int:
    """The number of the part that a stop is in, or 0."""
    for number, part in enumerate(parts, start=1):
        if part is stop or part.isAncestorOf(stop):
            return number
    return 0
