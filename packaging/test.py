"""Check a checkout of mxgui: `python3 packaging/test.py [PYTEST ARGS...]`.

Without arguments: linters, type checks, import contracts, all tests. With arguments: only pytest,
with them. The environment `.venv` is made first where needed. Standard library only.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"mxgui needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

import environment
import po_files


@dataclass(frozen=True)
class Step:
    """One program of the environment that looks at the checkout."""

    program: str
    arguments: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The step as a person would type it."""
        return " ".join((self.program, *self.arguments))


CHECKS = (
    Step("ruff", ("check",)),
    Step("ruff", ("format", "--check")),
    Step("mypy"),
    Step("lint-imports"),
)

Run = Callable[[Step], int]


def main(arguments: Sequence[str]) -> int:
    """Run the steps; the exit code is 0 when all went well, else 1."""
    try:
        made = environment.make(environment.TEST)
        po_files.compile_all(anew=False)
    except (environment.CannotMake, po_files.BrokenCatalog) as problem:
        environment.say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130

    def run(step: Step) -> int:
        command = [str(made.program(step.program)), *step.arguments]
        variables = environment.clean(os.environ)
        root = environment.ROOT
        return subprocess.run(command, cwd=root, env=variables, check=False).returncode

    return run_all(steps(arguments), run)


def steps(arguments: Sequence[str]) -> tuple[Step, ...]:
    """What has to be run; arguments are for pytest, and then it runs alone."""
    if arguments:
        return (Step("pytest", tuple(arguments)),)
    return (*CHECKS, Step("pytest"))


def run_all(wanted: Sequence[Step], run: Run) -> int:
    """Run every step, also after one that failed, and say at the end which did."""
    failed = []
    for step in wanted:
        print(f"--- {step.name}", flush=True)
        began = perf_counter()
        code = run(step)
        ended = f"failed with exit code {code}" if code else "is fine"
        print(f"--- {step.name} {ended} ({perf_counter() - began:.1f} s)", flush=True)
        if code:
            failed.append(step.name)
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
