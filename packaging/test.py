"""Check a checkout of mxgui: `python3 packaging/test.py [PYTEST ARGS...]`.

Without arguments: all tests, shared by several processes, and linters, type checks and contracts of
imports beside them. With arguments: only pytest, with them. The environment `.venv` is made first
where needed. Standard library only.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"mxgui needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

import environment
import po_files


@dataclass(frozen=True)
class Step:
    """One program of the environment that looks at the checkout."""

    program: str
    arguments: tuple[str, ...] = ()
    is_live: bool = False  # shown while it runs; the others run beside it and are told afterwards

    @property
    def name(self) -> str:
        """The step as a person would type it."""
        return " ".join((self.program, *self.arguments))


@dataclass(frozen=True)
class Ended:
    """How a step ended: its exit code, and what it said if that was not shown yet."""

    code: int
    said: str = ""


CHECKS = (
    Step("ruff", ("check",)),
    Step("ruff", ("format", "--check")),
    Step("mypy"),
    Step("lint-imports"),
)
WAITING = 2  # processes more than processors: laboratories mostly wait for their servers
MOST = 8  # processors that are counted; each process has to read all tests first

Run = Callable[[Step], Ended]


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

    def run(step: Step) -> Ended:
        ran = subprocess.run(
            [str(made.program(step.program)), *step.arguments],
            cwd=environment.ROOT,
            env=variables(os.environ),
            stdout=None if step.is_live else subprocess.PIPE,
            stderr=None if step.is_live else subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return Ended(ran.returncode, ran.stdout or "")

    return run_all(steps(arguments, os.cpu_count() or 1), run)


def variables(given: Mapping[str, str]) -> dict[str, str]:
    """The environment of the steps: what is compiled is kept, else every start compiles it anew."""
    cleaned = environment.clean(given)
    return {name: value for name, value in cleaned.items() if name != "PYTHONDONTWRITEBYTECODE"}


def steps(arguments: Sequence[str], processors: int) -> tuple[Step, ...]:
    """What has to be run; arguments are for pytest, and then it runs alone in one process."""
    if arguments:
        return (Step("pytest", tuple(arguments), is_live=True),)
    return (*CHECKS, Step("pytest", shared(processors), is_live=True))


def shared(processors: int) -> tuple[str, ...]:
    """The arguments that have several processes share the tests; see tests/sharing.py.

    A process that dies ends the run: what was handed to it cannot be handed to another.
    """
    processes = min(processors, MOST) + WAITING
    return (f"--numprocesses={processes}", "--max-worker-restart=0", "--no-loadscope-reorder")


def run_all(wanted: Sequence[Step], run: Run) -> int:
    """Run every step, also after one that failed, and say at the end which did."""
    failed = []
    with ThreadPoolExecutor(max_workers=1) as beside:
        quiet = [step for step in wanted if not step.is_live]
        running = [(step, beside.submit(timed, step, run)) for step in quiet]
        for step in wanted:
            if step.is_live:
                print(f"--- {step.name}", flush=True)
                failed += tell(step, *timed(step, run))
        for step, one in running:
            failed += tell(step, *one.result())
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def timed(step: Step, run: Run) -> tuple[Ended, float]:
    """How a step ended, and after how many seconds."""
    began = perf_counter()
    ended = run(step)
    return ended, perf_counter() - began


def tell(step: Step, ended: Ended, seconds: float) -> list[str]:
    """Print what a step said and how it ended; its name comes back if it failed."""
    if ended.said:
        print(f"--- {step.name}\n{ended.said.rstrip()}", flush=True)
    how = f"failed with exit code {ended.code}" if ended.code else "is fine"
    print(f"--- {step.name} {how} ({seconds:.1f} s)", flush=True)
    return [step.name] if ended.code else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
