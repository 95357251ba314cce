"""Absence by NSEC3 records: gaps between hashes of names (RFC 5155, section 8)."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.NSEC3 import NSEC3

from mxgui.model.security import Why
from mxgui.net.dnssec_bitmap import Bitmap
from mxgui.net.dnssec_proof import NO_PROOF, Proof
from mxgui.net.dnssec_sets import RRset
from mxgui.net.dnssec_signatures import Budget

# RFC 9276, section 3.2, lets a validator treat more as insecure; resolvers agreed on this number.
MAX_ITERATIONS = 150
_SHA_1, _OPT_OUT = 1, 0x01
_DS = int(dns.rdatatype.DS)


class TooMuch(Exception):
    """The budget for hashes is used up."""


@dataclass(frozen=True, slots=True)
class Gap:
    """From one hash of a zone to the next; with opt-out, delegations may lie between."""

    owner: bytes
    next: bytes
    is_opt_out: bool
    types: Bitmap

    def covers(self, digest: bytes) -> bool:
        """Whether the hash lies in the gap; the last leads to the first."""
        if self.owner < self.next:
            return self.owner < digest < self.next
        return digest > self.owner or digest < self.next


@dataclass(frozen=True, slots=True)
class _Encloser:
    """The nearest name above that exists, and the gap in which the next nearer one would be."""

    name: dns.name.Name
    gap: Gap

    @property
    def wildcard(self) -> dns.name.Name:
        return dns.name.Name((b"*", *self.name.labels))


class HashedGaps:
    """The gaps of one zone that came with an answer; their signatures are good.

    Nothing is hashed where the zone wants too many iterations.
    """

    def __init__(self, zone: dns.name.Name, sets: Sequence[RRset], budget: Budget) -> None:
        """Take the NSEC3 sets of the zone; those of unknown kinds count for nothing (8.1, 8.2)."""
        self._zone = zone
        self._budget = budget
        found = [
            (one.owner, record)
            for one in sets
            for record in one.records[:1]
            if isinstance(record, NSEC3) and _is_known(one.owner, record, zone)
        ]
        self._iterations = max((record.iterations for _, record in found), default=0)
        self._salt = found[0][1].salt if found else b""
        self.is_endless = self._iterations > MAX_ITERATIONS
        self._gaps = [
            Gap(
                _digest_in(owner),
                record.next,
                bool(record.flags & _OPT_OUT),
                Bitmap(record.windows),
            )
            for owner, record in found
            if (record.iterations, record.salt) == (self._iterations, self._salt)
        ]
        self._hashes: dict[dns.name.Name, bytes] = {}

    def nodata(self, name: dns.name.Name, kind: int) -> Proof:
        """Prove that the name has no such records, itself or by a wildcard (8.5 to 8.7)."""
        own = self._at(name)
        if own is not None:
            lacks = own.types.lacks(kind, is_root=name == dns.name.root)
            return Proof(Why.NODATA, own.types.is_cut) if lacks else NO_PROOF
        encloser = self._encloser(name)
        if encloser is None:
            return NO_PROOF
        at_wildcard = self._at(encloser.wildcard)
        if encloser.gap.is_opt_out and (at_wildcard is None or kind == _DS):
            return Proof(Why.OPT_OUT)
        if at_wildcard is None or at_wildcard.types.is_cut or not at_wildcard.types.lacks(kind):
            return NO_PROOF
        return Proof(Why.OPT_OUT if encloser.gap.is_opt_out else Why.NODATA)

    def nxdomain(self, name: dns.name.Name) -> Proof:
        """Prove that there is no such name, and no wildcard that would speak for it (8.4)."""
        encloser = self._encloser(name) if self._at(name) is None else None
        if encloser is None or self._over(encloser.wildcard) is None:
            return NO_PROOF
        return Proof(Why.OPT_OUT if encloser.gap.is_opt_out else Why.NXDOMAIN)

    def expansion(self, name: dns.name.Name, labels: int) -> Proof:
        """Prove that no name is nearer than the wildcard below that many labels (8.8)."""
        gap = self._over(name.split(labels + 2)[1])
        if gap is None:
            return NO_PROOF
        return Proof(Why.OPT_OUT if gap.is_opt_out else Why.WILDCARD)

    def _encloser(self, name: dns.name.Name) -> _Encloser | None:
        """Find the closest encloser, and prove that the next closer name is not there (8.3)."""
        nearer = name
        while nearer != self._zone:
            above = nearer.parent()
            found = self._at(above)
            if found is not None:
                gap = self._over(nearer) if found.types.speaks_for_below else None
                return _Encloser(above, gap) if gap is not None else None
            nearer = above
        return None

    def _at(self, name: dns.name.Name) -> Gap | None:
        digest = self._hash(name)
        return next((gap for gap in self._gaps if gap.owner == digest), None)

    def _over(self, name: dns.name.Name) -> Gap | None:
        digest = self._hash(name)
        return next((gap for gap in self._gaps if gap.covers(digest)), None)

    def _hash(self, name: dns.name.Name) -> bytes:
        if not self._gaps:
            return b""
        if name not in self._hashes:
            if not self._budget.has_hash():
                raise TooMuch
            digest = hashlib.sha1((name.to_digestable() or b"") + self._salt).digest()
            for _ in range(self._iterations):
                digest = hashlib.sha1(digest + self._salt).digest()
            self._hashes[name] = digest
        return self._hashes[name]


def _is_known(owner: dns.name.Name, record: NSEC3, zone: dns.name.Name) -> bool:
    is_own = owner != zone and owner.parent() == zone and bool(_digest_in(owner))
    return is_own and record.algorithm == _SHA_1 and not record.flags & ~_OPT_OUT


def _digest_in(owner: dns.name.Name) -> bytes:
    """Give the hash that the first label spells; nothing if it spells none."""
    try:
        return base64.b32hexdecode(owner.labels[0].upper())
    except (binascii.Error, ValueError):
        return b""
