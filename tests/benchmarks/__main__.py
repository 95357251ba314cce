"""All benchmarks by one command, as root on Linux: `.venv/bin/python -m tests.benchmarks`.

It prints one table: what was measured, the figure, its bound, and whether that is met. It takes
about two minutes. Figures are medians, or percentiles where the line says so. Latency comes from a
delay line between two network namespaces of our own (see `delay_line`); nothing leaves the
machine. Needed besides the test environment: the right to make namespaces and /dev/net/tun, Xvfb,
and chrt of util-linux, by which other work of the machine is kept out of the figures.

With the names of benchmarks behind the command (`critical_path`, `silence`, `stall`, `first_paint`,
`graph`) only these are run. The exit code is 0 also if a bound is missed: a table is for reading.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Sequence

from tests.benchmarks import critical_path, first_paint, graph, silence, stall
from tests.benchmarks.screens import screens
from tests.benchmarks.table import Row, table_of
from tests.benchmarks.world import ONE_WAY_MS, Rank, ahead, world

LOCAL = {"first_paint": first_paint.measure, "graph": graph.measure}  # these need no network
NAMES = ("critical_path", "silence", "stall", *LOCAL)


def rows_of(names: Sequence[str]) -> Iterator[Row]:
    """Run the benchmarks of these names."""
    with screens() as places:
        with world() as far:
            if "critical_path" in names:
                yield from critical_path.measure(far)
            if "silence" in names:
                yield from silence.measure(far)
            if "stall" in names:
                for place in places:
                    yield from stall.measure(far, place)
        for name, measure in LOCAL.items():
            if name in names:
                for place in places:
                    yield from measure(place)


def surroundings() -> str:
    """What the figures depend on besides the program."""
    is_ahead = bool(ahead(Rank.MEASURED))
    priority = "real-time priority" if is_ahead else "no priority: other work shows in the figures"
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
        f"Linux {platform.release()}, round trip {2 * ONE_WAY_MS:.0f} ms, {priority}"
    )


def main(names: Sequence[str]) -> int:
    """Run what is asked for, and print the table."""
    unknown = set(names) - set(NAMES)
    if unknown:
        sys.stderr.write(
            f"there is no {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}\n"
        )
        return 2
    rows: list[Row] = []
    for row in rows_of(names or NAMES):
        rows.append(row)
        sys.stderr.write(f"{row.what}: {row.figure}\n")  # what comes takes a while
    print(f"{surroundings()}\n\n{table_of(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
