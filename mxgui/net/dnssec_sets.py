"""A reply as validation needs it: sets of records, each with the signatures over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import dns.name
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset
from dns.rdtypes.ANY.RRSIG import RRSIG

from mxgui.net.queries import MAX_READ, Message

MAX_SIGNATURES = 16  # over one set that are looked at; two algorithms in a rollover make four

Key = tuple[dns.name.Name, int]


@dataclass(frozen=True, slots=True)
class RRset:
    """Records of one owner and type, each once, and the signatures that claim to be over them."""

    owner: dns.name.Name
    kind: int
    records: tuple[dns.rdata.Rdata, ...]
    signatures: tuple[RRSIG, ...]
    ttl: int  # seconds, the least of its records

    @property
    def type(self) -> str:
        """The type by its name."""
        return dns.rdatatype.to_text(dns.rdatatype.RdataType.make(self.kind))


class Sets:
    """The sets of one reply, by section; other classes than IN are passed over."""

    def __init__(self, message: Message) -> None:
        """Sort the records of a message that was read record by record."""
        self.is_nxdomain = message.rcode() == dns.rcode.NXDOMAIN
        self._answer = _sorted(message.answer)
        self._authority = _sorted(message.authority)
        number = len(message.answer) + len(message.authority) + len(message.additional)
        self.is_cut = number >= MAX_READ  # more may have come than was read

    @property
    def ttl(self) -> int:
        """The least time to live in seconds; 0 of an empty reply."""
        every = (*self._answer.values(), *self._authority.values())
        return min((one.ttl for one in every), default=0)

    def answer(self, owner: dns.name.Name, kind: int) -> RRset | None:
        """Give the set of that owner and type in the answer."""
        return self._answer.get((owner, kind))

    def answers(self, kind: int) -> list[RRset]:
        """Give all sets of that type in the answer."""
        return [one for (_, found), one in self._answer.items() if found == kind]

    def authority(self, *kinds: int) -> list[RRset]:
        """Give all sets of those types in the authority section."""
        return [one for (_, found), one in self._authority.items() if found in kinds]


def _sorted(rrsets: Iterable[dns.rrset.RRset]) -> dict[Key, RRset]:
    records: dict[Key, list[dns.rdata.Rdata]] = {}
    ttls: dict[Key, int] = {}
    signatures: dict[Key, list[RRSIG]] = {}
    for rrset in rrsets:
        if rrset.rdclass != dns.rdataclass.IN:
            continue
        for rdata in rrset:
            if isinstance(rdata, RRSIG):
                signatures.setdefault((rrset.name, int(rdata.type_covered)), []).append(rdata)
                continue
            key = (rrset.name, int(rrset.rdtype))
            records.setdefault(key, []).append(rdata)
            ttls[key] = min(rrset.ttl, ttls.get(key, rrset.ttl))
    return {
        key: RRset(*key, _each_once(found), _some(signatures.get(key)), ttls[key])
        for key, found in records.items()
    }


def _each_once(found: list[dns.rdata.Rdata]) -> tuple[dns.rdata.Rdata, ...]:
    """Leave out what is there twice; to compare records costs more than to read them."""
    return tuple(found) if len(found) == 1 else tuple(dict.fromkeys(found))


def _some(found: list[RRSIG] | None) -> tuple[RRSIG, ...]:
    return tuple(found[:MAX_SIGNATURES]) if found else ()
