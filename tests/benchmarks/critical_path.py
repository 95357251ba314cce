"""How much longer an inspection takes than its round trips, one after the other, must take.

Seven cannot be had side by side, as each begins with what the one before has brought: MX,
addresses, TCP, greeting, EHLO, STARTTLS, TLS 1.3. The figure is the moment at which the last probe
has shaken hands, over seven measured round trips. A whole inspection has two more, for EHLO under
TLS and for QUIT.

Everything is on, and nothing else may take longer than these: the keys and signatures from the root
down, of which every inspection begins without one; TLSA records, asked for beside the addresses;
the MTA-STS record, the addresses of its policy host, and TCP, TLS and one request there, which are
five; TLS reporting, SPF and CAA; the names of the addresses. Beside the probes each certificate is
checked, down from the system's authorities and one of our own, and compared with TLSA records and
policy. That every verdict is the best one is seen to.

Of one /24 ten addresses are probed at a time, for the sake of manners: 80 of them take eight waves,
of which each needs all round trips from TCP to QUIT, and so does the figure's measure. To ask the
name servers themselves is no part of all that: it is wished for, and each server is asked one
question after the other.
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
BEST = "greeted verified, DANE match, MTA-STS pass"
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
    yield _asking_servers(inspected(world, FOUR, "--authoritative"))
    yield from _crowded(inspected(world, EIGHTY))


def _size(domain: MailDomain) -> str:
    addresses, hosts = len(domain.addresses), len(domain.exchanges)
    return "1 address" if addresses == 1 else f"{addresses} addresses of {hosts} hosts"


def _asking_servers(seen: Mapping[str, Any]) -> Row:
    """One that asks name servers too: a server gets one question after the other."""
    took = median(run["whole"] for run in seen["runs"])
    trips = took / seen["round_trip"]
    name = f"inspect, {_size(FOUR)}, every name server asked as well"
    return Row(f"{name}: to the very end", f"{took * 1000:.0f} ms, {trips:.1f} round trips")


def _crowded(seen: Mapping[str, Any]) -> Iterator[Row]:
    """Many addresses in one /24, where ten connections at a time are the limit."""
    waves = math.ceil(seen["probes"] / CONNECTIONS_NEAR)
    polite = LOOKING_UP + (waves - 1) * (SHAKING_HANDS + LEAVING) + SHAKING_HANDS
    name = f"inspect, {seen['probes']} addresses of one /24: to the last handshake"
    yield _ratio(f"{name}, over the {polite} of {waves} polite waves", seen, polite, CLOSE)


def _ratio(what: str, seen: Mapping[str, Any], trips: int, bound: float) -> Row:
    part = "handshakes" if "handshake" in what else "whole"
    took = median(run[part] for run in seen["runs"])
    must = trips * seen["round_trip"]
    return at_most(what, took / must, bound, note=f"{took * 1000:.0f} of {must * 1000:.0f} ms")


def inspected(world: World, domain: MailDomain, *options: str) -> dict[str, Any]:
    """What the near end tells of a domain. Raises ValueError if a probe did not come to its end."""
    seen = world.seen_by("near_end", domain.name, "--runs", str(RUNS), *options)
    if seen["states"] != ["secure"]:
        raise ValueError(f"{domain.name}: validation says {seen['states']}")
    if seen["probes"] != len(domain.addresses) or seen["outcomes"] != [BEST]:
        raise ValueError(f"{domain.name}: {seen['probes']} probes, {seen['outcomes']}")
    return seen
