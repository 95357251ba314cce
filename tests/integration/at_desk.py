"""A desk with assistive technology: the window of mxgui upon it, and a client that reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from tests.integration.waiting import wait_until
from tests.ui.desk import Desk, running

Thing: TypeAlias = dict[str, Any]  # as at_client.py prints it

# Of the system, since Debian's python3-pyatspi belongs to it
CLIENT = ("/usr/bin/python3", str(Path(__file__).with_name("at_client.py")))
PROGRAM = "mxgui"


@dataclass(frozen=True)
class Reader:
    """What a screen reader does: it looks at the whole window, and listens."""

    environment: dict[str, str]
    heard: Path

    def tree(self) -> list[Thing]:
        """Everything that the window shows now; nothing while it cannot be reached."""
        ran = subprocess.run(
            [*CLIENT, "tree", PROGRAM],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return [json.loads(line) for line in ran.stdout.splitlines()] if not ran.returncode else []

    def wait_for(self, role: str, name: str) -> list[Thing]:
        """The tree, once there is something of that role whose name begins so."""
        seen: list[Thing] = []

        def look() -> bool:
            seen[:] = self.tree()
            return any(is_of(thing, role, name) for thing in seen)

        wait_until(look)
        return seen

    def press(self, role: str, name: str) -> None:
        """Press the thing of that role whose name begins so, once the bus lets us."""
        command = [*CLIENT, "press", PROGRAM, role, name]

        def pressed() -> bool:
            ran = subprocess.run(
                command, env=self.environment, check=False, stdout=subprocess.DEVNULL
            )
            return ran.returncode == 0  # a busy bus turns a client away when it begins

        wait_until(pressed)

    def told(self) -> list[Thing]:
        """All that was heard so far; a line that is being written is left for the next time."""
        whole = self.heard.read_text(encoding="utf-8").rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()]

    def has_heard(self, kind: str, role: str, words: str) -> bool:
        """Whether such an event of a thing of that role was told, with words that begin so."""
        return any(
            event["heard"].startswith(kind)
            and event.get("role") == role
            and (event["said"] or event["name"]).startswith(words)
            for event in self.told()
        )


def is_of(thing: Thing, role: str, name: str) -> bool:
    """Whether a thing is of that role, and its name begins so."""
    return bool(thing["role"] == role and thing["name"].startswith(name))


@contextmanager
def a_reader(desk: Desk, folder: Path, *arguments: str) -> Iterator[Reader]:
    """The window of mxgui upon a desk, and a reader of it that listens from the start."""
    with _bus() as address:
        environment = {
            **os.environ,
            **desk.environment,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        heard = folder / "heard"
        with heard.open("wb") as written:
            listening = subprocess.Popen(
                [*CLIENT, "listen", PROGRAM],
                env=environment,
                stdout=written,
                stderr=subprocess.DEVNULL,
            )
        reader = Reader(environment, heard)
        try:
            wait_until(lambda: bool(reader.told()))
            with running([sys.executable, "-m", "mxgui", *arguments], environment):
                yield reader
        finally:
            listening.terminate()
            listening.wait()


@contextmanager
def _bus() -> Iterator[str]:
    """A session bus of its own, and its address; what it starts ends with it."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        assert bus.stdout is not None
        try:
            yield bus.stdout.readline().strip()
        finally:
            bus.terminate()
