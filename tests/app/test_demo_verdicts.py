"""Whole inspections of the demo network say of every domain what it is there to show, in JSON."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from mxgui.app.heard import HeardLog
from mxgui.app.services import Services
from mxgui.demo.domains import DOMAINS
from mxgui.demo.group import Group
from mxgui.model.entry import read_entry
from mxgui.report.contract import report_value
from mxgui.report.report import report_of
from tests.app.test_demo_findings import AT_ONCE, PLAN
from tests.demo_dns_words import DNS, DNSSEC
from tests.demo_words import DANE, STS, TLS, Host, Seen, Words

EXPECTED = {
    Group.TLS: TLS,
    Group.DANE: DANE,
    Group.STS: STS,
    Group.DNSSEC: DNSSEC,
    Group.DNS: DNS,
}
SLICE = 7


def few_at_a_time() -> list[tuple[Group, tuple[str, ...]]]:
    """The domains of each group, in parts of which each is done within a moment."""
    named = ((group, [one.name for one in DOMAINS if one.group is group]) for group in EXPECTED)
    return [
        (group, tuple(names[at : at + SLICE]))
        for group, names in named
        for at in range(0, len(names), SLICE)
    ]


async def inspected(names: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The JSON of these domains."""
    services = Services(heard=HeardLog(None))
    found: dict[str, dict[str, Any]] = {}
    few = asyncio.Semaphore(AT_ONCE)

    async def look(name: str) -> None:
        async with few:
            known = await services.inspect(read_entry(name), PLAN, lambda _event: None)
            found[name] = report_value(report_of(known))

    async with services.demo_network(), asyncio.TaskGroup() as tasks:
        for name in names:
            tasks.create_task(look(name))
    return found


def words_of(value: dict[str, Any], expected: Words) -> Words:
    """The words of the JSON; hosts and probes by the names that the expected ones have."""
    route, policies = value["route"], value["policies"]
    hosts = [host for tier in route["tiers"] for host in tier["hosts"]]
    return Words(
        value["verdict"],
        f"{route['kind']} {route['status']} {route['dnssec']}",
        {_key(host["name"], expected.hosts): _host(host) for host in hosts},
        {
            _key(probe["host"], expected.seen, probe["address"]): _seen(probe)
            for probe in value["probes"]
        },
        policies["mta_sts"]["verdict"],
        policies["mta_sts"]["mode"],
        policies["mta_sts"]["problem"],
        policies["tlsrpt"]["verdict"],
    )


def _key(name: str, wanted: Any, address: str = "") -> str:
    return next(iter({name, address} & set(wanted)), name.partition(".")[0])


def _host(host: dict[str, Any]) -> Host:
    tlsa = host["tlsa"]
    states = " ".join(sorted({own["dnssec"] for own in host["addresses"]}))
    return Host(f"{tlsa['status']} {tlsa['dnssec']}", states, host["dane"], host["sts"])


def _seen(probe: dict[str, Any]) -> Seen:
    tls, dane = probe["tls"], probe["dane"]
    matches = tls["name_matches"] if tls else {}
    names = {(True, True): "both", (False, True): "cn", (False, False): "none"}
    return Seen(
        probe["starttls"],
        names[matches["dns_id"], matches["cn"]] if tls else "",
        tls["trusted"] if tls else False,
        tuple(tls["problems"]) if tls else (),
        dane["verdict"],
        tuple(each["result"] for each in dane["records"]),
        probe["sts"],
    )


@pytest.mark.parametrize("group", EXPECTED)
def test_what_every_domain_of_a_group_shows_is_written_down(group):
    assert set(EXPECTED[group]) == {one.name for one in DOMAINS if one.group is group}


@pytest.mark.parametrize(
    ("group", "names"), few_at_a_time(), ids=[names[0] for _, names in few_at_a_time()]
)
async def test_every_domain_has_the_words_that_it_is_there_to_show(group, names):
    found, expected = await inspected(names), EXPECTED[group]
    differing = {
        name: (words, expected[name])
        for name, value in found.items()
        if (words := words_of(value, expected[name])) != expected[name]
    }
    assert not differing
    # What is lost to a class of senders, or to all, is not said to flow.
    for value in found.values():
        grave = [one["id"] for one in value["findings"] if one["severity"] == "critical"]
        assert not (grave and value["verdict"] == "flows"), (value["domain"]["ascii"], grave)
