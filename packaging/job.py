"""What the steps of a build share: the copy of the source that is built, and where things go."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import environment

VERSION_FILE = Path("mxgui/__init__.py")
VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
RELEASE = re.compile(r"^## \[\d[^\]]*\] - (\d{4}-\d\d-\d\d)", re.MULTILINE)
COLLECTED = "collected.json"  # a later step may be done by itself
NO_DATE = 315532800  # 1980, before which a zip file knows no time
MADE = {".git", ".venv", ".venv-package", "build", "dist", "__pycache__"}


class CannotBuild(Exception):
    """A step cannot be done; the sentence says why, and what to do about it."""


@dataclass(frozen=True)
class Job:
    """One build: nothing but `source` is read, and nothing but `work` and `output` written."""

    source: Path  # a copy of the checkout with the version that is built
    work: Path  # what is thrown away
    output: Path  # what is kept
    version: str
    epoch: int  # seconds since 1970: the time of every file in every artefact
    python: Path  # of the environment with PyInstaller and the rest

    @property
    def folder(self) -> Path:
        """The frozen app, once it is made."""
        return self.output / "mxgui"

    def variables(self) -> dict[str, str]:
        """The environment of every program that a step runs: alike on every machine."""
        fixed = {
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONUTF8": "1",  # on Windows a pipe would else have the code page of the system
            "PYTHONHASHSEED": "1",  # the order of sets in compiled code hangs on it
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONNODEBUGRANGES": "1",  # columns of code, for nothing but marks in a traceback
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "PYINSTALLER_CONFIG_DIR": str(self.work / "cache"),
            "MXGUI_SOURCE": str(self.source),
            "MXGUI_WORK": str(self.work),
            "MXGUI_VERSION": self.version,
        }
        return {**environment.clean(os.environ), **fixed}

    def run(self, command: Sequence[str | Path], name: str, folder: Path | None = None) -> str:
        """Run a program and give what it printed; its last words are told when it fails."""
        words = [str(word) for word in command]
        try:
            asked = subprocess.run(
                words,
                cwd=folder or self.source,
                env=self.variables(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except FileNotFoundError:
            raise CannotBuild(f"{name} needs the program {words[0]}, which is not here.") from None
        if asked.returncode != 0:
            told = "\n".join(asked.stdout.splitlines()[-30:])
            raise CannotBuild(f"{told}\n{name} failed; its last words are above.")
        return asked.stdout


def prepare(root: Path, output: Path, work: Path, python: Path, version: str | None) -> Job:
    """A job for the checkout at `root`, with another version than its own if one is given."""
    source = work / "source"
    empty(work)
    for name in listing(root):
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, target)
    own = (source / VERSION_FILE).read_text(encoding="utf-8")
    found = VERSION.search(own)
    if found is None:
        raise CannotBuild(f"{VERSION_FILE} names no version.")
    wanted = version or found[1]
    changed = VERSION.sub(f'__version__ = "{wanted}"', own)
    (source / VERSION_FILE).write_text(changed, encoding="utf-8")
    output.mkdir(parents=True, exist_ok=True)
    return Job(
        source, work, output, wanted, epoch(root, os.environ.get("SOURCE_DATE_EPOCH")), python
    )


def empty(work: Path) -> None:
    """Throw away what an earlier build left, but not its note on what went into the app."""
    for path in work.iterdir() if work.is_dir() else ():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != COLLECTED:
            path.unlink()


def listing(root: Path) -> list[str]:
    """The files of a checkout, relative to its top: git's, or without git all that are there."""
    listed = git(root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    if listed is not None:
        return sorted(name for name in listed.split("\0") if name and (root / name).is_file())
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not MADE & set(path.parts))


def epoch(root: Path, told: str | None) -> int:
    """The time that everything bears: as told, of the commit, or of the newest release."""
    if told:
        return int(told)
    committed = git(root, "log", "-1", "--format=%ct")
    if committed:
        return int(committed)
    released = RELEASE.search((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if released is None:
        return NO_DATE
    return int(datetime.fromisoformat(released[1]).replace(tzinfo=UTC).timestamp())


def git(root: Path, *arguments: str) -> str | None:
    """What git prints of the checkout; None without git, or where this is no checkout's top."""
    if not (root / ".git").exists():
        return None
    try:
        asked = subprocess.run(
            ["git", "-c", f"safe.directory={root.as_posix()}", *arguments],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        return None
    return asked.stdout if asked.returncode == 0 else None
