"""A signed root, TLD and domain of a hostile owner, who may sign whatever he likes with his key."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import cast

import dns.dnssec
import dns.message
import dns.name
import dns.rdataclass
import dns.rdatatype
import dns.rrset
from dns.rdtypes.ANY.DNSKEY import DNSKEY

from tests.hostile.papers import public_key
from tests.hostile.stage import DOMAIN
from tests.servers.signed_server import SignedServer, World
from tests.servers.signing import TTL, Name, SignedZone, Zone, key_of, signature_of

PIN = sha256(public_key()).hexdigest()
LINES = f"""\
@ MX 10 mx
mx A 192.0.2.10
_25._tcp.mx TLSA 3 1 1 {PIN}
mta-sts A 192.0.2.80
"""
ORIGIN = dns.name.from_text(DOMAIN)
HOST = dns.name.from_text(f"mx.{DOMAIN}")
TLSA_OWNER = dns.name.from_text(f"_25._tcp.mx.{DOMAIN}")
Change = Callable[[dns.message.Message], None]


def world(lines: str = LINES, *more: Zone, **zone: object) -> World:
    """The world with that zone in it."""
    own = Zone(DOMAIN, lines, **zone)  # type: ignore[arg-type]
    return World((Zone("."), Zone("example"), own, *more))


def server(made: Callable[[], World] = world, change: Change | None = None):
    """A resolver over a world, that is made when it is set up; `change` spoils what it sends."""
    return lambda: SignedServer(made(), change=change)


def with_set(kind: str, records: Sequence[str], owner: Name = ORIGIN) -> Callable[[], World]:
    """The world in which the owner has signed such a set in place of his own."""

    def made() -> World:
        found = world()
        put(found.zones[ORIGIN], owner, dns.rrset.from_text_list(owner, TTL, "IN", kind, records))
        return found

    return made


def put(zone: SignedZone, owner: Name, rrset: dns.rrset.RRset) -> None:
    """Put a set into a zone, and sign it."""
    key = (owner, int(rrset.rdtype))
    zone.sets[key] = rrset
    zone.signatures[key] = signature_of(zone.plan, zone.origin, rrset)


def keys_alike(count: int) -> list[DNSKEY]:
    """Keys that all have the number of the zone's own key (CVE-2023-50387).

    The number is a sum of words: what is added to one of them is taken off another.
    """
    own = key_of(Zone(DOMAIN))
    words = struct.unpack("!32H", own.key)
    low, high = words.index(min(words)), words.index(max(words))
    found = []
    for more in range(1, count + 1):
        other = list(words)
        other[low] += more
        other[high] -= more
        found.append(cast("DNSKEY", own.replace(key=struct.pack("!32H", *other))))
    assert {dns.dnssec.key_id(key) for key in found} == {dns.dnssec.key_id(own)}
    return found


def with_keys(keys: Callable[[], Sequence[DNSKEY]], *, last: bool = False) -> Callable[[], World]:
    """The world in which the zone has these keys beside its own, which comes first or last."""

    def made() -> World:
        found = world()
        rrset = dns.rrset.RRset(ORIGIN, dns.rdataclass.IN, dns.rdatatype.DNSKEY)
        own = key_of(Zone(DOMAIN))
        for key in (*keys(), own) if last else (own, *keys()):
            rrset.add(key, TTL)
        put(found.zones[ORIGIN], ORIGIN, rrset)
        return found

    return made


def with_signatures(count: int, kind: str = "MX", **differs: object) -> Change:
    """So many signatures over a set that are none, before the right one."""

    def change(message: dns.message.Message) -> None:
        if message.question[0].rdtype != dns.rdatatype.from_text(kind):
            return
        for rrset in list(message.answer):
            if rrset.rdtype == dns.rdatatype.RRSIG:
                message.answer.remove(rrset)
                message.answer.append(_many(rrset, count, differs))

    return change


def _many(rrset: dns.rrset.RRset, count: int, differs: dict[str, object]) -> dns.rrset.RRset:
    own = rrset[0]
    made = dns.rrset.RRset(rrset.name, rrset.rdclass, rrset.rdtype)
    for number in range(count):
        wrong = number.to_bytes(4) + own.signature[4 : 64 if count < 200 else 8]  # 64 KiB hold them
        made.add(own.replace(**{"signature": wrong, **differs}), TTL)
    if not differs:
        made.add(own, TTL)
    return made


def signed_otherwise(kind: str, **differs: object) -> Change:
    """The one signature over a set is changed in these fields."""
    return with_signatures(1, kind, **differs)
