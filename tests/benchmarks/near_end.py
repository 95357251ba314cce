"""The near end of the delay line: inspects a domain some times over, and tells how long it took.

Run as `python -m tests.benchmarks.near_end DOMAIN`; it prints one line of JSON. Times are taken
inside the process, from `Began` to `Ended`, so that starting Python is not in them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass, replace
from statistics import median
from time import perf_counter

from mxgui.app.heard import HeardLog
from mxgui.app.services import Services
from mxgui.model.entry import read_entry
from mxgui.model.event import Began, Ended, Event
from mxgui.model.inspection import Inspection
from mxgui.model.plan import QUICK, Plan
from mxgui.model.security import Security
from mxgui.model.smtp import Probe, Stage
from mxgui.net.dnssec_anchors import read_anchors
from mxgui.routing.certificates import starttls_of
from mxgui.routing.dane import dane_of
from mxgui.routing.route import route_of
from mxgui.routing.sts import sts_of, sts_of_probe
from tests.benchmarks.domains import RESOLVER
from tests.benchmarks.memory import resident

KNOCKS = 15  # of which the median is the round trip
NOBODY = 9  # a port where nobody listens: the refusal comes after one round trip


@dataclass(frozen=True, slots=True)
class Run:
    """One inspection, in seconds since `Began`; None where nothing of the kind happened."""

    whole: float
    handshakes: float | None  # until the last probe had shaken hands


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of it: `round_trip` in seconds, `resident` in MiB after the first inspection."""

    round_trip: float
    resident: float
    probes: int
    outcomes: tuple[str, ...]  # of probes, and what a sender makes of their certificates
    states: tuple[str, ...]  # what the answers are worth, by our own validation
    runs: tuple[Run, ...]


def round_trip() -> float:
    """How long a packet to the far end and its answer take, as the kernel sees it."""
    return median(_knock() for _ in range(KNOCKS))


def _knock() -> float:
    with socket.socket() as tried:
        began = perf_counter()
        tried.connect_ex((RESOLVER, NOBODY))
        return perf_counter() - began


def measure(domain: str, runs: int, greeting: float, *, authoritative: bool = False) -> Measured:
    """Inspect once to warm up, then as often as wanted."""
    patience = replace(QUICK, greeting=greeting)
    plan = Plan(resolvers=(RESOLVER,), patience=patience, authoritative=authoritative)
    _, known = asyncio.run(inspected(domain, plan))
    used = resident()
    taken = tuple(asyncio.run(inspected(domain, plan))[0] for _ in range(runs))
    states = {fact.state.value for fact in known.facts.values() if isinstance(fact, Security)}
    return Measured(
        round_trip(), used, len(known.probes), _outcomes(known), tuple(sorted(states)), taken
    )


def _outcomes(known: Inspection) -> tuple[str, ...]:
    """Give the verdicts on the addresses, each once."""
    sts, route = sts_of(known), route_of(known)
    seen = [
        (own.address, inspected, dane_of(known, host, own).verdict.value, host.name)
        for host in route.hosts
        for own in host.addresses
        if (inspected := known.probe(own.address)) is not None
    ]
    return tuple(
        sorted(
            {
                f"{probe.outcome.value} {starttls_of(known, probe, host).value}, DANE {dane}, "
                f"MTA-STS {sts_of_probe(known, sts, host, address).value}"
                for address, probe, dane, host in seen
            }
        )
    )


async def inspected(domain: str, plan: Plan) -> tuple[Run, Inspection]:
    """Inspect with services of its own, so that no earlier result is reused."""
    moments: dict[type, float] = {}

    def emit(event: Event) -> None:
        if isinstance(event, Began | Ended):
            moments[type(event)] = perf_counter()

    services = Services(
        heard=HeardLog(None),
        extra_roots=(bytes.fromhex(os.environ["BENCH_AUTHORITY"]),),
        anchors=read_anchors(os.environ["BENCH_ANCHOR"]),
    )
    known = await services.inspect(read_entry(domain), plan, emit)
    run = Run(
        moments[Ended] - moments[Began],
        _last_handshake(known.probes),
    )
    return run, known


def _last_handshake(probes: tuple[Probe, ...]) -> float | None:
    """When the last probe had shaken hands."""
    phases = (phase for probe in probes for phase in probe.phases)
    ends = (phase.at + phase.took for phase in phases if phase.stage is Stage.HANDSHAKE)
    return max(ends, default=None)


def main() -> None:
    """Measure, and print it for the one who started us."""
    parser = argparse.ArgumentParser(description="inspect a domain and tell how long it takes")
    parser.add_argument("domain")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--greeting-timeout", type=float, default=QUICK.greeting)
    parser.add_argument("--authoritative", action="store_true")
    chosen = parser.parse_args()
    measured = measure(
        chosen.domain,
        chosen.runs,
        chosen.greeting_timeout,
        authoritative=chosen.authoritative,
    )
    json.dump(asdict(measured), sys.stdout)


if __name__ == "__main__":
    main()
