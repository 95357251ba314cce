"""Our own validation of answers, down from the root's keys (RFC 4033 to 4035, 5155, 6840).

What a resolver says of it (`ad`) counts for nothing here; but all records come through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import dns.exception
import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.CNAME import CNAME

from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Dnssec, OwnerState, Security, SecurityStep, worst_of
from mxgui.net.answers import MAX_ALIASES
from mxgui.net.clock import Clock
from mxgui.net.dnssec_anchors import Anchors
from mxgui.net.dnssec_chain import Chain
from mxgui.net.dnssec_judge import Judge, Part
from mxgui.net.dnssec_sets import Sets
from mxgui.net.dnssec_store import Store
from mxgui.net.heard import Heard
from mxgui.net.names import name_of, written
from mxgui.net.queries import Message

_CNAME = int(dns.rdatatype.CNAME)
# These names are no zones of their own as a rule; MX and the like are asked of an apex.
_TWO_LABELS = 3  # of a name, the root being one
_SAID = (Status.NOERROR, Status.NODATA, Status.NXDOMAIN)
_OF_HOSTS = (RecordType.A, RecordType.AAAA, RecordType.TLSA, RecordType.PTR)


class Source(Protocol):
    """What validation needs of a resolver."""

    async def fetch(self, question: Question) -> Message | None:
        """Ask for a part of the chain, with checking disabled."""
        ...

    async def again(self, question: Question) -> Heard:
        """Ask the whole question again with checking disabled."""
        ...


class Validator:
    """Validates the answers of one inspection."""

    def __init__(
        self, source: Source, anchors: Anchors, store: Store, realm: str, clock: Clock
    ) -> None:
        """Take where to ask, what to trust, and what is shared by all who ask the same servers."""
        self._source = source
        self._clock = clock
        self._chain = Chain(source, anchors, store, realm)
        self._judge = Judge(self._chain, clock)
        self._prepared: set[dns.name.Name] = set()

    async def prepare(self, question: Question) -> None:
        """Ask for what the chain to the answer is going to need, while the answer is waited for."""
        name = _name_of(question)
        zone = _zone_of(name, question.type) if name is not None else None
        if zone is not None and zone not in self._prepared:
            self._prepared.add(zone)
            await self._chain.prepare(zone, self._clock)

    async def validate(self, question: Question, heard: Heard) -> Security:
        """Give what the answer is worth. One that failed is asked for again without checking."""
        unchecked = Status.NOT_ASKED
        if heard.status is Status.SERVFAIL:
            heard = await self._source.again(question)
            unchecked = heard.status
        found = replace(await self._validate(question, heard), unchecked=unchecked)
        is_in_order = found.state in (Dnssec.SECURE, Dnssec.INSECURE)
        if unchecked is not Status.NOT_ASKED and is_in_order:
            # The resolver gives no answer, and DNSSEC is not why.
            return replace(found, state=Dnssec.UNKNOWN, owners=(), ttl_original=None)
        return found

    async def _validate(self, question: Question, heard: Heard) -> Security:
        name = _name_of(question)
        if not heard.messages or name is None:
            return Security(question, steps=await self._way_to(name, heard.status))
        root = await self._chain.root(self._clock)
        every = [Sets(message) for message in heard.messages]
        if not root.is_secure:
            is_stripped = root.state is Dnssec.UNKNOWN
            return Security(question, root.state, stripped=is_stripped, steps=root.steps)
        parts = await self._parts(name, question.type, every, heard.status)
        state = worst_of(part.owner.state for part in parts)
        ttls = [part.ttl for part in parts if part.ttl is not None]
        is_whole = state is Dnssec.SECURE and len(ttls) == len(parts)
        return Security(
            question,
            state,
            tuple(part.owner for part in parts),
            min(ttls) if is_whole else None,
            steps=tuple(dict.fromkeys(step for part in parts for step in part.steps)),
        )

    async def _way_to(self, name: dns.name.Name | None, status: Status) -> tuple[SecurityStep, ...]:
        """Give what is known of the zones above a name that cannot be looked up.

        It tells whether the resolver works, so that the zone is to blame.
        """
        if name is None or status is not Status.SERVFAIL:
            return ()
        return (await self._chain.place_of(name, self._clock)).steps

    async def _parts(
        self, name: dns.name.Name, kind: RecordType, every: Sequence[Sets], status: Status
    ) -> list[Part]:
        """Judge the aliases in their order, and then the records or their absence."""
        parts: list[Part] = []
        wanted = int(dns.rdatatype.from_text(kind.value))
        for sets in every:
            while len(parts) <= MAX_ALIASES:
                found = sets.answer(name, wanted)
                if found is not None:
                    return [*parts, await self._judge.records(found, sets)]
                alias = sets.answer(name, _CNAME)
                if alias is None or not isinstance(alias.records[0], CNAME):
                    break
                parts.append(await self._judge.alias(alias, sets))
                name = alias.records[0].target
        if status in _SAID:
            parts.append(await self._judge.absence(name, wanted, every[-1]))
        elif status is not Status.LOOP:  # no reply told of the end of the aliases: nothing is known
            own = OwnerState(written(name), kind.value, Dnssec.UNKNOWN)
            parts.append(Part(own, await self._way_to(name, status)))
        return parts


def _name_of(question: Question) -> dns.name.Name | None:
    """Give the name that is asked for; None if no message can carry it."""
    try:
        return name_of(question.name)
    except (dns.exception.DNSException, UnicodeError):
        return None


def _zone_of(name: dns.name.Name, kind: RecordType) -> dns.name.Name:
    """Guess the zone of a name: without labels as of services, and without that of a host."""
    while name.labels[0].startswith(b"_"):
        name = name.parent()
    return name.parent() if kind in _OF_HOSTS and len(name) > _TWO_LABELS else name
