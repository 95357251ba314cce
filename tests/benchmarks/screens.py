"""The screens that windows are measured on: none at all (offscreen), and an X server of our own.

Both are equally large, so that the window has the same size and the same panels beside each other.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.world import Rank, ahead

WIDE, HIGH = 1920, 1080  # pixels
DEPTH = 24  # bits of colour
ONE_LACK = "default.warning=false"  # without a screen Qt says at each start what it cannot do there


@dataclass(frozen=True, slots=True)
class Screen:
    """A place for windows: its name in the table, and the environment that leads there."""

    name: str
    environment: Mapping[str, str]


@contextmanager
def screens() -> Iterator[tuple[Screen, ...]]:
    """All screens, ready. Raises FileNotFoundError where Xvfb is not installed."""
    with ExitStack() as stack:
        yield stack.enter_context(_offscreen()), stack.enter_context(_xvfb())


@contextmanager
def _offscreen() -> Iterator[Screen]:
    place = {"name": "none", "x": 0, "y": 0, "width": WIDE, "height": HIGH}
    scale = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "screens.json"
        file.write_text(json.dumps({"screens": [{**place, **scale}]}), "utf-8")
        platform = f"offscreen:configfile={file}"
        environment = {"QT_QPA_PLATFORM": platform, "QT_LOGGING_RULES": ONE_LACK}
        yield Screen("offscreen", environment)


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
        f"{WIDE}x{HIGH}x{DEPTH}",
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
