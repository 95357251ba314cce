"""The small bar of an address row: how the time of a probe was spent, step by step.

A bar that stands has every group of steps as long as its share of the time. A bar that grows is
measured against what has been spent and the limit of the step under way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from mxgui.model.smtp import Probe, Stage
from mxgui.routing.reach import State
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.shapes import AddressRow, Box, Segment, Tone

Spent: TypeAlias = tuple["Stage | None", float]  # a group of steps, and the seconds that it took

BAR = 44.0  # length of the small bar of a row
NUMBERS = 92.0  # room behind it for code and time
PHRASE = 148.0  # and for a phrase; then the bar stands further left
_EDGE, _GAP = 12.0, 8.0  # from a row's side to its words, and from these to the bar
_LEAST_SEGMENT = 2.0
_GROUP_OF = {
    Stage.CONNECT: Stage.CONNECT,
    Stage.GREETING: Stage.GREETING,
    Stage.EHLO: Stage.GREETING,
    Stage.STARTTLS: Stage.HANDSHAKE,
    Stage.HANDSHAKE: Stage.HANDSHAKE,
    Stage.EHLO_TLS: Stage.HANDSHAKE,
}
# What the last piece says of a probe that did not get through; all others keep their colours.
_BREAKS = {
    State.FAILED: Tone.FAIL,
    State.TEMPORARY: Tone.WARN,
    State.UNHEARD: Tone.IDLE,
    State.NOT_TRIED: Tone.IDLE,
}


def spent_of(host: Host, own: HostAddress, probe: Probe | None) -> tuple[Spent, ...]:
    """The seconds of the lookup of an address and of each group of steps, without those of none."""
    if probe is None:
        return ()
    lookup = (host.aaaa if own.family == 6 else host.a).took
    times: dict[Stage | None, float] = {None: lookup} if lookup > 0 else {}
    for phase in probe.phases:
        group = _GROUP_OF.get(phase.stage)
        if group is not None and phase.took > 0:
            times[group] = times.get(group, 0.0) + phase.took
    return tuple(times.items())


def segments_of(spent: Sequence[Spent], state: State, row: Box, room: float) -> tuple[Segment, ...]:
    """The bar of a probe that has ended, before words that need that many pixels.

    There is none where the words need the whole room, or where there was no step to measure.
    """
    if not state.is_settled or room > PHRASE or not any(group for group, _ in spent):
        return ()
    right = row.right - _EDGE - (NUMBERS if room <= NUMBERS else PHRASE) - _GAP
    place = Box(right - BAR, row.middle - 2, BAR, 4)
    return tuple(_beside(spent, sum(took for _, took in spent), place, _BREAKS.get(state)))


def track(row: AddressRow) -> Box:
    """The place along the lower side of a row where its bar grows."""
    return Box(row.box.x + _EDGE, row.box.bottom - 5, row.box.width - 2 * _EDGE, 3)


def growing(row: AddressRow, now: float) -> Iterator[Segment]:
    """The bar along the lower side of a row whose probe runs; `now` is inspection time.

    It is full when the limit of the step under way is up.
    """
    waiting = row.waiting
    if waiting is None:
        return
    place = track(row)
    waited = min(max(now - waiting.since, 0.0), waiting.limit)
    done = sum(took for _, took in row.spent)
    group = _GROUP_OF.get(waiting.stage, waiting.stage)
    spent = (*row.spent, (group, waited))
    yield from _beside(spent, done + waiting.limit, place, None)


def _beside(
    spent: Sequence[Spent], whole: float, place: Box, broke: Tone | None
) -> Iterator[Segment]:
    """The pieces one beside the other, each as long as its part of the whole."""
    x = place.x
    scale = max(place.width - len(spent) * (_LEAST_SEGMENT + 1), 0.0)
    last = len(spent) - 1
    for at, (stage, took) in enumerate(spent):
        wide = _LEAST_SEGMENT + scale * took / (whole or 1.0)
        box = Box(x, place.y, wide, place.height)
        yield Segment(stage, box, took, broke if at == last else None)
        x += wide + 1
