"""The frozen app: a folder that runs without a Python, made by PyInstaller."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from freeze import origins
from freeze.leave_out import is_unknown
from job import COLLECTED, CannotBuild, Job
from po_files import BrokenCatalog, compile_all

SPEC = "packaging/freeze/mxgui.spec"
ENTRY = "packaging/freeze/program.py"
ICONS = ("win32", "darwin")  # the systems whose programs bear an icon
MODULES = "PYMODULE"  # with the level of optimisation behind it
Collected = list[tuple[str, str, str]]  # place in the app, where it comes from, its kind


def freeze(job: Job) -> None:
    """Make the folder `mxgui` in the output."""
    need_tools()
    shutil.rmtree(job.folder, ignore_errors=True)
    try:
        compile_all(job.source)
    except BrokenCatalog as problem:
        raise CannotBuild(str(problem)) from None
    if sys.platform in ICONS:
        job.run([job.python, job.source / "packaging/icons.py", job.work], "Painting the icons")
    collect(job, ENTRY)
    check(job)
    origins.forget(job)
    if sys.platform not in ICONS:
        (job.folder / "mxgui-window").symlink_to("mxgui")


def collect(job: Job, entry: str) -> None:
    """Let PyInstaller gather what an entry needs; the benchmarks have entries of their own."""
    command: list[str | Path] = [job.python, "-c", RUN, entry]
    command += ["--noconfirm", "--log-level", "WARN", "--distpath", job.output]
    command += ["--workpath", job.work / "pyinstaller", job.source / SPEC]
    (job.work / "pyinstaller").mkdir(parents=True, exist_ok=True)
    job.run(command, "PyInstaller")


# The recipe reads from the environment where things lie
RUN = """
import os, sys
os.environ["MXGUI_ENTRY"] = sys.argv.pop(1)
from PyInstaller.__main__ import run
run()
"""


def need_tools() -> None:
    """Say so when what PyInstaller calls is not there; it would go on without."""
    if sys.platform == "linux":
        for tool in ("objdump", "objcopy", "strip"):
            if shutil.which(tool) is None:
                raise CannotBuild(f"The program {tool} is missing: install binutils.")


def check(job: Job) -> None:
    """Raise CannotBuild when a module of mxgui is missing, or a plugin is on no list."""
    found = collected(job)
    inside = {name for name, _, kind in found if kind.startswith(MODULES)}
    missing = sorted(modules(job.source) - inside)
    if missing:
        raise CannotBuild(f"Nothing imports these modules by name: {', '.join(missing[:5])}.")
    strange = sorted(name for name, _, _ in found if is_unknown(name))
    if strange:
        raise CannotBuild(f"Say in freeze/leave_out.py whether mxgui needs: {', '.join(strange)}.")


def collected(job: Job) -> Collected:
    """What PyInstaller put into the app; the recipe writes it down."""
    written = job.work / COLLECTED
    if not written.is_file():
        raise CannotBuild("There is no frozen app yet: make the step folder first.")
    read = json.loads(written.read_text(encoding="utf-8"))
    return [(place, path, kind) for place, path, kind in read]


def modules(source: Path) -> set[str]:
    """The modules of mxgui, by their names; the entry is a program of its own."""
    files = ((path.relative_to(source), path.stem) for path in (source / "mxgui").rglob("*.py"))
    return {".".join(dotted(place.parts[:-1], stem)) for place, stem in files}


def dotted(folders: Iterable[str], stem: str) -> list[str]:
    """The parts of a module's name, from its folders and its file."""
    return [*folders] if stem == "__init__" else [*folders, stem]
