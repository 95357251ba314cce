"""How long the window stands still while it probes: gaps of a 5 ms timer on its loop.

The real window inspects over the delay line, draws every frame, and is started anew for each run:
one domain of 40 addresses, then three of them at the same time, with the findings in sight and with
the timeline. The gaps of all runs are taken together; each holds the 5 ms that the timer waits
anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.domains import FORTY, FORTY_MORE, FORTY_TOO, MailDomain
from tests.benchmarks.screens import Screen
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import World

BOUND = 16.0  # ms; a frame at 60 Hz
RUNS = 7
THREE = (FORTY, FORTY_TOO, FORTY_MORE)


def measure(world: World, screen: Screen) -> Iterator[Row]:
    """Watch the loop in seven windows for each case, one after the other."""
    seen = [_watched(world, screen, (FORTY,), "findings") for _ in range(RUNS)]
    name = f"window, 40 addresses, {screen.name}"
    yield from _gaps(name, seen)
    held = median(one["resident"] for one in seen)
    yield Row(f"{name}: memory after that one inspection", f"{held:.0f} MiB")
    for panel in ("findings", "timeline"):
        seen = [_watched(world, screen, THREE, panel) for _ in range(RUNS)]
        yield from _gaps(f"window, three times 40 addresses, {panel} seen, {screen.name}", seen)


def _gaps(name: str, seen: Sequence[dict[str, Any]]) -> Iterator[Row]:
    before = [gap for one in seen for gap in one["before"]]
    while_probing = [gap for one in seen for gap in one["gaps"]]
    yield at_most(
        f"{name}: 99 % of the gaps of a 5 ms timer while they are probed",
        _nearly_longest(while_probing),
        BOUND,
        " ms",
        note=f"longest of {len(while_probing)}: {max(while_probing):.0f} ms",
    )
    whole = before + while_probing
    yield Row(
        f"{name}: the same from Enter on, first drawing of the route included",
        f"{_nearly_longest(whole):.1f} ms (longest of {len(whole)}: {max(whole):.0f} ms)",
    )


def _nearly_longest(gaps: Sequence[float]) -> float:
    """The gap that 99 of 100 stay under."""
    return quantiles(gaps, n=100)[98]


def _watched(
    world: World, screen: Screen, domains: Sequence[MailDomain], panel: str
) -> dict[str, Any]:
    """What one window tells. Raises ValueError if it did not do what is measured."""
    names = [domain.name for domain in domains]
    seen = world.seen_by("near_window", *names, "--panel", panel, **screen.environment)
    addresses = sum(len(domain.addresses) for domain in domains)
    if seen["probes"] != addresses or panel not in seen["seen"]:
        raise ValueError(f"{seen['probes']} of {addresses} addresses, panels: {seen['seen']}")
    return seen
