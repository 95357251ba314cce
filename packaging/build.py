"""Build all that this system can of mxgui: `python3 packaging/build.py [--only STEP]`.

The environment `.venv-package` is made first where needed. Standard library only.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"mxgui needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import argparse
import errno
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import environment
import native
from freeze import archive, components, frozen, licences, python_packages
from job import CannotBuild, Job, prepare
from linux import appimage, deb, flatpak, portable


@dataclass(frozen=True)
class Step:
    """One thing to make. A later step finds what the earlier ones have made in the output."""

    name: str
    what: str
    make: Callable[[Job], None]
    systems: tuple[str, ...] = ("linux", "darwin", "win32")


STEPS = (
    Step("wheel", "wheel and sdist for pip and pipx", python_packages.build),
    Step("folder", "the frozen app", frozen.freeze),
    Step("licences", "the licences of all that is in it", licences.gather),
    Step("components", "the list of what is in it, CycloneDX", components.write),
    Step("archive", "the frozen app as .tar.xz", portable.build, ("linux",)),
    Step("archive", "the frozen app as .tar.xz", archive.pack, ("darwin",)),
    Step("deb", "the package for Debian", deb.build, ("linux",)),
    Step("appdir", "the frozen app as an AppDir", appimage.lay, ("linux",)),
    Step("appimage", "the AppDir as one file, an AppImage", appimage.pack, ("linux",)),
    Step("flatpak", "the recipe for a Flatpak", flatpak.write, ("linux",)),
    Step("installer", "the installer for Windows", native.installer_of, ("win32",)),
    Step("image", "the disk image for macOS", native.image_of, ("darwin",)),
)
CHECKSUMS = "SHA256SUMS"


def main(arguments: Sequence[str]) -> int:
    """Run the steps; the exit code is 0 when all went well, else 1."""
    asked = parser().parse_args(arguments)
    try:
        made = environment.make(environment.PACKAGE)
        work = environment.ROOT / "build"
        job = prepare(
            environment.ROOT, asked.output.resolve(), work, made.program("python"), asked.version
        )
        run(job, wanted(asked.only))
    except (environment.CannotMake, CannotBuild) as problem:
        environment.say(str(problem))
        return 1
    except OSError as problem:
        environment.say(told(problem))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    made = argparse.ArgumentParser(description="Build all that this system can of mxgui.")
    names = [step.name for step in STEPS]
    made.add_argument(
        "--only", action="append", choices=names, help="make this alone; may be given again"
    )
    made.add_argument(
        "--output", type=Path, default=environment.ROOT / "dist", help="where it goes: dist"
    )
    made.add_argument("--version", type=number, help="build as if it were this version")
    return made


def number(words: str) -> str:
    """A version that Debian, Python and Windows read alike."""
    if not re.fullmatch(r"\d{1,4}(\.\d{1,4}){1,2}", words):
        raise argparse.ArgumentTypeError(f"{words} is no version such as 0.1.0")
    return words


def wanted(only: Sequence[str] | None) -> list[Step]:
    """The steps that are asked for and that this system can do."""
    here = [step for step in STEPS if sys.platform in step.systems]
    return [step for step in here if not only or step.name in only]


def run(job: Job, steps: Sequence[Step]) -> None:
    """Run one step after the other, then write the checksums of all that lies in the output."""
    for step in steps:
        environment.say(f"--- {step.name}: {step.what}")
        began = perf_counter()
        step.make(job)
        environment.say(f"--- {step.name} is done ({perf_counter() - began:.1f} s)")
    archive.sum_up(job.output, CHECKSUMS)


def told(problem: OSError) -> str:
    """One sentence for what the system refused."""
    where = f": {problem.filename}" if problem.filename else ""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full{where}. A build needs 1.5 GB."
    return f"{problem.strerror or problem}{where}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
