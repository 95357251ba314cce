"""Prints what a screen reader sees of the window upon the demo network.

    python -m tests.integration.at_tree [DOMAIN]

It needs Xvfb, openbox, a session bus and Debian's python3-pyatspi, as the tests do.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.integration.at_desk import Thing, a_reader
from tests.ui.desk import a_desk

USUAL = "three-tiers.example"
_TOLD = ("focused", "selected", "selectable", "focusable", "expanded")


def main(arguments: Sequence[str]) -> None:
    """Print the tree once the domain has been inspected."""
    domain = arguments[0] if arguments else USUAL
    with (
        tempfile.TemporaryDirectory() as folder,
        a_desk() as desk,
        a_reader(desk, Path(folder), "demo") as reader,
    ):
        desk.focus(desk.window("mxgui"))
        reader.wait_for("list item", "Routes")
        desk.do("key", "ctrl+l")
        desk.do("type", domain)
        desk.do("key", "Return")
        reader.wait_for("list item", f"Domain {domain}")
        for thing in reader.wait_for("push button", "Inspect"):
            sys.stdout.write(f"{line_of(thing)}\n")


def line_of(thing: Thing) -> str:
    """A thing in one line: how deep it lies, what it is, its name, its states and its actions."""
    states = ", ".join(state for state in _TOLD if state in thing["states"])
    actions = ", ".join(thing["actions"])
    told = (f"({states})" if states else "", f"[{actions}]" if actions else "")
    words = " ".join(part for part in (thing["role"], repr(thing["name"]), *told) if part)
    return f"{'  ' * thing['depth']}{words}"


if __name__ == "__main__":
    main(sys.argv[1:])
