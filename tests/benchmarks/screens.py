"""The screens that windows are measured on: none at all (offscreen), and an X server of our own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from tests.benchmarks.world import Rank, ahead

SIZE = "1920x1080x24"  # pixels, and bits of colour
ONE_LACK = "default.warning=false"  # without a screen Qt says at each start what it cannot do there


@dataclass(frozen=True, slots=True)
class Screen:
    """A place for windows: its name in the table, and the environment that leads there."""

    name: str
    environment: Mapping[str, str]


OFFSCREEN = Screen("offscreen", {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": ONE_LACK})


@contextmanager
def screens() -> Iterator[tuple[Screen, ...]]:
    """All screens, ready. Raises FileNotFoundError where Xvfb is not installed."""
    with ExitStack() as stack:
        yield OFFSCREEN, stack.enter_context(_xvfb())


@contextmanager
def _xvfb() -> Iterator[Screen]:
    reading, writing = os.pipe()
    command = [
        *ahead(Rank.SERVERS),
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        SIZE,
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise OSError("Xvfb did not start")
            yield Screen("Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"})
        finally:
            server.terminate()
