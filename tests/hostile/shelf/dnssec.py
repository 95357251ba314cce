"""Hostile zones that are signed: too much to compute, too deep, and signatures that lie."""

from __future__ import annotations

from typing import cast

import dns.dnssec
import dns.message
import dns.name
import dns.rdatatype
import dns.rrset
from dns.dnssectypes import Algorithm
from dns.rdtypes.ANY.DNSKEY import DNSKEY

from tests.hostile.peer import Peer, Waits, Words, hasty
from tests.hostile.stage import DOMAIN, Stage
from tests.hostile.world import (
    HOST,
    LINES,
    ORIGIN,
    PIN,
    Change,
    keys_alike,
    put,
    server,
    signed_otherwise,
    with_keys,
    with_signatures,
    world,
)
from tests.servers.signed_server import SignedServer, World
from tests.servers.signing import TTL, Zone, key_of, signature_of

SECURE: Words = {
    "mx_dnssec": "secure",
    "a_dnssec": "secure",
    "tlsa_dnssec": "secure",
    "dane": "match",
}
GREETED: Words = {"verdict": "flows", "outcome": "greeted"}
FLOWS: Words = {**GREETED, "starttls": "verified"}
GOOD: Words = {**FLOWS, **SECURE}
BOGUS: Words = {"mx_dnssec": "bogus"}
LOST: Words = {"mx_dnssec": "indeterminate"}
EXAMPLE = dns.name.from_text("example")


def peer(name: str, resolver, finds: str = "", **wanted: object) -> Peer:
    """A domain behind that resolver."""
    return Peer(name, Stage(resolver=resolver), wanted, tuple(finds.split()))


def random_keys(count: int) -> list[DNSKEY]:
    """Keys of nobody."""
    own = key_of(Zone(DOMAIN))
    return [key_with(key=number.to_bytes(4) + own.key[4:]) for number in range(count)]


def key_with(**differs: object) -> DNSKEY:
    """The zone's key, with these fields in place of its own."""
    return cast("DNSKEY", key_of(Zone(DOMAIN)).replace(**differs))


def deep(levels: int):
    """The exchange lies so many signed zones below the domain."""

    def made() -> World:
        names = [".".join(["a"] * depth) + f".{DOMAIN}" for depth in range(1, levels + 1)]
        zones = [Zone(name) for name in names[:-1]]
        last = Zone(names[-1], f"mx A 192.0.2.10\n_25._tcp.mx TLSA 3 1 1 {PIN}\n")
        return world(f"@ MX 10 mx.{names[-1]}.\n", *zones, last)

    return server(made)


def with_ds(*written: str):
    """The TLD has these DS records of the domain, rightly signed."""

    def made() -> World:
        found = world()
        rrset = dns.rrset.from_text_list(ORIGIN, TTL, "IN", "DS", written)
        zone = found.zones[EXAMPLE]
        zone.sets[ORIGIN, int(rrset.rdtype)] = rrset
        zone.signatures[ORIGIN, int(rrset.rdtype)] = signature_of(zone.plan, zone.origin, rrset)
        return found

    return server(made)


def with_nsec(written: str):
    """The zone says this at its exchange, rightly signed."""

    def made() -> World:
        found = world()
        zone = found.zones[ORIGIN]
        rrset = dns.rrset.from_text(HOST, TTL, "IN", "NSEC", written)
        put(zone, HOST, rrset)
        zone.links[HOST] = zone.sets.pop((HOST, int(rrset.rdtype)))
        return found

    return server(made)


def ds_is_an_alias(message: dns.message.Message) -> None:
    """Asked for DS, the domain is an alias of itself."""
    asked = message.question[0]
    if asked.rdtype == dns.rdatatype.DS and asked.name == ORIGIN:
        message.authority = []
        message.answer = [dns.rrset.from_text(ORIGIN, TTL, "IN", "CNAME", f"{DOMAIN}.")]


def padded(kind: str, count: int) -> Change:
    """The denial of IPv6 addresses has so many records more, which lead nowhere."""

    def change(message: dns.message.Message) -> None:
        if message.question[0].rdtype == dns.rdatatype.AAAA and message.authority:
            for number in range(count):
                name = dns.name.from_text(f"{number:032}", ORIGIN)
                written = "1 0 65535 ab12 " + "0" * 32 + " A" if kind == "NSEC3" else "a. A"
                message.authority.insert(0, dns.rrset.from_text(name, TTL, "IN", kind, written))

    return change


class Mute(SignedServer):
    """Answers what senders ask, and never what a chain needs."""

    def replies(self, wire: bytes, transport: str) -> tuple[float, list[bytes] | None]:
        """Say nothing of DS and DNSKEY."""
        asked = dns.message.from_wire(wire).question[0]
        if asked.rdtype in (dns.rdatatype.DS, dns.rdatatype.DNSKEY) and len(asked.name) > self.upto:
            return 0, []
        return super().replies(wire, transport)

    upto = 0


class MuteBelow(Mute):
    """The same, but for the root and its TLDs."""

    upto = 2


def mute(name: str, kind: type[Mute], **wanted: object) -> Peer:
    """A domain whose chain is never answered for; each question is waited for in vain."""
    stage = Stage(resolver=lambda: kind(world()))
    waits = Waits(questions=6)
    return Peer(name, stage, wanted, plan=hasty(dns=0.5), waits=waits)


def big_key() -> list[DNSKEY]:
    """A key of RSA with 32,000 bits, and one whose exponent has 60,000."""
    rsa = Algorithm.make(8)
    return [
        key_with(algorithm=rsa, key=b"\3\1\0\1" + b"\xff" * 4_000),
        key_with(algorithm=rsa, key=b"\0\x1d\x4c" + b"\xff" * 11_500),
    ]


def ds_of(**differs: object) -> str:
    """The DS record of the zone's key, in other numbers."""
    made = dns.dnssec.make_ds(ORIGIN, key_of(Zone(DOMAIN)), "SHA256")
    return str(made.replace(**differs))


WORK = (
    peer("KeyTrap: 90 keys of one number, 90 signatures of it",
         server(with_keys(lambda: keys_alike(90)), with_signatures(90)), "SEC-BOGUS-MX", **BOGUS),
    peer("90 keys of one number, and the right signature of the last",
         server(with_keys(lambda: keys_alike(90), last=True)), **BOGUS),
    peer("90 keys of one number, and the right signature of the first",
         server(with_keys(lambda: keys_alike(90))), **GOOD),
    peer("700 keys of one zone", server(with_keys(lambda: random_keys(700))), **LOST),
    peer("101 keys of one zone", server(with_keys(lambda: random_keys(101))), **LOST),
    peer("1,000 signatures over one set, the right one last", server(
         change=with_signatures(1_000)), **LOST),
    peer("15 signatures over one set, the right one last", server(change=with_signatures(15)),
         "SEC-BOGUS-MX", **BOGUS),
    peer("keys of 32,000 bits", server(with_keys(big_key)), **GOOD),
    peer("NSEC3 with 65,535 iterations", server(lambda: world(iterations=65_535)), **GOOD),
    peer("NSEC3 with 150 iterations", server(lambda: world(iterations=150)), **GOOD),
    peer("400 NSEC3 records too many in a denial",
         server(lambda: world(iterations=1), padded("NSEC3", 400)),
         "SEC-BOGUS-ADDR", **FLOWS),
    peer("400 NSEC records too many in a denial", server(change=padded("NSEC", 400)),
         "SEC-BOGUS-ADDR", **FLOWS),
    peer("an exchange 40 signed zones down", deep(40), **GREETED, **SECURE),
    peer("an exchange 52 signed zones down", deep(52), **GREETED, mx_dnssec="secure",
         a_dnssec="indeterminate"),
    mute("a resolver that never gives the root's keys", Mute, **LOST),
    mute("a resolver that never gives the keys of the domain", MuteBelow, **LOST),
)  # fmt: skip
LIES = (
    peer("a signature by another zone", server(
         change=signed_otherwise("MX", signer=dns.name.from_text("evil.example"))),
         "SEC-BOGUS-MX", **BOGUS),
    peer("a signature by a zone above", server(change=signed_otherwise("MX", signer=EXAMPLE)),
         "SEC-BOGUS-MX", **BOGUS),
    peer("a signature over more labels than the name has",
         server(change=signed_otherwise("MX", labels=9)), "SEC-BOGUS-MX", **BOGUS),
    peer("a signature over no labels", server(change=signed_otherwise("MX", labels=0)),
         "SEC-BOGUS-MX", **BOGUS),
    peer("a signature of algorithm 0", server(
         change=signed_otherwise("MX", algorithm=Algorithm.make(0))), "SEC-BOGUS-MX", **BOGUS),
    peer("a signature of algorithm 255", server(
         change=signed_otherwise("MX", algorithm=Algorithm.make(255))), "SEC-BOGUS-MX", **BOGUS),
    peer("an empty signature", server(change=signed_otherwise("MX", signature=b"")),
         "SEC-BOGUS-MX", **BOGUS),
    peer("a signature of 40 kB", server(change=signed_otherwise("MX", signature=bytes(40_000))),
         "SEC-BOGUS-MX", **BOGUS),
    peer("a signature that ends before it begins", server(
         change=signed_otherwise("MX", inception=2**32 - 1, expiration=0)), "SEC-BOGUS-MX",
         **BOGUS),
    peer("an address with a signature by another zone", server(
         change=signed_otherwise("A", signer=EXAMPLE)), "SEC-BOGUS-ADDR", mx_dnssec="secure",
         a_dnssec="bogus"),
    peer("DS records of algorithms 0 and 255", with_ds(ds_of(algorithm=Algorithm.make(0)),
         ds_of(algorithm=Algorithm.make(255))), **FLOWS, mx_dnssec="insecure"),
    peer("DS of another key", with_ds(ds_of(key_tag=1)), "SEC-BOGUS-MX SEC-BOGUS-ADDR", **BOGUS),
    peer("a DS that is an alias of itself", server(change=ds_is_an_alias), **BOGUS),
    peer("32 DS records of keys that are not there",
         with_ds(*[ds_of(digest=bytes([n]) * 32) for n in range(32)], ds_of()), **BOGUS),
    peer("an NSEC record without any type", with_nsec(f"n.{DOMAIN}. "), **GOOD),
    peer("an NSEC record that leads to itself", with_nsec(f"mx.{DOMAIN}. A RRSIG NSEC"), **GOOD),
    peer("an NSEC record that denies what is there", with_nsec(f"n.{DOMAIN}. RRSIG NSEC"), **GOOD),
    peer("a name that a DNAME makes longer and longer", server(lambda: world(
         LINES.replace("10 mx", "10 a.loop") + f"loop DNAME a.loop.{DOMAIN}.\n")), "MX-TARGET-LOOP",
         mx_dnssec="secure", a="loop"),
)  # fmt: skip
PEERS = (*WORK, *LIES)
