"""The chain of trust: which zone a name lies in, and whether its keys can be trusted.

Zone cuts are found by asking for DS, from the root down: what a signature says of its zone is
believed only once the chain has come there (RFC 4035, section 5).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from dns.rdtypes.ANY.DS import DS

from mxgui.model.records import Question, RecordType
from mxgui.model.security import Check, Dnssec, SecurityStep, Why
from mxgui.net.clock import Clock
from mxgui.net.dnssec_anchors import Anchors
from mxgui.net.dnssec_denial import Signers, no_records
from mxgui.net.dnssec_keys import MAX_KEYS, is_usable_key, tag_of, usable_ds, vouched_for
from mxgui.net.dnssec_sets import RRset, Sets
from mxgui.net.dnssec_signatures import Budget, Verdict
from mxgui.net.dnssec_steps import NOT_KNOWN, signed_step, step_of
from mxgui.net.dnssec_store import FAILED, Store
from mxgui.net.names import written
from mxgui.net.queries import Message

MAX_LEVELS = 50  # labels of a name that are walked down; an IPv6 address turned round has 34
AT_ONCE = 8  # levels whose DS are asked side by side before it is known whether they are needed
_DS, _DNSKEY = int(dns.rdatatype.DS), int(dns.rdatatype.DNSKEY)
_ALIASES = (int(dns.rdatatype.CNAME), int(dns.rdatatype.DNAME))


class Source(Protocol):
    """Where the records of the chain come from."""

    async def fetch(self, question: Question) -> Message | None:
        """Ask with checking disabled; None if nothing definite came."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """The zone that a name lies in, and what is known of it; `keys` if it is secure.

    `holds` is for how many seconds that may be kept. Below `is_end` there are no names.
    """

    zone: dns.name.Name
    state: Dnssec
    keys: tuple[DNSKEY, ...] = ()
    steps: tuple[SecurityStep, ...] = ()
    holds: float = FAILED
    is_end: bool = False

    @property
    def is_secure(self) -> bool:
        """Whether the keys can be trusted."""
        return self.state is Dnssec.SECURE


class Chain:
    """The chain as seen through one set of resolvers, for one inspection."""

    def __init__(self, source: Source, anchors: Anchors, store: Store, realm: str) -> None:
        """Take where to ask, what to begin with, and what is shared by all of the same realm."""
        self._source = source
        self._anchors = anchors
        self._store = store
        self._realm = (realm, anchors)
        self.budget = Budget()

    async def place_of(self, name: dns.name.Name, clock: Clock) -> Place:
        """Walk down to the zone that the name lies in, as far as it is signed."""
        place = await self.root(clock)
        levels = list(_levels(name))
        for depth, level in enumerate(levels):
            if not place.is_secure or place.is_end:
                break
            if depth >= MAX_LEVELS:
                why = step_of(Check.DELEGATION, Why.TOO_MUCH, Dnssec.INDETERMINATE, place.zone,
                              level, _DS)  # fmt: skip
                return replace(place, state=why.state, keys=(), steps=(*place.steps, why))
            if depth % AT_ONCE == 0:
                await self._fetch_all(levels[depth : depth + AT_ONCE], clock)
            place = await self._below(place, level, clock)
        return place

    async def root(self, clock: Clock) -> Place:
        """Give the root: its keys against our anchors. A failure here is ours, and never bogus."""

        async def make() -> tuple[Place, float]:
            place = await self._make_root(clock)
            return place, place.holds

        return await self._store.find((self._realm, "place", dns.name.root), clock, make)

    async def prepare(self, name: dns.name.Name, clock: Clock) -> None:
        """Ask side by side for all that the chain down to this name is going to need."""
        wanted = [(dns.name.root, RecordType.DNSKEY)]
        for level in list(_levels(name))[:AT_ONCE]:
            if self._is_ending(level.parent(), clock):
                break
            wanted += [(level, RecordType.DS), (level, RecordType.DNSKEY)]
        async with asyncio.TaskGroup() as group:
            for level, kind in wanted:
                if self._peek_place(level, clock) is None:
                    group.create_task(self._fetch(level, kind, clock))

    def signers(self, place: Place, clock: Clock) -> Signers:
        """Give the keys of a place, and the moment at which they are used."""
        return Signers(place.zone, place.keys, int(clock.now().timestamp()), self.budget)

    async def _fetch_all(self, levels: list[dns.name.Name], clock: Clock) -> None:
        async with asyncio.TaskGroup() as group:
            for level in levels:
                if self._peek_place(level, clock) is None:
                    group.create_task(self._fetch(level, RecordType.DS, clock))

    async def _fetch(self, name: dns.name.Name, kind: RecordType, clock: Clock) -> Sets | None:
        async def make() -> tuple[Sets | None, float]:
            if not self.budget.has_question():
                return None, 0.0
            message = await self._source.fetch(Question(written(name), kind))
            if message is None:
                return None, FAILED
            sets = Sets(message)
            return sets, float(sets.ttl)

        return await self._store.find((self._realm, kind, name), clock, make)

    def _peek_place(self, name: dns.name.Name, clock: Clock) -> Place | None:
        kept = self._store.peek((self._realm, "place", name), clock)
        return kept.value if kept is not None else None

    def _is_ending(self, name: dns.name.Name, clock: Clock) -> bool:
        place = self._peek_place(name, clock)
        return place is not None and (not place.is_secure or place.is_end)

    async def _make_root(self, clock: Clock) -> Place:
        root = dns.name.root
        sets = await self._fetch(root, RecordType.DNSKEY, clock)
        if sets is None:
            return _lost(root, Check.ANCHOR, Why.NOT_ANSWERED, "DNSKEY")
        found = sets.answer(root, _DNSKEY)
        if found is None or not found.signatures:
            return _lost(root, Check.RESOLVER, Why.STRIPPED, "DNSKEY")
        place = self._keyed(Place(root, Dnssec.SECURE), found, self._anchors.ds, clock)
        if place.is_secure:
            return place
        (last,) = place.steps
        why = Why.NO_ANCHOR if last.why is Why.WRONG_DS else last.why
        told = replace(last, check=Check.ANCHOR, why=why, state=Dnssec.INDETERMINATE)
        return Place(root, Dnssec.INDETERMINATE, steps=(told,))

    async def _below(self, place: Place, name: dns.name.Name, clock: Clock) -> Place:
        async def make() -> tuple[Place, float]:
            made = await self._descend(place, name, clock)
            return made, made.holds

        return await self._store.find((self._realm, "place", name), clock, make)

    async def _descend(self, place: Place, name: dns.name.Name, clock: Clock) -> Place:
        """Find out whether a zone begins at the name, and whether it is signed."""
        sets = await self._fetch(name, RecordType.DS, clock)
        if sets is None:
            return _ended(place, name, Why.NOT_ANSWERED, Dnssec.INDETERMINATE)
        found = sets.answer(name, _DS)
        if found is None:
            return self._without_ds(place, name, sets, clock)
        verdict = self.signers(place, clock).verify(found)
        if not verdict.is_good:
            return _judged(place, name, sets, verdict)
        ds = usable_ds(one for one in found.records if isinstance(one, DS))
        if not ds:
            return _ended(place, name, Why.UNSUPPORTED, Dnssec.INSECURE, float(found.ttl))
        asked = await self._fetch(name, RecordType.DNSKEY, clock)
        if asked is None:
            return _ended(place, name, Why.NOT_ANSWERED, Dnssec.INDETERMINATE, check=Check.KEYS)
        keys = asked.answer(name, _DNSKEY)
        if keys is None:
            return _ended(place, name, Why.WRONG_DS, Dnssec.BOGUS, check=Check.KEYS)
        told = step_of(Check.DELEGATION, Why.SIGNED, Dnssec.SECURE, place.zone, name, _DS)
        steps = (*place.steps, signed_step(told, verdict.signature))
        holds = min(place.holds, float(found.ttl))
        return self._keyed(Place(name, Dnssec.SECURE, steps=steps, holds=holds), keys, ds, clock)

    def _keyed(self, place: Place, found: RRset, ds: tuple[DS, ...], clock: Clock) -> Place:
        """Give the place with the keys that its DS records, or our anchors, vouch for."""
        check = Check.KEYS if place.steps else Check.ANCHOR
        every = tuple(one for one in found.records if isinstance(one, DNSKEY))
        if len(every) > MAX_KEYS:
            return _ended(place, place.zone, Why.TOO_MUCH, Dnssec.INDETERMINATE, check=check)
        vouched = vouched_for(place.zone, ds, every)
        if not vouched:
            told = step_of(check, Why.WRONG_DS, Dnssec.BOGUS, place.zone, place.zone, _DNSKEY)
            told = replace(told, key_tag=ds[0].key_tag, algorithm=int(ds[0].algorithm))
            return Place(place.zone, Dnssec.BOGUS, steps=(*place.steps, told))
        now = self.signers(place, clock).now
        verdict = Signers(place.zone, vouched, now, self.budget).verify(found)
        why = Why.MATCHES if verdict.is_good else verdict.why
        told = step_of(check, why, _state_of(why), place.zone, place.zone, _DNSKEY)
        steps = (*place.steps, signed_step(told, verdict.signature))
        if not verdict.is_good:
            return Place(place.zone, told.state, steps=steps)
        keys = tuple(key for key in every if is_usable_key(key))
        left = verdict.signature.expiration - now if verdict.signature is not None else 0
        holds = min(float(found.ttl), float(left), place.holds if place.steps else 3600.0)
        return Place(place.zone, Dnssec.SECURE, tuple(sorted(keys, key=tag_of)), steps, holds)

    def _without_ds(self, place: Place, name: dns.name.Name, sets: Sets, clock: Clock) -> Place:
        """Read why there is no DS: no zone begins there, or one that is not signed."""
        signers = self.signers(place, clock)
        if any(_redirects(one, name) for kind in _ALIASES for one in sets.answers(kind)):
            return self._at_alias(place, name, sets, signers)
        proof = no_records(sets, name, _DS, signers)
        match proof.why:
            case Why.NODATA if not proof.is_cut:
                return replace(place, holds=min(place.holds, float(sets.ttl)))
            case Why.NODATA:
                return _ended(place, name, Why.NO_DS, Dnssec.INSECURE, float(sets.ttl))
            case Why.NXDOMAIN:
                return replace(place, holds=min(place.holds, float(sets.ttl)), is_end=True)
            case Why.OPT_OUT | Why.ITERATIONS:
                return _ended(place, name, proof.why, Dnssec.INSECURE, float(sets.ttl))
            case _:
                return _judged(place, name, sets, Verdict(proof.why))

    def _at_alias(self, place: Place, name: dns.name.Name, sets: Sets, signers: Signers) -> Place:
        """No zone begins at an alias (RFC 2181, section 10.1), nor below a DNAME (RFC 6672)."""
        verdict = Verdict(Why.NO_SIGNATURE)
        for kind in _ALIASES:
            for one in sets.answers(kind):
                if _redirects(one, name):
                    verdict = signers.verify(one)
                    if verdict.is_good:
                        return replace(place, holds=min(place.holds, float(one.ttl)))
        return _judged(place, name, sets, verdict)


def _levels(name: dns.name.Name) -> Iterator[dns.name.Name]:
    """Give the names from the one below the root down to the name itself."""
    for labels in range(2, len(name) + 1):
        yield name.split(labels)[1]


def _redirects(rrset: RRset, name: dns.name.Name) -> bool:
    if rrset.kind == _ALIASES[0]:
        return bool(rrset.owner == name)
    return name.is_subdomain(rrset.owner) and name != rrset.owner


def _state_of(why: Why) -> Dnssec:
    if why in (Why.MATCHES, Why.SIGNED):
        return Dnssec.SECURE
    return Dnssec.INDETERMINATE if why in NOT_KNOWN else Dnssec.BOGUS


def _judged(place: Place, name: dns.name.Name, sets: Sets, verdict: Verdict) -> Place:
    """Give a zone whose DS, or their absence, is not signed rightly."""
    why = Why.TOO_MUCH if sets.is_cut else verdict.why
    told = step_of(Check.DELEGATION, why, _state_of(why), place.zone, name, _DS)
    steps = (*place.steps, signed_step(told, verdict.signature))
    return Place(place.zone, told.state, steps=steps)


def _ended(
    place: Place,
    name: dns.name.Name,
    why: Why,
    state: Dnssec,
    holds: float = FAILED,
    check: Check = Check.DELEGATION,
) -> Place:
    """Give the place from which on nothing is secure."""
    told = step_of(check, why, state, place.zone, name, _DS)
    return Place(place.zone, state, steps=(*place.steps, told), holds=holds)


def _lost(root: dns.name.Name, check: Check, why: Why, kind: str) -> Place:
    state = Dnssec.UNKNOWN if why is Why.STRIPPED else Dnssec.INDETERMINATE
    return Place(root, state, steps=(step_of(check, why, state, root, root, kind),))
