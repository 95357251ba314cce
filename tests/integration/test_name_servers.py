"""Real name servers at odds: what is found of them, and dig's word on every single answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from tests.integration import server_zones as zones
from tests.integration.inspecting import Inspected
from tests.integration.server_lab import ServerLab, server_laboratory

AT_ONCE = 4  # inspections, or questions to servers some of which do not answer
NS = re.compile(r"^NS-|^MX-TTL")
FOUND = {
    "good.example": {},
    "serials.example": {"NS-MX-INCONSISTENT": "warning"},
    "split.example": {"NS-MX-INCONSISTENT": "error"},
    "refusing.example": {"NS-MX-RCODE": "warning"},
    "mute.example": {"NS-MX-NORESP": "warning"},
    "without-tcp.example": {"NS-MX-NORESP": "warning"},
    "glue.example": {"NS-GLUE": "warning"},
    "disagree.example": {"NS-DELEGATION": "warning"},
    "six.example": {},
    "one.example": {"NS-DELEGATION": "warning"},
    "elsewhere.example": {"NS-MXZONE": "warning"},
}
STATUS = re.compile(r"status: (\w+)")
FLAGS = re.compile(r"flags: ([\w ]*);")
RECORD = re.compile(r"^(?P<name>\S+)\s+\d+\s+IN\s+(?P<type>\S+)\s+(?P<data>.+)$", re.M)


@pytest.fixture(scope="module")
def servers() -> Iterator[ServerLab]:
    with server_laboratory() as running:
        yield running


@pytest.fixture(scope="module")
def inspected(servers) -> dict[str, Inspected]:
    """What is said of each domain, all inspected once; a server that is mute costs a while."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(FOUND, pool.map(servers.inspect, FOUND), strict=True))


@dataclass(frozen=True, slots=True)
class Said:
    """What dig makes of one answer."""

    rcode: str | None
    authoritative: bool | None
    records: tuple[str, ...]
    serial: int | None


def dig(lab: ServerLab, own: dict[str, Any]) -> Said:
    """Ask the same server the same thing with dig."""
    name, kind = own["question"].split()
    options = ["+norecurse", "+tries=2", "+time=2", "+nocookie", "+noidnout"]
    if own["transport"] == "tcp":
        options.append("+tcp")
    done = lab.run(["dig", f"@{own['address']}", name, kind, *options])
    status, flags = STATUS.search(done.stdout), FLAGS.search(done.stdout)
    if status is None or flags is None:
        return Said(None, None, (), None)
    found = [one for one in RECORD.finditer(done.stdout) if one["type"] == kind]
    own_name = f"{name}." if name != "." else "."
    records = [plain(kind, one["data"]) for one in found if one["name"] == own_name]
    serial = int(found[0]["data"].split()[2]) if kind == "SOA" and found else None
    return Said(status[1], "aa" in flags[1].split(), tuple(sorted(records)), serial)


def plain(kind: str, data: str) -> str:
    """Records as we write them: without trailing dots; of an SOA the names and the serial."""
    words = [word.removesuffix(".") or "." for word in data.split()]
    return " ".join(words[:3]) if kind == "SOA" else " ".join(words)


@pytest.mark.parametrize("domain", FOUND)
def test_every_kind_of_trouble_is_found_and_nothing_else(inspected, domain):
    seen = inspected[domain]
    told = {name: level for name, level in seen.findings.items() if NS.match(name)}
    assert told == FOUND[domain]
    inside = [each["text"] for each in seen.json["findings"] if each["id"] == "META-INSIDE"]
    assert all("in the network of" in words for words in inside)  # the resolver says the same


@pytest.mark.parametrize("domain", FOUND)
def test_dig_says_the_same_of_every_answer(servers, inspected, domain):
    told = [own for own in inspected[domain].json["authorities"] if own["skipped"] is None]
    mine = [
        Said(own["rcode"], own["authoritative"], tuple(own["answer"]), own["serial"])
        for own in told
    ]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        digs = pool.map(partial(dig, servers), told)
        apart = [
            (own["address"], own["question"], own["transport"], ours, theirs)
            for own, ours, theirs in zip(told, mine, digs, strict=True)
            if ours != theirs
        ]
    assert not apart


def test_a_line_that_dns_does_not_leave_is_told_once(servers):
    seen = servers.inspect("good.example", blocked=True)
    told = {name: level for name, level in seen.findings.items() if NS.match(name)}
    assert told == {"NS-MX-NORESP": "inconclusive"}
    (finding,) = [each for each in seen.json["findings"] if each["id"] == "NS-MX-NORESP"]
    assert "blocked outwards" in finding["text"]


def test_without_the_option_nobody_is_asked(servers):
    value = servers.inspect("good.example", wanted=False).json
    assert value["authorities"] is None


def test_a_server_with_ipv6_alone_is_asked_over_ipv6(inspected):
    own = inspected["six.example"].json["authorities"]
    (address,) = {each["address"] for each in own if each["server"] == "ns2.six.example"}
    assert address == zones.SECOND_6
    assert {each["serial"] for each in own if each["question"] == "six.example SOA"} == {2}


def test_every_case_is_one_of_those_above():
    assert {case.name for case in zones.CASES} < set(FOUND)
