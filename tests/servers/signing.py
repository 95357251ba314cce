"""Zones signed in memory, rightly or wrongly, with NSEC or with NSEC3."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import cast

import dns.dnssec
import dns.name
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rdtypes.ANY.RRSIG
import dns.rrset
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from dns.dnssectypes import Algorithm
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from dns.rdtypes.ANY.NSEC import Bitmap
from dns.rdtypes.ANY.NSEC3 import NSEC3

from mxgui.app.clock import SystemClock

Name = dns.name.Name
Key = tuple[Name, int]
NOW = SystemClock().now().replace(microsecond=0)
WEEK = timedelta(days=7)
VALID = (NOW - WEEK, NOW + WEEK)
EXPIRED = (NOW - 9 * WEEK, NOW - 3 * WEEK)
FUTURE = (NOW + 3 * WEEK, NOW + 9 * WEEK)
TTL = 3600
SALT = bytes.fromhex("ab12")
UNKNOWN_ALGORITHM = 200
PrivateKey = (
    rsa.RSAPrivateKey
    | ec.EllipticCurvePrivateKey
    | ed25519.Ed25519PrivateKey
    | ed448.Ed448PrivateKey
)
NS, DS, SOA, CNAME, DNAME, RRSIG = (
    int(dns.rdatatype.from_text(kind)) for kind in ("NS", "DS", "SOA", "CNAME", "DNAME", "RRSIG")
)


@dataclass(frozen=True, eq=False)
class Zone:
    """A zone as it is to be: lines of a master file, and how it is signed.

    `delegates` says what stands in the parent: words out of `right`, `wrong`, `unknown` (digest),
    `sha1`, `sha384` for a DS each, or `none`. `times` are of all signatures but those that
    `special_times` names.
    """

    name: str
    lines: str = ""
    is_signed: bool = True
    delegates: str = "right"
    iterations: int | None = None  # of NSEC3; NSEC without
    opt_out: bool = False
    times: tuple[datetime, datetime] = VALID
    special_times: Mapping[tuple[str, str], tuple[datetime, datetime]] = field(default_factory=dict)
    tampered: Sequence[tuple[str, str, str]] = ()  # records that take the place of signed ones
    unsigned: Sequence[tuple[str, str]] = ()  # sets that lost their signature
    lacks_denial: bool = False
    algorithm: int = 13
    keys: int = 1
    splits: bool = False  # one key for the keys, one for all else


@dataclass
class SignedZone:
    """The sets of a zone and their signatures; `links` are its NSEC or NSEC3 sets in order."""

    plan: Zone
    origin: Name
    sets: dict[Key, dns.rrset.RRset]
    signatures: dict[Key, dns.rrset.RRset]
    links: dict[Name, dns.rrset.RRset] = field(default_factory=dict)
    names: set[Name] = field(default_factory=set)  # with empty non-terminals
    cuts: set[Name] = field(default_factory=set)

    def hashed(self, name: Name) -> Name:
        """Give the name of the NSEC3 set of a name."""
        return hashed(name, self.plan.iterations or 0, self.origin)


@cache
def private_key(name: str, algorithm: int) -> PrivateKey:
    """Give a key of that name; in one process the same name gives the same."""
    match algorithm:
        case 5 | 7 | 8 | 10:
            return rsa.generate_private_key(65_537, 2048)
        case 14:
            return ec.generate_private_key(ec.SECP384R1())
        case 15:
            return ed25519.Ed25519PrivateKey.generate()
        case 16:
            return ed448.Ed448PrivateKey.generate()
        case _:  # the same in every process, so that another can know the anchor
            digest = hashlib.sha256(name.encode()).digest()
            return ec.derive_private_key(int.from_bytes(digest[:16], "big") + 1, ec.SECP256R1())


def key_of(zone: Zone, number: int = 0) -> DNSKEY:
    """Give a key of a zone as its record; the first one signs, with two the first signs keys."""
    known = 13 if zone.algorithm == UNKNOWN_ALGORITHM else zone.algorithm
    public = private_key(f"{zone.name} {number}", zone.algorithm).public_key()
    flags = 256 if zone.splits and number == 1 else 257
    made = dns.dnssec.make_dnskey(public, known, flags=flags)
    return cast("DNSKEY", made.replace(algorithm=Algorithm.make(zone.algorithm)))


def sign(zone: Zone, children: Sequence[Zone] = ()) -> SignedZone:
    """Make the zone, with what it says of its children."""
    origin = dns.name.from_text(zone.name)
    made = SignedZone(zone, origin, {}, {})
    for line in [*_frame(zone), *zone.lines.strip().splitlines()]:
        if line.strip():
            _add(made.sets, origin, line)
    for child in children:
        _delegate(made.sets, child)
    made.cuts = {name for name, kind in made.sets if kind == NS and name != origin}
    made.names = _names_of(made)
    if zone.is_signed:
        _link(made)
        _sign_all(made)
    for owner, kind, record in zone.tampered:
        key = _key(origin, owner, kind)
        made.sets[key] = _rrset(key, [record])
    for owner, kind in zone.unsigned:
        made.signatures.pop(_key(origin, owner, kind), None)
    return made


def master_file(zone: SignedZone) -> str:
    """Give a signed zone as a server reads it."""
    every = [*zone.sets.values(), *zone.links.values(), *zone.signatures.values()]
    return "\n".join(rrset.to_text() for rrset in every) + "\n"


@cache
def hashed(name: Name, iterations: int, origin: Name) -> Name:
    """Give the owner name of an NSEC3 record (RFC 5155, section 5)."""
    digest = hashlib.sha1(name.to_digestable() + SALT).digest()
    for _ in range(iterations):
        digest = hashlib.sha1(digest + SALT).digest()
    return dns.name.Name((base64.b32hexencode(digest).lower(), *origin.labels))


def _frame(zone: Zone) -> Iterator[str]:
    yield "@ SOA ns.example. hostmaster.example. 1 3600 600 864000 300"
    yield "@ NS ns.example."
    if zone.is_signed:
        for number in range(2 if zone.splits else zone.keys):
            yield f"@ DNSKEY {key_of(zone, number)}"


def _key(origin: Name, owner: str, kind: str) -> Key:
    return dns.name.from_text(owner, origin), int(dns.rdatatype.from_text(kind))


def _add(sets: dict[Key, dns.rrset.RRset], origin: Name, line: str) -> None:
    owner, kind, record = line.split(None, 2)
    key = _key(origin, owner, kind)
    rdata = dns.rdata.from_text("IN", kind, record, origin=origin, relativize=False)
    sets.setdefault(key, _rrset(key, [])).add(rdata, TTL)


def _rrset(key: Key, records: Sequence[str]) -> dns.rrset.RRset:
    made = dns.rrset.RRset(key[0], dns.rdataclass.IN, dns.rdatatype.RdataType.make(key[1]))
    for record in records:
        made.add(dns.rdata.from_text("IN", made.rdtype, record), TTL)
    return made


def _delegate(sets: dict[Key, dns.rrset.RRset], child: Zone) -> None:
    name = dns.name.from_text(child.name)
    sets[name, NS] = _rrset((name, NS), ["ns.example."])
    if child.delegates == "none" or not child.is_signed:
        return
    found = [_ds(name, child, word) for word in child.delegates.split()]
    sets[name, DS] = _rrset((name, DS), found)


def _ds(name: Name, child: Zone, word: str) -> str:
    digest = {"sha1": "SHA1", "sha384": "SHA384"}.get(word, "SHA256")
    key = key_of(child, 7 if word == "wrong" else 0)
    made = dns.dnssec.make_ds(name, key, digest, policy=dns.dnssec.allow_all_policy)
    words = str(made).split()
    if word == "unknown":
        words[2] = "100"
    return " ".join(words)


def _names_of(zone: SignedZone) -> set[Name]:
    """Give all names of the zone itself: with those between, and without what lies below a cut."""
    found: set[Name] = set()
    for name, _ in zone.sets:
        if any(name != cut and name.is_subdomain(cut) for cut in zone.cuts):
            continue
        while name != zone.origin:
            found.add(name)
            name = name.parent()
    return found | {zone.origin}


def types_at(zone: SignedZone, name: Name) -> set[int]:
    """Give the types that a name has in its zone."""
    return {kind for owner, kind in zone.sets if owner == name}


def _bits(zone: SignedZone, name: Name, *more: int) -> list[tuple[int, bytes]]:
    kinds = types_at(zone, name)
    signed = kinds - ({NS} if name in zone.cuts else set())
    extra = {RRSIG} if signed or more else set()
    types = sorted(kinds | extra | set(more))
    return list(Bitmap.from_rdtypes([dns.rdatatype.RdataType.make(one) for one in types]).windows)


def _link(zone: SignedZone) -> None:
    if zone.plan.lacks_denial:
        return
    if zone.plan.iterations is None:
        names = sorted(name for name in zone.names if types_at(zone, name))
        for name, after in zip(names, [*names[1:], names[0]], strict=True):
            kind = dns.rdatatype.NSEC
            bits = Bitmap(_bits(zone, name, kind)).to_text()
            zone.links[name] = _rrset((name, int(kind)), [f"{after}{bits}"])
        return
    flags = 1 if zone.plan.opt_out else 0
    iterations, salt = zone.plan.iterations, SALT.hex()
    key = (zone.origin, int(dns.rdatatype.NSEC3PARAM))
    zone.sets[key] = _rrset(key, [f"1 0 {iterations} {salt}"])
    owners = sorted((zone.hashed(name), name) for name in zone.names if _is_linked(zone, name))
    for place, (owner, name) in enumerate(owners):
        after = owners[(place + 1) % len(owners)][0]
        following = base64.b32hexdecode(after.labels[0].upper())
        rdata = NSEC3(
            dns.rdataclass.IN, dns.rdatatype.NSEC3, 1, flags, iterations, SALT, following,
            _bits(zone, name),
        )  # fmt: skip
        made = dns.rrset.RRset(owner, dns.rdataclass.IN, dns.rdatatype.NSEC3)
        made.add(rdata, TTL)
        zone.links[owner] = made


def _is_linked(zone: SignedZone, name: Name) -> bool:
    return not (zone.plan.opt_out and name in zone.cuts and DS not in types_at(zone, name))


def _sign_all(zone: SignedZone) -> None:
    for (name, kind), rrset in [
        *zone.sets.items(),
        *(((owner, int(one.rdtype)), one) for owner, one in zone.links.items()),
    ]:
        is_parents = name not in zone.cuts or kind in (DS, int(dns.rdatatype.NSEC))
        below = any(name != cut and name.is_subdomain(cut) for cut in zone.cuts)
        if is_parents and not below:
            zone.signatures[name, kind] = signature_of(zone.plan, zone.origin, rrset)


def signature_of(
    zone: Zone, origin: Name, rrset: dns.rrset.RRset, number: int = 0
) -> dns.rrset.RRset:
    """Sign one set with a key of the zone."""
    owner, kind = rrset.name.relativize(origin).to_text(), rrset.rdtype.name
    begins, ends = zone.special_times.get((owner, kind), zone.times)
    if zone.splits and rrset.rdtype != dns.rdatatype.DNSKEY:
        number = 1
    key, record = private_key(f"{zone.name} {number}", zone.algorithm), key_of(zone, number)
    is_known = zone.algorithm != UNKNOWN_ALGORITHM
    if not is_known:
        record = dns.dnssec.make_dnskey(key.public_key(), 13, flags=257)
    made = dns.dnssec.sign(rrset, key, origin, record, inception=begins, expiration=ends)
    if not is_known:
        tag = dns.dnssec.key_id(key_of(zone, number))
        changed = made.replace(algorithm=Algorithm.make(zone.algorithm), key_tag=tag)
        made = cast("dns.rdtypes.ANY.RRSIG.RRSIG", changed)
    signed = dns.rrset.RRset(rrset.name, dns.rdataclass.IN, dns.rdatatype.RRSIG)
    signed.add(made, TTL)
    return signed
