"""Run mxgui from a checkout: `python3 packaging/start.py [ARGS...]`, without arguments the demo.

The first run makes the environment `.venv`; a later one starts at once. Standard library only.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"mxgui needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment
import po_files


def main(arguments: Sequence[str]) -> int:
    """Make the environment if need be and hand over to mxgui; the number is the exit code."""
    try:
        made = environment.make(environment.RUN)
        po_files.compile_all(anew=False)
    except (environment.CannotMake, po_files.BrokenCatalog) as problem:
        environment.say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130
    asked = wanted(arguments)
    if asked == ["demo"] and not has_display(sys.platform, os.environ):
        environment.say("There is no display here, so the demo runs in this terminal.")
    return hand_over(made.program("mxgui"), asked)


def wanted(arguments: Sequence[str]) -> list[str]:
    """What mxgui is asked to do: to show itself, when nothing was said."""
    return list(arguments) or ["demo"]


def has_display(system: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can be opened; Windows and macOS need no variable for it.

    As in mxgui.__main__: who chooses a platform for Qt means to have a window.
    """
    if system in ("win32", "darwin"):
        return True
    return any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def hand_over(program: Path, arguments: Sequence[str]) -> int:
    """Become the program, so that signals and the exit code are its own."""
    command = [str(program), *arguments]
    variables = environment.clean(os.environ)
    if sys.platform == "win32":  # which cannot replace a process without losing its terminal
        return subprocess.run(command, env=variables, check=False).returncode
    return os.execve(program, command, variables)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
