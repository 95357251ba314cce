"""Inspections in which name servers were asked directly, in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from mxgui.model.authority import ServerAnswer
from mxgui.model.event import Asked, Learned, ServerStep
from mxgui.model.inspection import Inspection, learn
from mxgui.model.records import Status, Transport
from tests.builders import a_server_answer, an_answer, an_inspection

NS1, NS2, SIX, TOP = "20.0.0.53", "20.0.1.53", "2a00::53", "20.0.9.9"
MX = "10 mx1.example.org"
SILENT: Mapping[str, Any] = {
    "status": Status.TIMEOUT,
    "rcode": None,
    "authoritative": None,
    "recursive": None,
    "ttl": None,
}
LAME: Mapping[str, Any] = {"authoritative": False}
REFUSED: Mapping[str, Any] = {
    "status": Status.REFUSED,
    "rcode": "REFUSED",
    "authoritative": False,
    "ttl": None,
}
RESOLVING: Mapping[str, Any] = {"authoritative": False, "recursive": True}
NAMED = an_answer("example.org", "NS", "ns1.example.org, ns2.example.org")
TWO = ("ns1.example.org", "ns2.example.org")


def a_server(
    address: str, server: str = "ns1.example.org", zone: str = "example.org", **facts: Any
) -> tuple[ServerAnswer, ...]:
    """All that one address says: its SOA over UDP and TCP, NS, MX of the domain's zone, and `more`.

    `mx` are the records, `serial` and `servers` the zone's; `tcp` are facts of what comes over TCP
    alone. Other facts are of every answer; one with a status has no records.
    """
    more, tcp = facts.pop("more", ()), facts.pop("tcp", {})
    mx, serial, servers = facts.pop("mx", MX), facts.pop("serial", 7), facts.pop("servers", TWO)
    failed = "status" in facts
    told: dict[str, Any] = {"server": server, "zone": zone, **facts}
    soa = {**told, "serial": None if failed else serial}
    own = [
        a_server_answer(f"{zone} SOA", address, **soa),
        a_server_answer(f"{zone} SOA", address, **{**soa, **tcp, "transport": Transport.TCP}),
        a_server_answer(f"{zone} NS", address, *(() if failed else servers), **told),
    ]
    if zone == "example.org":
        records = [] if failed else [part.strip() for part in mx.split(",") if part]
        own.append(a_server_answer(f"{zone} MX", address, *records, **told))
    return (*own, *(replace(one, address=address, server=server, zone=zone) for one in more))


def above(
    *servers: str, zone: str = "example.org", glue: Iterable[str] = (), address: str = TOP
) -> tuple[ServerAnswer, ...]:
    """What a server of the zone above says of a zone."""
    names = servers or TWO
    facts: dict[str, Any] = {"zone": "org", "server": "a.org", "glue": tuple(glue)}
    return (a_server_answer(f"{zone} NS", address, *names, **facts, authoritative=False),)


def asked(
    *answers: tuple[ServerAnswer, ...],
    known: Inspection | None = None,
    waiting: Iterable[ServerAnswer] = (),
) -> Inspection:
    """An inspection that has these answers too; while any is waited for, it runs."""
    still = tuple(waiting)
    base = an_inspection(answers=(NAMED,)) if known is None else known
    if still:
        base = replace(base, ended=None)
    for answer in (one for told in answers for one in told):
        base = learn(base, Learned(step_of(answer), answer))
    for answer in still:
        base = learn(base, Asked(step_of(answer), 1.0))
    return base


def step_of(answer: ServerAnswer) -> ServerStep:
    """The step under which an answer is kept."""
    return ServerStep(answer.zone, answer.server, answer.address, answer.question, answer.transport)
