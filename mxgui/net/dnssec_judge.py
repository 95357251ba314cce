"""What one set of an answer is worth, or the absence of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import dns.exception
import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.CNAME import CNAME
from dns.rdtypes.ANY.DNAME import DNAME
from dns.rdtypes.ANY.RRSIG import RRSIG
from dns.rdtypes.ANY.SOA import SOA

from mxgui.model.security import Check, Dnssec, OwnerState, SecurityStep, Why
from mxgui.net.clock import Clock
from mxgui.net.dnssec_chain import Chain, Place
from mxgui.net.dnssec_denial import Signers, absence, expansion
from mxgui.net.dnssec_sets import RRset, Sets
from mxgui.net.dnssec_signatures import Verdict, is_expanded
from mxgui.net.dnssec_steps import rdatatype, signed_step, step_of
from mxgui.net.names import written

MAX_SIGNERS = 3  # zones that claim to have signed one set
_DNAME, _SOA = int(dns.rdatatype.DNAME), int(dns.rdatatype.SOA)
_DENIALS = (int(dns.rdatatype.NSEC), int(dns.rdatatype.NSEC3), _SOA)


@dataclass(frozen=True, slots=True)
class Part:
    """What came of one set along the way; `ttl` is the signed one, in seconds."""

    owner: OwnerState
    steps: tuple[SecurityStep, ...]
    ttl: int | None = None


class Judge:
    """Judges sets by the chain of one inspection."""

    def __init__(self, chain: Chain, clock: Clock) -> None:
        """Take the chain, and the clock by which signatures hold."""
        self._chain = chain
        self._clock = clock

    async def records(self, rrset: RRset, sets: Sets) -> Part:
        """Judge a set of records; one without a good signature must lie in an unsigned zone."""
        worst: Part | None = None
        for zone in _signers(rrset.signatures, rrset.owner):
            place = await self._chain.place_of(zone, self._clock)
            part = self._by_place(rrset, sets, zone, place)
            if part.owner.state is Dnssec.SECURE:
                return part
            worst = worst or part
        if worst is not None:
            return worst
        place = await self._chain.place_of(rrset.owner, self._clock)
        if not place.is_secure:
            return _part(rrset.owner, rrset.kind, place.state, place.steps)
        why = Why.WRONG_SIGNER if rrset.signatures else Why.NO_SIGNATURE
        return self._bad(rrset, sets, place, why, None)

    async def alias(self, rrset: RRset, sets: Sets) -> Part:
        """Judge an alias; one that follows from a DNAME needs no signature (RFC 6672, 5.3.1)."""
        if not rrset.signatures:
            for above in sets.answers(_DNAME):
                if _follows(rrset, above):
                    part = await self.records(above, sets)
                    state = part.owner.state
                    step = step_of(
                        Check.ALIAS, Why.FOLLOWS, state, above.owner, rrset.owner, rrset.kind
                    )
                    return _part(rrset.owner, rrset.kind, state, (*part.steps, step), part.ttl)
        return await self.records(rrset, sets)

    async def absence(self, name: dns.name.Name, kind: int, sets: Sets) -> Part:
        """Judge that there are no such records, or no such name."""
        signatures = tuple(one for found in sets.authority(*_DENIALS) for one in found.signatures)
        zone = next(_signers(signatures, name), name)
        place = await self._chain.place_of(zone, self._clock)
        if place.is_secure and signatures and place.zone != zone:
            place = await self._chain.place_of(name, self._clock)
        if not place.is_secure:
            return _part(name, kind, place.state, place.steps)
        signers = self._chain.signers(place, self._clock)
        proof = absence(sets, name, kind, signers)
        ttl, soa = _signed_absence(sets, signers)
        why, state = proof.why, proof.state
        if state is not Dnssec.BOGUS and not soa.is_good:
            # The SOA is a part of the proof (RFC 4035, section 3.2.3), and unbound thinks so too.
            why, state = soa.why, Dnssec.BOGUS
        if sets.is_cut and state is Dnssec.BOGUS:
            why, state = Why.TOO_MUCH, Dnssec.INDETERMINATE
        step = step_of(Check.ABSENCE, why, state, place.zone, name, kind)
        return _part(name, kind, state, (*place.steps, signed_step(step, soa.signature)), ttl)

    def _by_place(self, rrset: RRset, sets: Sets, zone: dns.name.Name, place: Place) -> Part:
        """Judge a set by the zone that claims to have signed it."""
        if not place.is_secure:
            return _part(rrset.owner, rrset.kind, place.state, place.steps)
        if place.zone != zone:
            return self._bad(rrset, sets, place, Why.WRONG_SIGNER, None)
        signers = self._chain.signers(place, self._clock)
        verdict = signers.verify(rrset)
        if not verdict.is_good or verdict.signature is None:
            return self._bad(rrset, sets, place, verdict.why, verdict.signature)
        good = verdict.signature
        step = step_of(Check.SIGNATURE, Why.SIGNED, Dnssec.SECURE, zone, rrset.owner, rrset.kind)
        steps = (*place.steps, signed_step(step, good))
        state = Dnssec.SECURE
        if is_expanded(rrset, good):
            proof = expansion(sets, rrset.owner, good.labels, signers)
            state = proof.state
            wild = step_of(Check.WILDCARD, proof.why, state, zone, rrset.owner, rrset.kind)
            steps = (*steps, wild)
        return _part(rrset.owner, rrset.kind, state, steps, good.original_ttl)

    def _bad(
        self, rrset: RRset, sets: Sets, place: Place, why: Why, signature: RRSIG | None
    ) -> Part:
        too_much = sets.is_cut or why is Why.TOO_MUCH
        why = Why.TOO_MUCH if too_much else why
        state = Dnssec.INDETERMINATE if too_much else Dnssec.BOGUS
        step = step_of(Check.SIGNATURE, why, state, place.zone, rrset.owner, rrset.kind)
        return _part(rrset.owner, rrset.kind, state, (*place.steps, signed_step(step, signature)))


def _part(
    name: dns.name.Name,
    kind: int,
    state: Dnssec,
    steps: tuple[SecurityStep, ...],
    ttl: int | None = None,
) -> Part:
    owner = OwnerState(written(name), dns.rdatatype.to_text(rdatatype(kind)), state)
    return Part(owner, steps, ttl if state is Dnssec.SECURE else None)


def _signers(signatures: tuple[RRSIG, ...], name: dns.name.Name) -> Iterator[dns.name.Name]:
    """Give the zones that claim to have signed, the nearest first; only those above the name."""
    named = {one.signer for one in signatures if name.is_subdomain(one.signer)}
    yield from sorted(named, key=len, reverse=True)[:MAX_SIGNERS]


def _follows(alias: RRset, above: RRset) -> bool:
    """Whether a CNAME is what a DNAME above makes of its name (RFC 6672, section 2.2)."""
    made, rule = alias.records[0], above.records[0]
    is_below = alias.owner != above.owner and alias.owner.is_subdomain(above.owner)
    if not is_below or not isinstance(made, CNAME) or not isinstance(rule, DNAME):
        return False
    try:
        return bool(alias.owner.relativize(above.owner).derelativize(rule.target) == made.target)
    except dns.exception.DNSException:  # the name would be too long
        return False


def _signed_absence(sets: Sets, signers: Signers) -> tuple[int | None, Verdict]:
    """Give how long an absence holds by what is signed (RFC 2308, section 5).

    And what came of the SOA's signature; one that is not there is not missed.
    """
    for found in sets.authority(_SOA):
        verdict = signers.verify(found)
        soa = found.records[0]
        if verdict.signature is not None and verdict.is_good and isinstance(soa, SOA):
            return min(verdict.signature.original_ttl, soa.minimum), verdict
        return None, verdict
    return None, Verdict(Why.SIGNED)
