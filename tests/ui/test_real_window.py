"""A real window on a real screen, driven by keys and mouse, from typed domain to written report."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.waiting import wait_until

pytestmark = pytest.mark.integration

SIZE = "1440x900x24"
TRIES = 5  # of starting a screen: two that start at once may want the same number
FIRST_DOMAIN = ("120", "150")  # a place in the list of the demo's domains, from the window's corner


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


@pytest.fixture
def desk() -> Iterator[Desk]:
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


def test_a_report_is_made_with_keys_and_mouse_alone(desk: Desk, tmp_path: Path):
    home = {**desk.environment, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    with running([sys.executable, "-m", "mxgui", "demo"], home) as program:
        window = desk.window("mxgui")
        desk.focus(window)
        wait_until(lambda: _clicked_first_domain(desk, window))
        desk.window("three-tiers.example: Good")

        desk.do("key", "ctrl+l")
        desk.do("type", "half-dead.example")
        desk.do("key", "Return")
        desk.window("half-dead.example: Degraded")

        desk.do("key", "ctrl+s")
        dialog = desk.window("Save the result")
        desk.focus(dialog)
        desk.do("key", "Return")
        report = tmp_path / "mail-route-half-dead.example.html"
        wait_until(report.exists)
        assert "half-dead.example" in report.read_text(encoding="utf-8")

        wait_until(lambda: not desk.do("search", "--onlyvisible", "--name", "^Save the result"))
        desk.do("windowactivate", "--sync", window)
        desk.do("key", "alt+F4")  # the window manager asks the window to close
        assert program.wait(timeout=30) == 0


def _clicked_first_domain(desk: Desk, window: str) -> bool:
    """Click on the first of the demo's domains; the list may come a moment after the window."""
    desk.do("mousemove", "--window", window, *FIRST_DOMAIN, "click", "1")
    return bool(desk.do("search", "--name", "^three-tiers.example"))
