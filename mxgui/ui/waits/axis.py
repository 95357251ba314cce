"""The ticks of an axis of minutes, hours and days. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from math import ceil, floor

from mxgui.model.text import text
from mxgui.ui.timeline.axis import TICK_GAP, Axis, Tick

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_STEPS = (
    *(1, 2, 5, 10, 15, 30),
    *(_MINUTE * n for n in (1, 2, 5, 10, 15, 30)),
    *(_HOUR * n for n in (1, 2, 3, 6, 12)),
    *(_DAY * n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


@lru_cache(maxsize=8)  # every row of a repaint draws the same lines
def duration_ticks(axis: Axis, room: float, lead: float = 0.0) -> tuple[Tick, ...]:
    """The ticks of an axis that is so many pixels wide; `lead` seconds of it lie before zero."""
    if room < TICK_GAP:
        return ()
    least = axis.length * TICK_GAP / room
    step = next((step for step in _STEPS if step >= least), _STEPS[-1])
    return tuple(_ticks(axis, step, lead))


def _ticks(axis: Axis, step: float, lead: float) -> Iterator[Tick]:
    first = ceil((axis.begin - lead) / step - 1e-9)
    last = floor((axis.end - lead) / step + 1e-9)
    for number in range(first, last + 1):
        at = number * step
        if at < 0:
            words = text("−{time}", time=timedelta(seconds=-at))  # noqa: RUF001
        elif at == 0:
            words = text("{n}", n=0)
        else:
            words = text("{time}", time=timedelta(seconds=at))
        yield Tick(at + lead, words)
