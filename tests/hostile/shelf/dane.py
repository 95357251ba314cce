"""Odd TLSA records, rightly signed, at a host that means well."""

from __future__ import annotations

from tests.hostile.papers import authority, leaf
from tests.hostile.peer import Peer, Waits, Words, hasty
from tests.hostile.stage import Stage
from tests.hostile.world import LINES, PIN, TLSA_OWNER, server, signed_otherwise, with_set, world
from tests.servers.signed_server import SignedServer

SECURE: Words = {
    "verdict": "flows",
    "outcome": "greeted",
    "mx_dnssec": "secure",
    "tlsa_dnssec": "secure",
}
GOOD = f"3 1 1 {PIN}"
WRONG = [f"3 1 1 {number:064x}" for number in range(1, 400)]


def peer(name: str, records: list[str], finds: str = "", **wanted: object) -> Peer:
    """A host with these records in place of the usual one."""
    stage = Stage(resolver=server(with_set("TLSA", records, TLSA_OWNER)))
    return Peer(name, stage, {**SECURE, **wanted}, tuple(finds.split()))


class MuteForTlsa(SignedServer):
    """Says nothing when asked for TLSA records."""

    def replies(self, wire: bytes, transport: str) -> tuple[float, list[bytes] | None]:
        """Keep silent about some."""
        return (0, []) if b"\4_tcp" in wire else super().replies(wire, transport)


PEERS = (
    peer("200 TLSA records, the right one last", [*WRONG[:199], GOOD], "DANE-MATCH",
         dane="match", tlsa_records=200),
    peer("399 TLSA records, more than are kept, and none of those is right", WRONG, dane="unknown",
         tlsa_records=200),
    peer("TLSA of usages 0, 1 and 255", [f"0 1 1 {PIN}", f"1 1 1 {PIN}", f"255 1 1 {PIN}"],
         "DANE-UNUSABLE", dane="unusable"),
    peer("TLSA of selector and type 255", [f"3 255 1 {PIN}", f"3 1 255 {PIN}"], "DANE-UNUSABLE",
         dane="unusable"),
    peer("TLSA of wrong lengths", [f"3 1 1 {PIN[2:]}", f"3 1 1 {PIN}00", f"3 1 2 {PIN}"],
         "DANE-UNUSABLE", dane="unusable"),
    peer("TLSA of one byte", ["3 1 0 00", "3 0 0 30", "2 0 0 30"], "DANE-UNUSABLE",
         dane="unusable"),
    peer("a whole certificate of 60 kB that is none", [f"2 0 0 {'30' * 60_000}"],
         "DANE-UNUSABLE", dane="unusable"),
    peer("a whole key of 60 kB that is none, and the right one", [f"2 1 0 {'ff' * 59_000}", GOOD],
         dane="match"),
    peer("64 whole anchors, the right one last", [
         *[f"2 0 0 {authority().der.hex()[:-4]}{number:04x}" for number in range(63)],
         f"2 0 0 {authority().der.hex()}"], dane="match"),
    peer("the leaf itself as an anchor", [f"2 0 0 {leaf().der.hex()}"], "DANE-MISMATCH",
         dane="mismatch", verdict="degraded"),
    Peer("TLSA records that are an alias of themselves",
         Stage(resolver=server(lambda: world(LINES.replace(
             f"TLSA 3 1 1 {PIN}", "CNAME _25._tcp.mx")))),
         {"verdict": "flows", "tlsa_status": "loop", "dane": "lookup_failed"}, ("DANE-SERVFAIL",)),
    Peer("TLSA records with a signature by another zone",
         Stage(resolver=server(change=signed_otherwise("TLSA", labels=9))),
         {"verdict": "degraded", "tlsa_dnssec": "bogus", "dane": "lookup_failed"},
         ("DANE-SERVFAIL",)),
    Peer("TLSA records that are never answered for",
         Stage(resolver=lambda: MuteForTlsa(world())),
         {"verdict": "flows", "tlsa_status": "timeout", "dane": "lookup_failed"},
         ("DANE-SERVFAIL",), plan=hasty(dns=0.6), waits=Waits(questions=2)),
)  # fmt: skip
