"""One row of the time line: a question, a probe, or a part of one, with its stretches of time.

All times are seconds since the inspection began. No Qt here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum

from mxgui.model.event import Fact, Step
from mxgui.model.smtp import Stage
from mxgui.model.text import Text, text
from mxgui.routing.shapes import Words
from mxgui.ui.looks import Look

MOST_TOLD = 12  # stretches of one bar in its tooltip; the unfolded rows tell all


class Style(Enum):
    """How a stretch of time went."""

    WELL = "well"
    BROKE = "broke"  # it did not bring what it was for
    UNHEARD = "unheard"  # no answer came in time, which may be this line's doing
    WAITED = "waited"  # nothing was done, or not all the time


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time on a bar; `stage` is None for DNS, `end` is None while it grows.

    Stretches of one bar that overlap lie in different lanes of it, counted from the top.
    """

    name: Words
    begin: float
    end: float | None
    stage: Stage | None = None
    style: Style = Style.WELL
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One step, or one part of a step.

    `begin` is None for what has no place in this inspection, such as an earlier result that was
    used again; `earlier` then tells how many seconds ago it was measured. `took` is None while it
    is not known. `is_open` says that it still grows. `fact` and `told` are what the row was made
    of; a row whose sources are the same need not be made anew.
    """

    key: str
    step: Step
    name: Words
    asked: Words
    look: Look
    ended: Words
    begin: float | None
    took: float | None
    spans: tuple[Span, ...] = ()
    parts: tuple[Row, ...] = ()
    is_open: bool = False
    earlier: float | None = None
    note: Words = ""
    fact: Fact | None = field(default=None, compare=False)
    told: object = field(default=None, compare=False)

    @property
    def lanes(self) -> int:
        """Into how many lanes the bar is divided."""
        return max((span.lane for span in self.spans), default=0) + 1

    def end(self, now: float) -> float:
        """When it ended, or how far it has come by now."""
        if self.begin is None:
            return 0.0
        return max(now, self.begin) if self.is_open else self.begin + (self.took or 0.0)


def seconds(at: float) -> Text:
    """A moment, to a tenth of a millisecond."""
    return text("{n} s", n=round(at, 4))


def duration(took: float) -> Text:
    """How long something took."""
    return text("{took}", took=timedelta(seconds=took))


def began_words(row: Row) -> Words:
    """When it began."""
    if row.earlier is not None:
        return text("earlier")
    if row.begin is None:
        return ""
    return duration(row.begin) if row.begin < 1 else text("{n} s", n=round(row.begin, 3))


def took_words(row: Row, now: float) -> Words:
    """How long it took, or how long it has been under way by now."""
    if row.is_open and row.begin is not None:
        return duration(max(0.0, now - row.begin))
    return "" if row.took is None else duration(row.took)


def bar_words(row: Row, now: float) -> Words:
    """From when to when, as words for whoever does not see the bar."""
    if row.earlier is not None:
        return text("measured {age} earlier", age=timedelta(seconds=row.earlier))
    if row.begin is None or (row.took is None and not row.is_open):
        return ""
    if row.is_open:
        return text("{begin} until now", begin=seconds(row.begin))
    return text("{begin} to {end}", begin=seconds(row.begin), end=seconds(row.end(now)))


def told_exactly(row: Row, now: float) -> Iterator[Words]:
    """Every stretch of the bar with exact numbers, a line each."""
    if row.earlier is not None:
        yield bar_words(row, now)
    for span in row.spans[:MOST_TOLD]:
        end = max(now, span.begin) if span.end is None else span.end
        yield text(
            "{name}: {begin} to {end}, {took} ms",
            name=span.name,
            begin=seconds(span.begin),
            end=text("now") if span.end is None else seconds(end),
            took=round((end - span.begin) * 1000, 1),
        )
    more = len(row.spans) - MOST_TOLD
    if more > 0:
        yield text("and {n} more", n=more)


def spoken(row: Row, now: float) -> Text:
    """The whole row as one sentence, as it is read out."""
    what = text("{name} {asked}", name=row.name, asked=row.asked) if row.asked else row.name
    if row.earlier is not None or row.begin is None:
        when = bar_words(row, now) or text("no time measured")
        return text("{what}: {ended}, {when}", what=what, ended=row.ended, when=when)
    took = took_words(row, now)
    if not took:
        return text("{what}: {ended}", what=what, ended=row.ended)
    return text(
        "{what}: {ended}, began at {begin}, took {took}",
        what=what,
        ended=row.ended,
        begin=seconds(row.begin),
        took=took,
    )


def in_lanes(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Lay stretches that overlap below one another, each in the first lane that is free."""
    ends: list[float] = []
    laid = []
    for span in spans:
        lane = next((at for at, end in enumerate(ends) if end <= span.begin), len(ends))
        ends[lane : lane + 1] = [float("inf") if span.end is None else span.end]
        laid.append(replace(span, lane=lane))
    return tuple(laid)
