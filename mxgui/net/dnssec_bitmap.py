"""Which types a name has, as NSEC and NSEC3 records tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import dns.rdatatype

_CNAME = int(dns.rdatatype.CNAME)
_DNAME = int(dns.rdatatype.DNAME)
_DS = int(dns.rdatatype.DS)
_NS = int(dns.rdatatype.NS)
_SOA = int(dns.rdatatype.SOA)


@dataclass(frozen=True, slots=True)
class Bitmap:
    """The types of one name, in windows of 256 (RFC 4034, section 4.1.2)."""

    windows: Sequence[tuple[int, bytes]]

    def has(self, kind: int) -> bool:
        """Whether the name has records of that type."""
        for window, bits in self.windows:
            if window == kind // 256:
                place, bit = divmod(kind % 256, 8)
                return place < len(bits) and bool(bits[place] & 0x80 >> bit)
        return False

    @property
    def is_cut(self) -> bool:
        """Whether the name is delegated: all else about it is for the child to say."""
        return self.has(_NS) and not self.has(_SOA)

    @property
    def speaks_for_below(self) -> bool:
        """Whether names below are this zone's own, and not redirected (RFC 6840, section 4.1)."""
        return not self.is_cut and not self.has(_DNAME)

    def lacks(self, kind: int, *, is_root: bool = False) -> bool:
        """Whether it proves that the name has no such records.

        Of a delegated name the parent can only tell that there is no DS, and of DS only the
        parent can tell (RFC 6840, section 4.4).
        """
        if self.has(kind) or self.has(_CNAME):
            return False
        if kind == _DS:
            return is_root or not self.has(_SOA)
        return not self.is_cut
