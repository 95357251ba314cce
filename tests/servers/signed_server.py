"""A resolver on loopback over signed zones, which gives signatures and proofs with its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset

from tests.servers.dns_acts import wire_of
from tests.servers.dns_server import DnsServer
from tests.servers.signing import (
    CNAME,
    DNAME,
    DS,
    SOA,
    TTL,
    Name,
    SignedZone,
    Zone,
    key_of,
    sign,
)

Change = Callable[[dns.message.Message], None]
MAX_STEPS = 16  # aliases that are followed


class World:
    """Zones that know their parents, and what a resolver finds in them."""

    def __init__(self, zones: Sequence[Zone]) -> None:
        names = {zone.name: dns.name.from_text(zone.name) for zone in zones}
        self.zones: dict[Name, SignedZone] = {}
        for zone in zones:
            children = [
                other
                for other in zones
                if other.name != zone.name and self._parent(names, other.name) == zone.name
            ]
            self.zones[names[zone.name]] = sign(zone, children)
        self.anchors = f". IN DNSKEY {key_of(self.zones[dns.name.root].plan)}"

    @staticmethod
    def _parent(names: dict[str, Name], child: str) -> str:
        above = [
            name for name, own in names.items() if name != child and names[child].is_subdomain(own)
        ]
        return max(above, key=lambda name: len(names[name]), default="")

    def zone_of(self, name: Name, kind: int) -> SignedZone:
        """Give the zone that answers for a name; for DS that of the parent."""
        if kind == DS and name != dns.name.root:
            name = name.parent()
        while name not in self.zones:
            name = name.parent()
        return self.zones[name]


@dataclass
class Reply:
    """What is found of one question."""

    rcode: int = dns.rcode.NOERROR
    answer: list[dns.rrset.RRset] = field(default_factory=list)
    authority: list[dns.rrset.RRset] = field(default_factory=list)


def find(world: World, name: Name, kind: int) -> Reply:
    """Find records along aliases, or the proof that there are none."""
    reply = Reply()
    for _ in range(MAX_STEPS):
        onward = _one(world.zone_of(name, kind), name, kind, reply)
        if onward is None:
            break
        name = onward
    return reply


def _one(zone: SignedZone, name: Name, kind: int, reply: Reply) -> Name | None:
    """Add what one zone says of a name; give the name that an alias leads to."""
    redirect = _redirected(zone, name, reply)
    if redirect is not None:
        return redirect
    for found in (kind, CNAME):
        if (name, found) in zone.sets:
            _say(zone, (name, found), name, reply.answer)
            return _target(zone, (name, found), kind)
    if name in zone.names:
        _deny(zone, reply, [name])
        return None
    return _by_wildcard(zone, name, kind, reply)


def _by_wildcard(zone: SignedZone, name: Name, kind: int, reply: Reply) -> Name | None:
    nearer = name
    while nearer.parent() not in zone.names:
        nearer = nearer.parent()
    encloser = nearer.parent()
    wildcard = dns.name.Name((b"*", *encloser.labels))
    if wildcard not in zone.names:
        reply.rcode = dns.rcode.NXDOMAIN
        _deny(zone, reply, [encloser, nearer, wildcard] if _hashes(zone) else [name, wildcard])
        return None
    for found in (kind, CNAME):
        if (wildcard, found) in zone.sets:
            _say(zone, (wildcard, found), name, reply.answer)
            _prove(zone, reply, [nearer])
            return _target(zone, (wildcard, found), kind)
    _deny(zone, reply, [encloser, nearer, wildcard] if _hashes(zone) else [name, wildcard])
    return None


def _redirected(zone: SignedZone, name: Name, reply: Reply) -> Name | None:
    for labels in range(len(name) - 1, len(zone.origin) - 1, -1):
        above = name.split(labels)[1]
        rule = zone.sets.get((above, DNAME))
        if rule is not None:
            _say(zone, (above, DNAME), above, reply.answer)
            target = name.relativize(above).derelativize(rule[0].target)
            reply.answer.append(dns.rrset.from_text(name, TTL, "IN", "CNAME", target.to_text()))
            return target
    return None


def _target(zone: SignedZone, key: tuple[Name, int], kind: int) -> Name | None:
    return zone.sets[key][0].target if key[1] == CNAME != kind else None


def _say(
    zone: SignedZone, key: tuple[Name, int], owner: Name, section: list[dns.rrset.RRset]
) -> None:
    """Add a set and its signatures under a name, which differs from their own for a wildcard."""
    for rrset in (zone.sets.get(key), zone.signatures.get(key)):
        if rrset is not None:
            copied = rrset.copy()
            copied.name = owner
            section.append(copied)


def _deny(zone: SignedZone, reply: Reply, names: Iterable[Name]) -> None:
    _say(zone, (zone.origin, SOA), zone.origin, reply.authority)
    _prove(zone, reply, names)


def _prove(zone: SignedZone, reply: Reply, names: Iterable[Name]) -> None:
    """Add the links that match or cover the names; of a cut without one, what opt-out gives."""
    links: dict[Name, None] = {}
    for name in names:
        place = zone.hashed(name) if _hashes(zone) else name
        if place not in zone.links and _hashes(zone) and name in zone.names:
            above = name.parent()
            while zone.hashed(above) not in zone.links and above != zone.origin:
                above = above.parent()
            links[_link_at(zone, zone.hashed(above))] = None
        if zone.links:
            links[_link_at(zone, place)] = None
    for owner in links:
        rrset = zone.links[owner]
        reply.authority.append(rrset)
        signed = zone.signatures.get((owner, int(rrset.rdtype)))
        if signed is not None:
            reply.authority.append(signed)


def _link_at(zone: SignedZone, place: Name) -> Name:
    if place in zone.links:
        return place
    owners = sorted(zone.links)
    for owner, after in pairwise(owners):
        if owner < place < after:
            return owner
    return owners[-1]


def _hashes(zone: SignedZone) -> bool:
    return zone.plan.iterations is not None


class SignedServer(DnsServer):
    """Answers out of a world; `change` may spoil what is sent, `validates` makes it say SERVFAIL.

    Names in `bogus` are SERVFAIL unless checking is disabled, as a validating resolver has it.
    """

    def __init__(
        self, world: World, *, change: Change | None = None, bogus: Iterable[str] = ()
    ) -> None:
        super().__init__({})
        self.world = world
        self.change = change
        self.bogus = {dns.name.from_text(name) for name in bogus}
        self.count: Counter[tuple[str, str]] = Counter()

    async def __aenter__(self) -> SignedServer:
        await super().__aenter__()
        return self

    def replies(self, wire: bytes, transport: str) -> tuple[float, list[bytes] | None]:
        """Find what is asked for."""
        query = dns.message.from_wire(wire)
        question = query.question[0]
        self.count[question.name.to_text(omit_final_dot=True), question.rdtype.name] += 1
        message = dns.message.make_response(query, recursion_available=True)
        if question.name in self.bogus and not query.flags & dns.flags.CD:
            message.set_rcode(dns.rcode.SERVFAIL)
            return 0, [wire_of(message)]
        found = find(self.world, question.name, int(question.rdtype))
        message.set_rcode(dns.rcode.Rcode.make(found.rcode))
        message.answer, message.authority = found.answer, found.authority
        if not query.ednsflags & dns.flags.DO:
            drop_signatures(message)
        if self.change is not None:
            self.change(message)
        return 0, [wire_of(message)]


def drop_signatures(message: dns.message.Message) -> None:
    """Leave out what old resolvers leave out."""
    extra = (dns.rdatatype.RRSIG, dns.rdatatype.NSEC, dns.rdatatype.NSEC3)
    message.answer = [one for one in message.answer if one.rdtype not in extra]
    message.authority = [one for one in message.authority if one.rdtype not in extra]
