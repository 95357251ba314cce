"""How much longer an inspection takes than its round trips, one after the other, must take.

Seven cannot be had side by side: MX, addresses, TCP, greeting, EHLO, STARTTLS, TLS 1.3. The figure
is the moment at which the last probe has shaken hands, over seven measured round trips. A whole
inspection has two more, for EHLO under TLS and for QUIT. All is signed, and every inspection begins
without a key: the chain from the root down has to be had beside the rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from mxgui.net.limits import CONNECTIONS_NEAR
from tests.benchmarks.domains import EIGHTY, FOUR, ONE, TWENTY, TWENTY_HOSTS, MailDomain
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import World

LOOKING_UP = 2  # round trips: MX, then addresses
SHAKING_HANDS = 5  # round trips from TCP to TLS
LEAVING = 2  # EHLO under TLS, QUIT
CRITICAL = LOOKING_UP + SHAKING_HANDS
CLOSE = 1.25  # what the program itself may add, validation down from the root included
CROWDED = 3.0  # for 80 addresses in one network
RUNS = 7


def measure(world: World) -> Iterator[Row]:
    """Inspect domains of 1 to 80 addresses over the delay line."""
    for domain in (ONE, FOUR, TWENTY, TWENTY_HOSTS):
        seen = inspected(world, domain)
        name = f"inspect, {_size(domain)}"
        yield _ratio(f"{name}: to the last handshake, over 7 round trips", seen, CRITICAL, CLOSE)
        whole = CRITICAL + LEAVING
        yield _ratio(f"{name}: to the very end, over 9 round trips", seen, whole, CLOSE)
        held = f"{seen['resident']:.0f} MiB"
    yield Row(f"{name}: memory after the first one, without a window", held)
    yield from _crowded(inspected(world, EIGHTY))


def _size(domain: MailDomain) -> str:
    addresses, hosts = len(domain.addresses), len(domain.exchanges)
    return "1 address" if addresses == 1 else f"{addresses} addresses of {hosts} hosts"


def _crowded(seen: Mapping[str, Any]) -> Iterator[Row]:
    """Many addresses in one /24, where ten connections at a time are the limit."""
    waves = math.ceil(seen["probes"] / CONNECTIONS_NEAR)
    polite = LOOKING_UP + (waves - 1) * (SHAKING_HANDS + LEAVING) + SHAKING_HANDS
    name = f"inspect, {seen['probes']} addresses of one /24, to the last handshake"
    yield _ratio(f"{name}: over 7 round trips", seen, CRITICAL, CROWDED)
    yield _ratio(f"{name}: over the {polite} of {waves} polite waves", seen, polite, CLOSE)


def _ratio(what: str, seen: Mapping[str, Any], trips: int, bound: float) -> Row:
    part = "handshakes" if "handshake" in what else "whole"
    took = median(run[part] for run in seen["runs"])
    must = trips * seen["round_trip"]
    return at_most(what, took / must, bound, note=f"{took * 1000:.0f} of {must * 1000:.0f} ms")


def inspected(world: World, domain: MailDomain) -> dict[str, Any]:
    """What the near end tells of a domain. Raises ValueError if a probe did not come to its end."""
    seen = world.seen_by("near_end", domain.name, "--runs", str(RUNS))
    if seen["states"] != ["secure"]:
        raise ValueError(f"{domain.name}: validation says {seen['states']}")
    if seen["probes"] != len(domain.addresses) or seen["outcomes"] != ["greeted unverified"]:
        raise ValueError(f"{domain.name}: {seen['probes']} probes, {seen['outcomes']}")
    return seen
