"""What exact shares cost: for every kind of sender, with 3, 20 and 100 addresses in a tier.

Each time all is computed anew: what the sender makes of the records, one run, and all chances.
It is the time of the processor, as nothing is waited for. Where not every run could be followed,
the line says so.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from itertools import count
from statistics import median
from time import process_time

from mxgui.model.inspection import Inspection
from mxgui.routing.route import route_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.chances import Chances, Method, chances_of
from mxgui.routing.sending.enumeration import run_of
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import situation_of
from mxgui.routing.sending.walk import walk
from tests.benchmarks.table import Row, at_most
from tests.builders import an_inspection

BOUND = 50.0  # ms
TIMES = 5
_NUMBERS = count()
SIZES = (3, 20, 100)
FAILURES = (
    Behaviour.REFUSED,
    Behaviour.SILENT,
    Behaviour.DEFERS,
    Behaviour.REJECTS,
    Behaviour.MUTE,
    Behaviour.TLS_BROKEN,
    Behaviour.TAKES,
)
STATES = ("all up", "half silent", "all silent", "all kinds of failures")


def measure() -> Iterator[Row]:
    """Compute shares of IPv4 hosts and of dual-stack hosts, up, down and in between."""
    for size in SIZES:
        for sender in SENDERS:
            yield _slowest(sender, size)


def _slowest(sender: Sender, size: int) -> Row:
    """The slowest of all states of the route, each as the median of some runs."""
    worst, at, sampled = 0.0, "", ""
    for dual in (False, True):
        for state in STATES:
            took, chances = _timed(size, sender, state, dual=dual)
            if took > worst:
                worst, at = took, f"{'dual-stack' if dual else 'IPv4'}, {state}"
            if chances.method is Method.SAMPLED:
                sampled = f"; sampled, error at most {100 * chances.error:.2g} %"
    name = f"shares, {size} addresses, {sender.title}"
    return at_most(name, worst, BOUND, " ms", f"{at}{sampled}")


def _timed(size: int, sender: Sender, state: str, *, dual: bool) -> tuple[float, Chances]:
    times = []
    for _ in range(TIMES):
        known, addresses = route(size, dual=dual)
        what_if = supposed(state, addresses)
        route_of(known)  # which every window has computed by then
        gc.collect()
        began = process_time()
        situation = situation_of(known, sender, what_if)
        walk(run_of(situation, sender, 0), sender)
        chances = chances_of(situation, sender)
        times.append((process_time() - began) * 1000)
    return median(times), chances


def route(size: int, *, dual: bool) -> tuple[Inspection, Sequence[str]]:
    """A tier of so many addresses, two of each host or one, before a backup; and the addresses.

    Each has a domain of its own, of which nothing is computed yet.
    """
    each = (
        [(f"2001:db8::{at + 1:x}", f"192.0.2.{at + 1}") for at in range((size + 1) // 2)]
        if dual
        else [(f"192.0.2.{at + 1}",) for at in range(size)]
    )
    hosts = {f"mx{at}.example.org": " ".join(own) for at, own in enumerate(each)}
    mx = ", ".join(f"10 {name}" for name in hosts)
    hosts["backup.example.net"] = "198.51.100.1"
    domain = f"d{next(_NUMBERS)}.example.org"
    known = an_inspection(domain, mx=f"{mx}, 20 backup.example.net", hosts=hosts)
    return known, [address for own in each for address in own]


def supposed(state: str, addresses: Sequence[str]) -> WhatIf:
    """What is supposed of these addresses, the backup up in any case."""
    match state:
        case "half silent":
            parts = [Off(What.ADDRESS, each, Behaviour.SILENT) for each in addresses[::2]]
        case "all silent":
            parts = [Off(What.TIER, "10", Behaviour.SILENT)]
        case "all kinds of failures":
            parts = [
                Off(What.ADDRESS, each, FAILURES[(at * 5 + at // 3) % len(FAILURES)])
                for at, each in enumerate(addresses)
            ]
        case _:
            parts = []
    return WhatIf(tuple(parts))
