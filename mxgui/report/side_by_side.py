"""Senders side by side in documents: who is tried first, what becomes of mail, how long it waits.

The words of each cell, the same for plain text and for pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.steps import result_of
from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Route, route_of
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.fractions import percent
from mxgui.routing.sending.matrix import Facet, Row, Seen, different, matrix_of, seen_in_steps
from mxgui.routing.sending.off_words import short_name
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.outcome import NO_DELAY
from mxgui.routing.sending.sender import Evidence, Sender
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.sending.situation import Before, Cause
from mxgui.routing.sending.telling import sentence_of
from mxgui.routing.sending.waiting import LENGTHS, Waiting, waiting_of
from mxgui.routing.sending.walk import Fate

NONE = text("–")  # noqa: RUF001 (a cell in which there is nothing to say)
_FATES = {
    Fate.DELIVERED: text("delivered"),
    Fate.DEFERRED: text("queues"),
    Fate.BOUNCED: text("bounces"),
}
DIFFERENT = "≠"
_MOST_NAMED = 2  # hosts that a cell names


@dataclass(frozen=True, slots=True)
class Side:
    """One kind of sender: what it does with the route, and what outages make of its mail."""

    row: Row
    waiting: tuple[Waiting, ...]

    @property
    def sender(self) -> Sender:
        """Who sends."""
        return self.row.sender

    @property
    def mark(self) -> str:
        """A sign where it does otherwise than the first of all."""
        return DIFFERENT if self.row.differs else " "


@dataclass(frozen=True, slots=True)
class Sides:
    """All kinds of sender, under one what-if; the first is the one that others are held against."""

    inspection: Inspection
    what_if: WhatIf
    all: tuple[Side, ...]

    @property
    def route(self) -> Route:
        """The route of all."""
        return route_of(self.inspection)

    @property
    def is_open(self) -> bool:
        """Whether too little is looked up yet for anything to be told."""
        return all(side.row.seen.cause is Cause.OPEN for side in self.all)

    @property
    def decided(self) -> Text | None:
        """What becomes of mail where no sender comes to any connection; None where one does."""
        if any(side.row.seen.before is Before.TRY for side in self.all):
            return None
        senders = (side.sender for side in self.all)
        simulations = [simulate(self.inspection, sender, self.what_if) for sender in senders]
        return sentence_of(simulations, self.route)


def as_inspected(inspection: Inspection) -> WhatIf:
    """Give the what-if of reports: hosts do what they did when probed, where they were."""
    plan = inspection.plan
    return WhatIf(as_probed=plan.mode is not ProbeMode.NONE, own=plan.own)


def senders_of(inspection: Inspection) -> tuple[Sender, ...]:
    """Give every sender, that of the plan first."""
    own = sender_of(inspection.plan.sender)
    return (own, *(sender for sender in SENDERS if sender is not own))


def sides_of(inspection: Inspection, what_if: WhatIf, lengths: Sequence[float] = LENGTHS) -> Sides:
    """Compare the senders in short, as reports do: where they differ, and not why."""
    rows: list[Row] = []
    for sender in senders_of(inspection):
        seen = result_of(seen_in_steps(inspection, sender, what_if))
        differs = frozenset(different(seen, rows[0].seen)) if rows else frozenset()
        rows.append(Row(sender, seen, differs))
    return _with_waiting(inspection, what_if, rows, lengths)


def sides_with_reasons(
    inspection: Inspection, what_if: WhatIf, lengths: Sequence[float], backup: Sender | None = None
) -> Sides:
    """Compare the senders, and tell why they differ."""
    rows = matrix_of(inspection, senders_of(inspection), what_if)
    return _with_waiting(inspection, what_if, rows, lengths, backup)


def _with_waiting(
    inspection: Inspection,
    what_if: WhatIf,
    rows: Sequence[Row],
    lengths: Sequence[float],
    backup: Sender | None = None,
) -> Sides:
    def waits(sender: Sender) -> Iterator[Waiting]:
        for length in lengths:
            yield waiting_of(inspection, sender, length, what_if, backup)

    return Sides(inspection, what_if, tuple(Side(row, tuple(waits(row.sender))) for row in rows))


def first_words(seen: Seen, route: Route) -> Text:
    """Who is tried first."""
    hosts: dict[str, Fraction] = {}
    for (host, _), share in seen.first.items():
        hosts[host] = hosts.get(host, Fraction(0)) + share
    if not hosts:
        return NONE
    words = _hosts_words(hosts, route)
    families = {family for _, family in seen.first}
    known = {address.family for host in route.hosts for address in host.addresses}
    if len(families) == 1 and len(known) > 1:
        return text("{words}, IPv{n}", words=words, n=min(families))
    return words


def _hosts_words(hosts: dict[str, Fraction], route: Route) -> Text:
    ordered = sorted(hosts.items(), key=lambda item: -item[1])
    if len(ordered) == 1:
        return text("{host}", host=short_name(route, ordered[0][0]))
    if len(set(hosts.values())) == 1 and len(ordered) > _MOST_NAMED:
        share = percent(ordered[0][1])
        return counted(
            "{n} host, {share} each", "{n} hosts, {share} each", len(ordered), share=share
        )
    named = tuple(
        text("{host} {share}", host=short_name(route, host), share=percent(share))
        for host, share in ordered[:_MOST_NAMED]
    )
    told = text("{one}, {other}", one=named[0], other=named[1])
    more = len(ordered) - _MOST_NAMED
    return text("{told}, +{more}", told=told, more=more) if more else told


def tries_words(seen: Seen) -> Text:
    """How many connections a run makes."""
    return _range(seen.tries)


def reach_words(seen: Seen) -> Text:
    """How many addresses of all a run comes to if every host refuses connections."""
    if not seen.all or seen.reach == (0, 0):
        return NONE
    return text("{reach} of {all}", reach=_range(seen.reach), all=seen.all)


def _range(both: tuple[int, int]) -> Text:
    least, most = both
    if not most:
        return NONE
    if least == most:
        return text("{n}", n=most)
    return text("{least}–{most}", least=least, most=most)  # noqa: RUF001


def fate_words(seen: Seen) -> Text:
    """What becomes of a message in its first run."""
    if len(seen.fates) == 1:
        return _FATES[next(iter(seen.fates))]
    parts = [
        text("{share} {fate}", share=percent(share), fate=_FATES[fate])
        for fate, share in seen.fates.items()
        if fate is not Fate.DELIVERED
    ]
    return parts[0] if len(parts) == 1 else text("{one}, {other}", one=parts[0], other=parts[1])


def delay_words(seen: Seen) -> Text:
    """How long a run takes: in the mean, and at the worst."""
    if seen.worst < NO_DELAY:
        return NONE
    mean, worst = brief(seen.mean), brief(seen.worst)
    return mean if mean == worst else text("{mean}, {worst}", mean=mean, worst=worst)


def brief(seconds: float | None) -> Text:
    """Seconds in one number for a narrow cell."""
    if seconds is None:
        return NONE
    if seconds < 0.5:
        return text("0")
    if seconds < 119.5:
        return text("{n} s", n=round(seconds))
    if seconds < 5400:
        return text("{n} min", n=round(seconds / 60))
    if seconds < 129_600:
        return text("{n} h", n=_short(seconds / 3600))
    return text("{n} d", n=_short(seconds / 86400))


def _short(number: float) -> float | int:
    """A number with one decimal below ten."""
    return round(number) if number >= 9.95 else round(number, 1)


def added_cell(waiting: Waiting, seconds: float | None) -> Text:
    """What an outage adds, or that mail bounces; a sign where only a part of it does."""
    if waiting.bounces == 1:
        return text("bounces")
    if waiting.freezes:
        return text("is kept")
    words = brief(seconds)
    # Translators: a wait after which mail bounces
    return text("{words} !", words=words) if waiting.bounces else words


def both_added(waiting: Waiting) -> Text:
    """What an outage adds to half of the messages, and at the worst, in one cell."""
    if waiting.bounces == 1:
        return text("bounces")
    if waiting.freezes:
        return text("is kept")
    half, worst = brief(waiting.median_s), brief(waiting.worst_s)
    words = text("{half}, {worst}", half=half, worst=worst)
    if half == worst:
        words = half
    return text("{words} !", words=words) if waiting.bounces else words


def partial_words(sides: Sides) -> Text | None:
    """Why a part of the messages of some outage bounces; None if there is no such outage."""
    every = chain.from_iterable(side.waiting for side in sides.all)
    partly = [waiting for waiting in every if 0 < waiting.bounces < 1]
    if not partly:
        return None
    if any(waiting.odds.bounced or waiting.odds.again.bounced for waiting in partly):
        return text("! A part of the messages bounces, at once or since the outage lasts too long.")
    return text("! A part of the messages bounces: the outage outlasts the sender.")


def remarks(sides: Sides) -> Iterator[Text]:
    """What a reader of the matrix must know."""
    if any(side.row.seen.worst >= NO_DELAY for side in sides.all):
        yield text("A run takes the first time in the mean, the second one at the worst.")
    first = sides.all[0].sender.title
    if any(side.row.differs for side in sides.all):
        yield text("{sign} does otherwise than {first}.", sign=DIFFERENT, first=first)
    if any(side.sender.rotates for side in sides.all):
        yield text("Where nothing is shuffled, the order is that in which the resolver answers.")
    if names := _resting_on(Evidence.SOURCE, sides):
        yield text("Known from the source and not seen at work: {senders}.", senders=names)
    if names := _resting_on(Evidence.MANUAL, sides):
        yield text("Known from the manual alone: {senders}.", senders=names)


def _resting_on(evidence: Evidence, sides: Sides) -> tuple[str, ...]:
    return tuple(one.sender.title for one in sides.all if one.sender.evidence is evidence)


def differing_words(side: Side) -> Text:
    """In what it differs, for who cannot see the sign."""
    names = tuple(_FACETS[facet] for facet in Facet if facet in side.row.differs)
    return counted("differs in {names}", "differs in {names}", len(names), names=names)


_FACETS = {
    Facet.FIRST: text("who is tried first"),
    Facet.TRIES: text("how many are tried"),
    Facet.REACH: text("how far it goes"),
    Facet.FATE: text("what becomes of mail"),
    Facet.DELAY: text("how long a run takes"),
}
