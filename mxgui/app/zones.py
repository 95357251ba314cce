"""Which zone a name lies in, and which servers it has, found by walking up through the resolver."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest

from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.event import AskStep
from mxgui.model.records import ROOT, Answer, Question, RecordType, Status

MOST_LABELS = 12  # of a name that are walked up; host names have about four
MOST_SERVERS = 13  # of one zone; as many as the root has


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone and its servers, as the resolver tells them.

    `unclear` is a name on the way for which the resolver failed: it may be a zone of its own.
    """

    name: str
    servers: tuple[str, ...] = ()
    unclear: str | None = None


class Zones:
    """Finds zones for one inspection; no question is put twice."""

    def __init__(self, work: Work) -> None:
        """Know none yet."""
        self._work = work
        self._locks: defaultdict[Question, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(self, name: str) -> Zone | None:
        """Give the zone that a name lies in; None if not even the root could be found."""
        unclear: str | None = None
        for above in ancestors(name):
            answer = await self.ask(above, RecordType.NS)
            if answer.status is Status.NOERROR and not answer.aliases and answer.servers:
                return Zone(above, tuple(dict.fromkeys(answer.servers))[:MOST_SERVERS], unclear)
            if answer.status.is_failure and unclear is None:
                unclear = above
        return None

    async def above(self, zone: str) -> Zone | None:
        """Give the zone that delegates this one; None for the root."""
        return None if zone == ROOT else await self.of(parent_of(zone))

    async def addresses(self, server: str) -> tuple[str, ...]:
        """Give the addresses of a server, of both families in turn."""
        async with Tasks() as group:
            four = group.create_task(self.ask(server, RecordType.A))
            six = group.create_task(self.ask(server, RecordType.AAAA))
        pairs = zip_longest(four.result().addresses, six.result().addresses)
        return tuple(str(address) for pair in pairs for address in pair if address is not None)

    async def ask(self, name: str, kind: RecordType) -> Answer:
        """Ask the resolver, unless it has told already or is being asked."""
        question = Question(name, kind)
        async with self._locks[question]:
            if self._work.lookups.is_expected(question):
                await self._work.lookups.wait(question)
            known = self._work.known.facts.get(AskStep(question))
            return known if isinstance(known, Answer) else await self._work.ask(name, kind)


def ancestors(name: str) -> tuple[str, ...]:
    """Give a name and each one above it, the root last; of a very long one only the upper part."""
    labels = [] if name == ROOT else name.split(".")
    found = [".".join(labels[at:]) for at in range(len(labels))]
    return (*found[-MOST_LABELS:], ROOT)


def parent_of(name: str) -> str:
    """Give the name above, the root at the end."""
    return name.partition(".")[2] or ROOT


def lies_in(name: str, zone: str) -> bool:
    """Whether a name is that of the zone, or below it."""
    return zone == ROOT or name == zone or name.endswith(f".{zone}")
