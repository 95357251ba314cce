"""A client of assistive technology, such as a screen reader is, that tells what it sees and hears.

    /usr/bin/python3 tests/integration/at_client.py tree PROGRAM
    /usr/bin/python3 tests/integration/at_client.py listen PROGRAM
    /usr/bin/python3 tests/integration/at_client.py press PROGRAM ROLE NAME

`tree` prints everything that the window of a program shows, an object of JSON a line, each with its
depth. `listen` prints what is told, as it is told: where the keyboard is, and what is announced.
`press` does what a press does with the first thing of that role whose name begins so.

It runs under the system's Python with Debian's python3-pyatspi and imports nothing of mxgui.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any

DEEPEST = 24
TOLD_STATES = (
    "focusable",
    "focused",
    "selectable",
    "selected",
    "enabled",
    "showing",
    "visible",
    "expanded",
)
SCROLLED = ("list item", "table cell")
HEARD = (
    "object:state-changed:focused",
    "object:announcement",
    "object:property-change:accessible-name",
    "object:children-changed",
)


def main(arguments: list[str]) -> None:
    """Do one of the three."""
    # Of the system's Python; the tests' own has neither it nor hints for it
    atspi = importlib.import_module("pyatspi")
    doing, program, *wanted = arguments
    if doing == "listen":
        listen(atspi, program)
    elif doing == "press":
        press(atspi, program, *wanted)
    else:
        for window in windows(atspi, program):
            for depth, thing in walked(window):
                tell({"depth": depth, **described(atspi, thing)})


def windows(atspi: Any, program: str) -> Iterator[Any]:
    """Every window of the program, as far as it is known by now."""
    for application in atspi.Registry.getDesktop(0):
        if application is not None and application.name == program:
            yield from (window for window in application if window is not None)


def walked(thing: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """A thing and all below it, in the order of reading; what does not show is passed by."""
    yield depth, thing
    if depth == DEEPEST:
        return
    for below in thing:
        if below is not None and is_shown(below):
            yield from walked(below, depth + 1)


def is_shown(thing: Any) -> bool:
    """Whether a thing can be seen, or at least scrolled to."""
    return thing.getRoleName() in SCROLLED or "visible" in names_of(thing)


def names_of(thing: Any) -> set[str]:
    """The names of the states that a thing is in."""
    return {state.value_nick for state in thing.getState().getStates()}


def described(atspi: Any, thing: Any) -> dict[str, Any]:
    """What a screen reader would know of a thing."""
    states = names_of(thing)
    place = thing.queryComponent().getExtents(atspi.DESKTOP_COORDS) if has_place(thing) else None
    return {
        "role": thing.getRoleName(),
        "name": thing.name,
        "description": thing.description,
        "states": [state for state in TOLD_STATES if state in states],
        "place": list(place) if place is not None else None,
        "actions": actions_of(thing),
    }


def has_place(thing: Any) -> bool:
    """Whether a thing can tell where it is."""
    return "Component" in thing.get_interfaces()


def actions_of(thing: Any) -> list[str]:
    """What can be done with a thing."""
    if "Action" not in thing.get_interfaces():
        return []
    actions = thing.queryAction()
    return [actions.getName(at) for at in range(actions.nActions)]


def press(atspi: Any, program: str, role: str, name: str) -> None:
    """Press the first thing of that role whose name begins so."""
    for window in windows(atspi, program):
        for _, thing in walked(window):
            if thing.getRoleName() == role and thing.name.startswith(name):
                thing.queryAction().doAction(0)
                tell({"pressed": thing.name})
                return


def listen(atspi: Any, program: str) -> None:
    """Print what is told until somebody ends this."""

    def hear(event: Any) -> None:
        application = event.host_application
        if application is None or application.name != program:
            return
        role, name = event.source.getRoleName(), event.source.name
        said = event.any_data if isinstance(event.any_data, str) else ""
        tell(
            {
                "heard": str(event.type),
                "role": role,
                "name": name,
                "said": said,
                "on": event.detail1,
            }
        )

    atspi.Registry.registerEventListener(hear, *HEARD)
    tell({"heard": "ready"})
    atspi.Registry.start()


def tell(what: dict[str, Any]) -> None:
    """Print one line, at once."""
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
