"""What hosts cost that take a connection and never say a word: one wait for all of them together.

Asked one after the other, six such hosts would take six times the patience with a greeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.domains import SILENT
from tests.benchmarks.table import Row, at_most
from tests.benchmarks.world import World

GREETING = (
    3.0  # seconds of patience; the shortest that a user can choose is 10, the figure is the same
)
ROUND_TRIPS = 3  # before the waiting begins: MX, addresses, TCP
BOUND = 1.15
RUNS = 3
NOTHING_SEEN = "silent not_tested, DANE not_tested, MTA-STS not_tested"


def measure(world: World) -> Iterator[Row]:
    """Inspect a domain of six hosts that never greet."""
    options = ("--runs", str(RUNS), "--greeting-timeout", str(GREETING))
    seen = world.seen_by("near_end", SILENT.name, *options)
    if seen["probes"] != len(SILENT.addresses) or seen["outcomes"] != [NOTHING_SEEN]:
        raise ValueError(f"{SILENT.name}: {seen['probes']} probes, {seen['outcomes']}")
    took = median(run["whole"] for run in seen["runs"])
    must = GREETING + ROUND_TRIPS * seen["round_trip"]
    yield at_most(
        f"six hosts that never greet: whole, over 3 round trips and one wait of {GREETING:.0f} s",
        took / must,
        BOUND,
        note=f"{took:.2f} of {must:.2f} s",
    )
