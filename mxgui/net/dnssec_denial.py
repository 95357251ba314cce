"""Absence proved by whatever a zone proves it with, its signatures included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.DNSKEY import DNSKEY

from mxgui.model.security import Why
from mxgui.net.dnssec_nsec import Gaps
from mxgui.net.dnssec_nsec3 import HashedGaps, TooMuch
from mxgui.net.dnssec_proof import NO_PROOF, Proof
from mxgui.net.dnssec_sets import RRset, Sets
from mxgui.net.dnssec_signatures import Budget, Verdict, is_expanded, verify

MAX_SETS = 8  # of NSEC or NSEC3 that one reply needs: three, and two for a wildcard


@dataclass(frozen=True, slots=True)
class Signers:
    """The keys of a zone, the moment in seconds since 1970, and what may still be done."""

    zone: dns.name.Name
    keys: Sequence[DNSKEY]
    now: int
    budget: Budget

    def verify(self, rrset: RRset) -> Verdict:
        """Look for a good signature over a set."""
        return verify(rrset, self.zone, self.keys, self.now, self.budget)


def absence(sets: Sets, name: dns.name.Name, kind: int, signers: Signers) -> Proof:
    """Prove what the reply says: that there is no such name, or that it has no such records."""
    if sets.is_nxdomain:
        return _prove(sets, signers, lambda gaps: gaps.nxdomain(name))
    return _prove(sets, signers, lambda gaps: gaps.nodata(name, kind))


def no_records(sets: Sets, name: dns.name.Name, kind: int, signers: Signers) -> Proof:
    """Prove that there are no such records, whether the name exists or not."""
    proof = _prove(sets, signers, lambda gaps: gaps.nodata(name, kind))
    if proof.why is not Why.NO_PROOF:
        return proof
    return _prove(sets, signers, lambda gaps: gaps.nxdomain(name))


def expansion(sets: Sets, name: dns.name.Name, labels: int, signers: Signers) -> Proof:
    """Prove that the wildcard below that many labels speaks for the name (RFC 4035, 5.3.4)."""
    return _prove(sets, signers, lambda gaps: gaps.expansion(name, labels))


def _prove(sets: Sets, signers: Signers, ask: Callable[[Gaps | HashedGaps], Proof]) -> Proof:
    proof, failures = NO_PROOF, []
    plain, failed = _signed(sets, dns.rdatatype.NSEC, signers)
    failures += failed
    if plain:
        proof = ask(Gaps(signers.zone, plain))
    hashed, failed = _signed(sets, dns.rdatatype.NSEC3, signers)
    failures += failed
    if hashed and proof.why is Why.NO_PROOF:
        gaps = HashedGaps(signers.zone, hashed, signers.budget)
        if gaps.is_endless:
            return Proof(Why.ITERATIONS)
        try:
            proof = ask(gaps)
        except TooMuch:
            return Proof(Why.TOO_MUCH)
    if proof.why is Why.NO_PROOF and failures:
        return Proof(failures[0])  # the better reason: what would prove it is not signed rightly
    return proof


def _signed(sets: Sets, kind: int, signers: Signers) -> tuple[list[RRset], list[Why]]:
    """Give the sets of the zone with a good signature, and what is wrong with others.

    None of them may come out of a wildcard, as its owner is what it speaks of.
    """
    good: list[RRset] = []
    failures: list[Why] = []
    for rrset in sets.authority(kind)[:MAX_SETS]:
        verdict = signers.verify(rrset)
        if not verdict.is_good:
            failures.append(verdict.why)
        elif verdict.signature is not None and not is_expanded(rrset, verdict.signature):
            good.append(rrset)
    return good, failures
