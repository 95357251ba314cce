"""All benchmarks by one command, as root on Linux: `.venv/bin/python -m tests.benchmarks`.

It prints one table: what was measured, the figure, its bound, and whether that is met. It takes
about seven minutes, of which the windows of `stall` take three. Figures are medians, or percentiles
where the line says so. Latency comes from a delay line between two network namespaces of our own
(see `delay_line`); nothing leaves the machine. Needed besides the test environment: the right to
make namespaces and /dev/net/tun, Xvfb, and chrt of util-linux, by which other work of the machine
is kept out of the figures.

With the names of benchmarks behind the command only these are run: over the delay line
`critical_path` and `silence`, in a window over it `stall` and `closing`, and without any network
`dnssec`, `shares`, `steps`, `first_paint`, `panels` and `graph`, which need no root, but are less
exact without. Only when it is named `packaged` is run, which freezes the program first, as the
packages have it. The exit code is 0 also if a bound is missed: a table is for reading.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain

from tests.benchmarks import (
    closing,
    critical_path,
    dnssec,
    first_paint,
    graph,
    packaged,
    panels,
    shares,
    silence,
    stall,
    steps,
)
from tests.benchmarks.screens import Screen, screens
from tests.benchmarks.table import Row, table_of
from tests.benchmarks.world import ONE_WAY_MS, Rank, ahead, world

TOOLS = ("Xvfb",)
FAR = {"critical_path": critical_path.measure, "silence": silence.measure}
FAR_WINDOWS = {"stall": stall.measure, "closing": closing.measure}
LOCAL = {  # these need no network
    "first_paint": first_paint.measure,
    "panels": panels.measure,
    "graph": graph.measure,
}
BARE = {  # these need no screen either
    "dnssec": dnssec.measure,
    "shares": shares.measure,
    "steps": steps.measure,
}
NAMES = (*FAR, *FAR_WINDOWS, *BARE, *LOCAL)
NAMED = {"packaged": packaged.measure}  # only when it is asked for


def rows_of(names: Collection[str]) -> Iterator[Row]:
    """Run the benchmarks of these names."""
    for name in BARE:
        if name in names:
            yield from BARE[name]()
    if set(names) <= set(BARE):
        return
    with screens() as places:
        if not set(names) <= {*LOCAL, *BARE, *NAMED}:
            yield from _over_the_line(names, places)
        for name, measured in (LOCAL | NAMED).items():
            if name in names:
                yield from chain.from_iterable(map(measured, places))


def _over_the_line(names: Collection[str], places: Sequence[Screen]) -> Iterator[Row]:
    with world() as far:
        for name in FAR:
            if name in names:
                yield from FAR[name](far)
        for name in FAR_WINDOWS:
            if name in names:
                yield from chain.from_iterable(FAR_WINDOWS[name](far, place) for place in places)


def lack(
    names: Collection[str],
    *,
    platform: str = sys.platform,
    is_root: bool | None = None,
    find: Callable[[str], str | None] = shutil.which,
) -> str:
    """What is missing here to run these, in a sentence; empty if nothing is."""
    unknown = set(names) - {*NAMES, *NAMED}
    if unknown:
        known = ", ".join((*NAMES, *NAMED))
        return f"There is no {', '.join(sorted(unknown))}; there are {known}."
    if platform != "linux":
        return "The benchmarks need Linux, with its namespaces and its /proc."
    far = [name for name in NAMES if name in names and name not in (*LOCAL, *BARE)]
    if far and not (os.geteuid() == 0 if is_root is None else is_root):
        return (
            f"Only root can make the network for {', '.join(far)}: "
            f"run them with sudo, or name only some of {', '.join((*BARE, *LOCAL))}."
        )
    tool = next((tool for tool in TOOLS if find(tool) is None), None)
    return f"The benchmarks need {tool}, which is not installed." if tool else ""


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
    wanted = names or NAMES
    missing = lack(wanted)
    if missing:
        sys.stderr.write(f"{missing}\n")
        return 2
    rows: list[Row] = []
    for row in rows_of(wanted):
        rows.append(row)
        sys.stderr.write(f"{row.what}: {row.figure}\n")  # what comes takes a while
    print(f"{surroundings()}\n\n{table_of(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
