"""Hostile name servers, asked directly (the authoritative pass)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import dns.message

from tests.hostile.peer import PLAN, Peer, Waits, Words
from tests.hostile.stage import DOMAIN, HOST, Stage
from tests.servers.dns_acts import Act
from tests.servers.dns_server import DnsServer, Key, Says

OURS, OTHER, TOP = "192.0.2.53", "198.51.100.53", "203.0.113.54"
NS = [f"ns.{DOMAIN}.", f"ns2.{DOMAIN}."]
NAMES: Mapping[Key, Says] = {
    (DOMAIN, "NS"): NS,
    (f"ns.{DOMAIN}", "A"): [OURS],
    (f"ns2.{DOMAIN}", "A"): [OTHER],
    ("example", "NS"): ["ns.top.example."],
    ("ns.top.example", "A"): [TOP],
}
SOA = f"ns.{DOMAIN}. hostmaster.{DOMAIN}. 7 7200 900 1209600 60"
PLANTED = r"\<x-hostile\>\027[2J\000"
GREETED: Words = {"verdict": "flows", "outcome": "greeted", "mx": "noerror"}


def own(**others: Says) -> dict[Key, Says]:
    """What the domain's servers hold, but for what is given by type."""
    table: dict[Key, Says] = {
        (DOMAIN, "SOA"): Act([SOA], aa=True, is_resolver=False),
        (DOMAIN, "NS"): Act(NS, aa=True, is_resolver=False),
        (DOMAIN, "MX"): Act(["10 mx.hostile.example."], aa=True, is_resolver=False),
        (HOST, "A"): Act(["192.0.2.10"], aa=True, is_resolver=False),
        (f"ns.{DOMAIN}", "A"): Act([OURS], aa=True, is_resolver=False),
        (f"ns2.{DOMAIN}", "A"): Act([OTHER], aa=True, is_resolver=False),
    }
    return {
        **table,
        **{(HOST if kind == "A" else DOMAIN, kind): says for kind, says in others.items()},
    }


class Always(DnsServer):
    """Does the same with every question."""

    def __init__(self, act: Act) -> None:
        super().__init__({})
        self._one = act

    def _act(self, key: Key) -> Act:
        return self._one


class Echo(DnsServer):
    """Sends every query back as it came."""

    def replies(self, wire: bytes, transport: str) -> tuple[float, list[bytes] | None]:
        """Send it back, once as a query and once with the bit of a reply."""
        dns.message.from_wire(wire)
        return 0, [wire, wire[:2] + bytes([wire[2] | 0x80]) + wire[3:]]


def peer(
    name: str,
    table: Mapping[Key, Says] | Callable[[], DnsServer],
    finds: str = "",
    direct: int = 0,
    names: Mapping[Key, Says] | None = None,
    **wanted: Any,
) -> Peer:
    """A domain with such a server beside an honest one; its TLD's says of both what it should."""
    made = table if callable(table) else lambda: DnsServer(table)
    top = {(DOMAIN, "NS"): Act(NS, is_resolver=False)}
    servers = {OURS: made, OTHER: lambda: DnsServer(own()), TOP: lambda: DnsServer(top)}
    stage = Stage({**NAMES, **(names or {})}, servers=servers)
    plan = replace(PLAN, authoritative=True)
    waits = Waits(direct=direct)
    return Peer(name, stage, {**GREETED, **wanted}, tuple(finds.split()), plan=plan, waits=waits)


def many(count: int) -> dict[Key, Says]:
    """So many servers of the domain, each with an address."""
    names = [f"ns{number}.{DOMAIN}" for number in range(count)]
    table: dict[Key, Says] = {(name, "A"): [OURS] for name in names}
    return {**table, (DOMAIN, "NS"): Act([f"{name}." for name in names], is_truncated=True)}


LIE = Act(["10 evil.example."], aa=True, is_resolver=False)
REFERRAL = [f"{DOMAIN}. 300 IN NS ns.{DOMAIN}."]
UP = [". 300 IN NS a.root-servers.net."]
AT_HOME = peer("name servers that are home", own(), names={(f"ns.{DOMAIN}", "A"): [
    "127.0.0.1", "10.0.0.1", "10.0.0.2"]}, skipped=["private_address"])  # fmt: skip
AT_HOME = replace(AT_HOME, plan=replace(AT_HOME.plan, allow_private=False))
PEERS = (
    peer("a name server that means well", own()),
    peer("a name server that lies", own(MX=LIE), "NS-MX-INCONSISTENT"),
    peer("a name server that says different things each time", own(MX=(LIE, Act(
         ["10 mx.hostile.example."], aa=True), LIE))),
    peer("a name server that refers to itself", lambda: Always(Act(
         authority=REFERRAL, has_soa=False, is_resolver=False))),
    peer("a name server that refers to the root", lambda: Always(Act(
         authority=UP, has_soa=False, is_resolver=False))),
    peer("a name server that resolves for all the world", own(MX=Act(["10 mx.hostile.example."]))),
    peer("a name server that fails", lambda: Always(Act(rcode="SERVFAIL"))),
    peer("a name server that refuses", lambda: Always(Act(rcode="REFUSED"))),
    peer("a name server that says nothing", lambda: Always(Act(is_silent=True)), direct=14),
    peer("a name server that answers other queries", lambda: Always(Act(strangers=50))),
    peer("a name server that answers other questions", lambda: Always(Act(other_question=True)),
         direct=14),
    peer("a name server that cuts all off, and closes TCP", lambda: Always(Act(
         is_truncated=True, closes_tcp=True))),
    peer("a name server that speaks garbage", lambda: Always(Act(wire=bytes(range(255)))),
         direct=14),
    peer("a name server that sends queries back", lambda: Echo({})),
    peer("a name server that answers each query 500 times", lambda: Always(Act(copies=500))),
    peer("an SOA record of markup", own(SOA=Act(
         [f"{PLANTED}.example. {PLANTED}.example. 4294967295 1 1 1 1"], aa=True))),
    peer("2,000 MX records from the server alone", own(MX=Act(
         [f"10 m{number}.example." for number in range(2_000)], aa=True, is_truncated=True)),
         "NS-MX-INCONSISTENT"),
    peer("500 names of name servers", own(), names=many(500)),
    AT_HOME,
    peer("a name server without an address", own(), names={(f"ns.{DOMAIN}", "A"): Act()}),
    peer("name servers that are aliases of each other", own(), names={
         (f"ns.{DOMAIN}", "A"): Act(only_alias="b.example."),
         ("b.example", "A"): Act(only_alias=f"ns.{DOMAIN}.")}),
)  # fmt: skip
