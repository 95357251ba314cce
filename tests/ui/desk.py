"""A screen of its own with a window manager, and hands to type and click with."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.integration.waiting import wait_until

SIZE = "1440x900x24"
TRIES = 5  # of starting a screen: two that start at once may want the same number


class Desk:
    """A screen with a window manager, and hands to type and click with."""

    def __init__(self, display: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def do(self, *words: str) -> str:
        """Run xdotool; what it finds comes back, nothing if it finds nothing."""
        command = ["xdotool", *words]
        ran = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return ran.stdout.strip()

    def is_managed(self) -> bool:
        """Whether the window manager is there."""
        return bool(self.do("get_num_desktops"))

    def window(self, title: str) -> str:
        """The window whose title begins so, once it is there."""
        found: list[str] = []

        def look() -> bool:
            found[:] = self.do("search", "--onlyvisible", "--name", f"^{title}").split()
            return bool(found)

        wait_until(look)
        return found[0]

    def focus(self, window: str) -> None:
        """Give the keyboard to a window."""
        self.do("windowfocus", "--sync", window)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended with the block, if it has not ended by itself."""
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def screen() -> Iterator[str]:
    """A screen, and its number as programs want it; empty if another took the number meanwhile."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE]
    command += ["-nolisten", "tcp", "-noreset"]  # it would begin anew when the last client leaves
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}" if number else ""
        finally:
            server.terminate()


@contextmanager
def a_desk() -> Iterator[Desk]:
    """A screen of its own, with a window manager."""
    for _ in range(TRIES):
        with screen() as display:
            made = Desk(display)
            if not made.do("getdisplaygeometry"):
                continue
            with running(["openbox"], made.environment):
                wait_until(made.is_managed)
                yield made
            return
    raise OSError("no screen could be started")
