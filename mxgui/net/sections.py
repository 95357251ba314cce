"""One section of a DNS message: its records by owner and type, in the order of the wire."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import dns.name
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset
from dns.rdtypes.ANY.RRSIG import RRSIG


@dataclass(frozen=True, slots=True)
class Term:
    """How long records hold, in seconds: what is left, and what they began with, where known."""

    left: int
    original: int | None


class Section:
    """The records of one section of a message that was read record by record.

    `is_own` when the server speaks of its own zone: what is left is then what it began with.
    """

    def __init__(self, rrsets: Iterable[dns.rrset.RRset], *, is_own: bool) -> None:
        """Sort the records; other classes than IN are passed over."""
        self._is_own = is_own
        self._records: dict[tuple[dns.name.Name, int], list[dns.rdata.Rdata]] = {}
        self._left: dict[tuple[dns.name.Name, int], int] = {}
        self._signed: dict[tuple[dns.name.Name, int], int] = {}
        for rrset in rrsets:
            if rrset.rdclass == dns.rdataclass.IN:
                self._take(rrset)

    def records(self, owner: dns.name.Name, kind: int) -> list[dns.rdata.Rdata]:
        """Give the data of the records of that owner and type."""
        return self._records.get((owner, kind), [])

    def term(self, owner: dns.name.Name, kind: int) -> Term | None:
        """Give how long those records hold, None if there are none.

        The original TTL is in the signature (RFC 4034, section 3.1.4) or known to the owner alone.
        """
        left = self._left.get((owner, kind))
        if left is None:
            return None
        return Term(left, self._signed.get((owner, kind), left if self._is_own else None))

    def owners(self, kind: int) -> list[dns.name.Name]:
        """Give the names that have records of that type."""
        return [owner for owner, found in self._records if found == kind]

    def _take(self, rrset: dns.rrset.RRset) -> None:
        for rdata in rrset:
            key = (rrset.name, int(rrset.rdtype))
            self._records.setdefault(key, []).append(rdata)
            # Records of one set have one TTL; where they differ, the least counts (RFC 2181, 5.2).
            self._left[key] = min(rrset.ttl, self._left.get(key, rrset.ttl))
            if isinstance(rdata, RRSIG):
                covered = (rrset.name, int(rdata.type_covered))
                self._signed[covered] = rdata.original_ttl
