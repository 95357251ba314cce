"""The two ends of the delay line at work: servers at the far one, our program at the near one.

Both run in the kernel's real-time class, below the line itself, so that what else this machine does
is not taken for ours. Where that is not allowed they run as anything does.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

from tests.benchmarks.delay_line import Distance, far_apart
from tests.benchmarks.domains import FAR_ADDRESSES, OWN_NAME
from tests.benchmarks.far_end import READY
from tests.benchmarks.papers import ROOT_KEY, root
from tests.integration.namespaces import Namespace

ONE_WAY_MS = 25.0  # so that a round trip takes 50 ms, as between two ends of Europe
CHECKOUT = Path(__file__).resolve().parents[2]
# A machine with a public name of its own looks it up at the beginning, as on a postmaster's desk.
NAMED = ("unshare", "--uts", "sh", "-ec", f'hostname {OWN_NAME}; exec "$@"', "sh")


class Rank(IntEnum):
    """Who runs first when two want the same core: real-time priorities of sched(7)."""

    SERVERS = 1  # stand for other machines, and for the screen
    MEASURED = 2
    # the delay line has 3


@cache
def ahead(rank: Rank) -> tuple[str, ...]:
    """What stands before a command that is to run ahead of all else; nothing if it may not."""
    command = ("chrt", "--fifo", str(rank.value))
    try:
        subprocess.run([*command, "true"], check=True, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return command


@dataclass(frozen=True, slots=True)
class World:
    """Servers far away, and the place from which they are seen."""

    distance: Distance

    def seen_by(self, module: str, *arguments: str, **options: str) -> dict[str, Any]:
        """Run a module of the benchmarks at the near end, and give the JSON that it prints.

        Options are variables of its environment; two more tell whom to trust out there, so that
        nothing has to be loaded for that. Raises CalledProcessError.
        """
        options |= {"BENCH_AUTHORITY": root().der.hex(), "BENCH_ANCHOR": ROOT_KEY}
        program = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
        given = [f"{name}={value}" for name, value in options.items()]
        done = subprocess.run(
            self.distance.near.command(["env", *given, *ahead(Rank.MEASURED), *NAMED, *program]),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=CHECKOUT,
        )
        result: dict[str, Any] = json.loads(done.stdout)
        return result


@contextmanager
def world() -> Iterator[World]:
    """A running world; it is gone afterwards."""
    with (
        far_apart(FAR_ADDRESSES, one_way_ms=ONE_WAY_MS) as distance,
        _serving(distance.far),
    ):
        yield World(distance)


@contextmanager
def _serving(far: Namespace) -> Iterator[None]:
    command = far.command([*ahead(Rank.SERVERS), sys.executable, "-m", "tests.benchmarks.far_end"])
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as servers:
        try:
            assert servers.stdout is not None
            if servers.stdout.readline().strip() != READY:
                raise OSError("the servers at the far end did not start; what they said is above")
            yield
        finally:
            servers.kill()
