"""All addresses of a host as one attempt: Happy Eyeballs, as Go's net.Dialer has it (RFC 8305).

The family of the first address is dialled one address after the other, the other family beside it
after a head start, or as soon as the first one has failed; the first connection wins.
"""

from __future__ import annotations

from collections.abc import Sequence

from mxgui.routing.sending.behaviour import UNCONNECTED, Behaviour
from mxgui.routing.sending.candidates import Entry

HEAD_START = 0.3  # seconds (Go, net/dial.go)


def raced(entries: Sequence[Entry], connect: float) -> list[tuple[Entry, float]]:
    """Give what is dialled at one host up to its connection, each with the seconds that it cost.

    `connect` are the seconds that all addresses of one family have together. What runs beside
    something else costs nothing more. Without a connection all addresses are given.
    """
    first = [entry for entry in entries if entry.family == entries[0].family]
    other = [entry for entry in entries if entry.family != entries[0].family]
    one, other_one = _Side(first, connect), _Side(other, connect)
    start = min(HEAD_START, one.lasts) if one.winner is None or one.lasts > HEAD_START else None
    if other and start is not None:
        ends = start + other_one.lasts
        if other_one.winner is not None and (one.winner is None or ends < one.lasts):
            return [*_spread(one.begun_before(ends), ends), *_spread(other_one.dialled, 0.0)]
        if one.winner is None:
            return [*_spread(first, max(one.lasts, ends)), *_spread(other, 0.0)]
    return one.costs


class _Side:
    """The addresses of one family, one after the other."""

    def __init__(self, entries: Sequence[Entry], connect: float) -> None:
        each = connect / len(entries) if entries else 0.0
        self.costs: list[tuple[Entry, float]] = []
        self.winner: Entry | None = None
        for entry in entries:
            self.costs.append((entry, each if entry.behaviour is Behaviour.SILENT else 0.0))
            if entry.behaviour not in UNCONNECTED:
                self.winner = entry
                break

    @property
    def dialled(self) -> list[Entry]:
        return [entry for entry, _ in self.costs]

    @property
    def lasts(self) -> float:
        """The seconds until there is a connection, or all have failed."""
        return sum(cost for _, cost in self.costs)

    def begun_before(self, ends: float) -> list[Entry]:
        """What has been dialled by then."""
        found, at = [], 0.0
        for entry, cost in self.costs:
            if at <= ends:
                found.append(entry)
            at += cost
        return found


def _spread(entries: Sequence[Entry], seconds: float) -> list[tuple[Entry, float]]:
    """The first of them has cost it all."""
    return [(entry, 0.0 if at else seconds) for at, entry in enumerate(entries)]
