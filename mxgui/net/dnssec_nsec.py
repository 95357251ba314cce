"""Absence by NSEC records: the gap between two names that follow each other (RFC 4035, 5.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import dns.name
from dns.rdtypes.ANY.NSEC import NSEC

from mxgui.model.security import Why
from mxgui.net.dnssec_bitmap import Bitmap
from mxgui.net.dnssec_proof import NO_PROOF, Proof
from mxgui.net.dnssec_sets import RRset
from mxgui.net.dnssec_signatures import label_count


@dataclass(frozen=True, slots=True)
class Gap:
    """From one name of a zone to the next, with nothing between; the last leads to the apex."""

    owner: dns.name.Name
    next: dns.name.Name
    types: Bitmap

    def covers(self, name: dns.name.Name) -> bool:
        """Whether the name would lie in the gap, so that it has no records."""
        if self.owner >= name or name == self.next:
            return False
        if name.is_subdomain(self.owner) and not self.types.speaks_for_below:
            return False
        is_last = self.next <= self.owner
        return bool(is_last or name < self.next)

    def is_empty_above(self, name: dns.name.Name) -> bool:
        """Whether the name has none itself, but names below it have (an empty non-terminal)."""
        return self.covers(name) and self.next.is_subdomain(name)

    def encloser(self, name: dns.name.Name) -> dns.name.Name:
        """Give the nearest name above that exists, given that it covers the name."""
        return max(_common(name, self.owner), _common(name, self.next), key=len)


class Gaps:
    """The gaps of one zone that came with an answer; their signatures are good."""

    def __init__(self, zone: dns.name.Name, sets: Sequence[RRset]) -> None:
        """Take the NSEC sets of the zone."""
        self._zone = zone
        self._gaps = [
            Gap(one.owner, nsec.next, Bitmap(nsec.windows))
            for one in sets
            for nsec in one.records[:1]
            if isinstance(nsec, NSEC) and nsec.next.is_subdomain(zone)
        ]

    def nodata(self, name: dns.name.Name, kind: int) -> Proof:
        """Prove that the name has no such records, itself or by a wildcard."""
        for gap in self._gaps:
            if gap.owner == name:
                lacks = gap.types.lacks(kind, is_root=name == dns.name.root)
                return Proof(Why.NODATA, gap.types.is_cut) if lacks else NO_PROOF
        if any(gap.is_empty_above(name) for gap in self._gaps):
            return Proof(Why.NODATA)
        wildcard = self._wildcard(name)
        for gap in self._gaps:
            if gap.owner == wildcard and gap.types.lacks(kind) and not gap.types.is_cut:
                return Proof(Why.NODATA)
        return NO_PROOF

    def nxdomain(self, name: dns.name.Name) -> Proof:
        """Prove that there is no such name, and no wildcard that would speak for it."""
        wildcard = self._wildcard(name)
        if wildcard is not None and any(gap.covers(wildcard) for gap in self._gaps):
            return Proof(Why.NXDOMAIN)
        return NO_PROOF

    def expansion(self, name: dns.name.Name, labels: int) -> Proof:
        """Prove that a wildcard below that many labels is the nearest to the name."""
        wildcard = self._wildcard(name)
        is_nearest = wildcard is not None and label_count(wildcard) == labels
        return Proof(Why.WILDCARD) if is_nearest else NO_PROOF

    def _wildcard(self, name: dns.name.Name) -> dns.name.Name | None:
        """Give the wildcard that speaks for the name if it exists; None if the name may exist."""
        for gap in self._gaps:
            if gap.covers(name) and not gap.next.is_subdomain(name):
                encloser = gap.encloser(name)
                if encloser.is_subdomain(self._zone):
                    return dns.name.Name((b"*", *encloser.labels))
        return None


def _common(one: dns.name.Name, other: dns.name.Name) -> dns.name.Name:
    """Give the name above both that has the most labels."""
    _, _, labels = one.fullcompare(other)
    return one.split(labels)[1]
