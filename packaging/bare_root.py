"""A Debian without Python, to try what is installed: `python3 packaging/bare_root.py FOLDER`.

Needs root and debootstrap. Nothing of the machine is seen from inside but its network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from freeze.leave_out import SYSTEM_PACKAGES

SUITE = "bookworm"
BASE = f"{SUITE}-base"  # the root with nothing added, of which the others are copies
FINISHED = "made-of.txt"
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class BareRoot(AbstractContextManager["BareRoot"]):
    """The folder that is the root; within `with`, programs in it have /proc."""

    folder: Path

    def __enter__(self) -> BareRoot:
        """Give the programs inside their /proc."""
        subprocess.run(["mount", "-t", "proc", "proc", self.folder / "proc"], check=True)
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away; what still runs inside keeps its own."""
        subprocess.run(["umount", "--lazy", self.folder / "proc"], check=True)

    def run(
        self, command: Sequence[str], variables: Mapping[str, str] | None = None, limit: float = 120
    ) -> subprocess.CompletedProcess[str]:
        """Run a program inside, from an empty environment and those variables."""
        return subprocess.run(
            self.words(command, variables or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )

    def start(self, command: Sequence[str], variables: Mapping[str, str]) -> subprocess.Popen[str]:
        """Start a program inside and let it go on."""
        return subprocess.Popen(
            self.words(command, variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def words(self, command: Sequence[str], variables: Mapping[str, str]) -> list[str]:
        """The command as the machine runs it."""
        home = {"HOME": "/root", "PATH": PATH}
        told = [f"{name}={value}" for name, value in {**home, **variables}.items()]
        return ["chroot", str(self.folder), "/usr/bin/env", "-i", *told, *command]

    def install(self, *packages: str) -> None:
        """Install packages of Debian inside, without what they only recommend."""
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            asked = self.run(["apt-get", "--quiet", *arguments], quiet, limit=600)
            if asked.returncode:
                raise RuntimeError(f"{asked.stdout}{asked.stderr}\napt-get {arguments[0]} failed.")


def make(folder: Path, packages: Sequence[str] = SYSTEM_PACKAGES) -> BareRoot:
    """The root in that folder, made once; a copy of it is for who changes it."""
    wanted = " ".join((SUITE, *packages))
    stamp = folder / FINISHED
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return BareRoot(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if packages:
        root = copy(make(folder.parent / BASE, ()), folder)
        stamp.unlink()
        with root:
            root.install(*packages)
    else:
        made = ["debootstrap", "--variant=minbase", SUITE, str(folder)]
        subprocess.run(made, stdout=subprocess.DEVNULL, check=True)
        root = BareRoot(folder)
    stamp.write_text(wanted, encoding="utf-8")
    return root


@contextmanager
def fresh(shelf: Path) -> Iterator[BareRoot]:
    """A root with nothing but the base of Debian, which is thrown away in the end."""
    folder = shelf / "fresh"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        with copy(make(shelf / BASE, ()), folder) as root:
            yield root
    finally:
        shutil.rmtree(folder)


def copy(root: BareRoot, folder: Path) -> BareRoot:
    """The same root once more, to be changed."""
    subprocess.run(["cp", "--archive", "--reflink=auto", root.folder, folder], check=True)
    return BareRoot(folder)


if __name__ == "__main__":
    if os.geteuid() != 0:
        sys.exit("A root for trials is made by root.")
    make(Path(sys.argv[1]))
