"""Hostile DNS, as a resolver passes it on, or as a hostile resolver makes it up."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from tests.hostile.peer import PLAN, Peer, Waits, Words, hasty
from tests.hostile.stage import DOMAIN, HOST, USUAL, Stage
from tests.servers.dns_acts import NXDOMAIN, REFUSED, SERVFAIL, SILENT, Act
from tests.servers.dns_server import DnsServer, Key, Says

SHORT = 0.6  # seconds for a question that is never answered
MX = (DOMAIN, "MX")
RESPONSE, TRUNCATED = 0x8180, 0x8380
TO_ITSELF = b"\xc0\x0c"  # a pointer to the place where it stands, behind the head
PLANTED = r"\<x-hostile\>\027[2J\000.hostile.example."


class Dripping(DnsServer):
    """Over UDP all is cut off, and over TCP it comes byte by byte."""

    def _stream(self, transport: str):
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._writers.add(writer)
            (length,) = struct.unpack("!H", await reader.readexactly(2))
            _, wires = self.replies(await reader.readexactly(length), transport)
            with suppress(asyncio.CancelledError):  # asyncio would print it
                for byte in b"".join(wires or ()):
                    writer.write(bytes([byte]))
                    await asyncio.sleep(0.05)

        return serve


def head(flags: int, *counts: int) -> bytes:
    """The head of a message behind its id."""
    return struct.pack("!HHHHH", flags, *counts)


def answer(count: int, *records: bytes) -> Act:
    """A reply that repeats the question for MX and goes on with these bytes."""
    asked = b"\7hostile\7example\0\0\x0f\0\1"
    return Act(wire=head(RESPONSE, 1, count, 0, 0) + asked + b"".join(records))


def peer(name: str, table: Mapping[Key, Says], finds: str = "", **wanted: object) -> Peer:
    """A domain whose DNS is as usual but for what is given."""
    return Peer(name, Stage(table), wanted, tuple(finds.split()))


def slow(
    name: str, table: Mapping[Key, Says], finds: str = "", questions: int = 1, **wanted: object
) -> Peer:
    """One where questions are never answered; the plan has little patience for them."""
    waits = Waits(questions=questions)
    return Peer(
        name, Stage(table), wanted, tuple(finds.split()), plan=hasty(dns=SHORT), waits=waits
    )


def levels(count: int, first: str = DOMAIN, kind: str = "MX") -> dict[Key, Says]:
    """So many aliases one behind the other, each in a reply of its own."""
    names = [first, *(f"level{number}.example" for number in range(count))]
    table: dict[Key, Says] = {}
    for name, target in pairwise(names):
        table[name, kind] = Act(only_alias=f"{target}.")
    return {
        **table,
        (names[-1], kind): ["10 mx.hostile.example."] if kind == "MX" else ["192.0.2.9"],
    }


NO_MX: Words = {"verdict": "unknown", "route": "unknown"}
LATE: Words = {**NO_MX, "mx": "timeout"}
BAD: Words = {**NO_MX, "mx": "bad_answer"}
GOOD: Words = {"verdict": "flows", "mx": "noerror", "outcome": "greeted"}
MANY = [f"10 m{number}.hostile.example." for number in range(40)]
FULL = [
    b"\xc0\x0c\0\x0f\0\1\0\0\1\x2c\0\x0a\0\x0a\5m%04d\xc0\x0c" % number for number in range(2_900)
]
FAILURES = (
    slow("a resolver that never answers for MX", {MX: SILENT}, "MX-TIMEOUT", **LATE),
    slow("MX replies to other queries, without end", {MX: Act(strangers=500, is_truncated=True)},
         "MX-BAD-ANSWER", **BAD),
    peer("MX fails at the resolver", {MX: SERVFAIL}, "MX-SERVFAIL", route="unknown", mx="servfail"),
    peer("MX is refused by the resolver", {MX: REFUSED}, "MX-REFUSED", **NO_MX, mx="refused"),
    slow("an answer to another question", {MX: Act(other_question=True)}, "MX-BAD-ANSWER", **BAD),
    slow("a reply of garbage behind the right id", {MX: Act(wire=bytes(range(255)))},
         "MX-BAD-ANSWER", **BAD),
    slow("a reply of the id alone", {MX: Act(wire=b"")}, "MX-BAD-ANSWER", **BAD),
    slow("truncated over UDP and over TCP", {MX: Act(wire=head(TRUNCATED, 0, 0, 0, 0))},
         "MX-TRUNCATED", **NO_MX),
    peer("truncated over UDP, and TCP closes", {MX: Act(["10 a."], is_truncated=True,
         closes_tcp=True)}, "MX-TRUNCATED", **NO_MX),
    Peer("truncated over UDP, and TCP drips",
         Stage(resolver=lambda: Dripping({**USUAL, MX: Act(MANY, is_truncated=True)})),
         NO_MX, ("MX-TRUNCATED",), plan=hasty(dns=SHORT), waits=Waits(questions=1)),
    peer("a name that points at itself", {MX: answer(1, TO_ITSELF * 2)}, "MX-BAD-ANSWER", **BAD),
    peer("an exchange that points at itself", {MX: answer(
         1, b"\xc0\x0c\0\x0f\0\1\0\0\0\1\0\4\0\1\xc0\x2f")}, "MX-BAD-ANSWER", **BAD),
    peer("65,535 records that are not there", {MX: answer(65_535, b"")}, "MX-BAD-ANSWER", **BAD),
    peer("a record longer than the message", {MX: answer(
         1, b"\xc0\x0c\0\x0f\0\1\0\0\0\1\xff\xff\0\1")}, "MX-BAD-ANSWER", **BAD),
    peer("an unknown code", {MX: Act(rcode="NOTZONE")}, "MX-BAD-ANSWER", **BAD),
)  # fmt: skip
ALIASES = (
    peer("an alias of itself", {(DOMAIN, "MX"): Act(only_alias="hostile.example.")},
         "MX-OWNER-LOOP", verdict="bounces", mx="loop"),
    peer("two aliases of each other",
         {MX: Act(only_alias="a.test."), ("a.test", "MX"): Act(only_alias="hostile.example.")},
         "MX-OWNER-LOOP", mx="loop"),
    peer("50 levels of aliases for the domain", levels(50), "MX-OWNER-LOOP", mx="loop"),
    peer("50 levels of aliases for the exchange", levels(50, HOST, "A"), "MX-TARGET-LOOP",
         mx="noerror", a="loop"),
    peer("aliases that never end where the domain has no records",
         {MX: Act(only_alias="gone.example.")}, mx="nxdomain"),
)  # fmt: skip
CONTENTS = (
    peer("2,900 MX records in 64 KiB",
         {MX: (Act(wire=head(TRUNCATED, 0, 0, 0, 0)), answer(2_900, *FULL))},
         mx="noerror", hosts=64),
    peer("one exchange with 1,000 addresses",
         {(HOST, "A"): Act([f"198.51.{n // 250}.{n % 250}" for n in range(1_000)],
                           is_truncated=True)}, mx="noerror", addresses=64),
    peer("MX records of every odd name", {MX: [
         "10 mx.hostile.example.", f"10 {PLANTED}", r"10 \255\254.hostile.example.",
         "20 localhost.", r"20 a\.b.hostile.example.", r"20 \032.hostile.example.",
         "30 192.0.2.10.", "40 ."]}, "MX-NULL-MIXED MX-LOCALHOST MX-IP-LITERAL",
         mx="noerror", hosts=8),
    peer("an exchange with the longest name", {MX: [f"10 {'.'.join(['x' * 61] * 4)}."]},
         mx="noerror", hosts=1),
    peer("an exchange of 127 labels", {MX: [f"10 {'.'.join(['a'] * 126)}."]}, mx="noerror"),
    peer("a TTL of 2^31", {MX: Act(["10 mx.hostile.example."], ttl=2**31 - 1)}, **GOOD),
    peer("extended errors of markup and escapes", {MX: Act(
         ["10 mx.hostile.example."], ede=[(0, "<x-hostile>\x1b[2J\u202e\0" * 9)] * 30)}, **GOOD),
    peer("a TXT record of 60 kB of markup", {("_smtp._tls.hostile.example", "TXT"): Act(
         [" ".join(['"v=TLSRPTv1;<x-hostile>\\027\\000"'] * 2_000)], is_truncated=True)}, **GOOD),
    peer("TXT of NULs and bytes that are no text", {("_mta-sts.hostile.example", "TXT"):
         [r'"v=STSv1; id=\000\255\027[2J<x-hostile>"']}, "STS-REC-ID", **GOOD,
         mta_sts="record_invalid"),
    peer("an address with a reverse name of markup",
         {("10.2.0.192.in-addr.arpa", "PTR"): [PLANTED] * 1}, **GOOD),
    peer("an address with 500 reverse names", {("10.2.0.192.in-addr.arpa", "PTR"): Act(
         [f"m{number}.example." for number in range(500)], is_truncated=True)}, **GOOD),
    peer("an address with a reverse name that loops",
         {("10.2.0.192.in-addr.arpa", "PTR"): Act(only_alias="10.2.0.192.in-addr.arpa.")}, **GOOD),
    slow("every question beside MX and the addresses is never answered", {
         ("_mta-sts.hostile.example", "TXT"): SILENT, ("_smtp._tls.hostile.example", "TXT"): SILENT,
         (DOMAIN, "TXT"): SILENT, (HOST, "CAA"): SILENT, ("_25._tcp.mx.hostile.example", "TLSA"):
         SILENT, ("10.2.0.192.in-addr.arpa", "PTR"): SILENT, (HOST, "AAAA"): SILENT},
         questions=3, mx="noerror", outcome="greeted", mta_sts="lookup_failed"),
    Peer("addresses that lead home", Stage({(HOST, "A"): ["127.0.0.1", "10.0.0.1", "169.254.1.1",
         "0.0.0.0", "255.255.255.255", "224.0.0.1"],
         (HOST, "AAAA"): ["::1", "::", "::ffff:127.0.0.1", "fe80::1", "ff02::1"]}),
         {"mx": "noerror", "addresses": 11, "outcome": "not_tried", "reason": "private_address"},
         ("ADDR-SPECIAL",), plan=replace(PLAN, allow_private=False)),
    peer("an exchange that is gone, below a domain that is gone",
         {MX: ["10 mx.gone.example."], ("mx.gone.example", "A"): NXDOMAIN}, "MX-TARGET-NXDOMAIN",
         mx="noerror", a="nxdomain"),
)  # fmt: skip
PEERS = (*FAILURES, *ALIASES, *CONTENTS)
