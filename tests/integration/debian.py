"""Debian's own servers, unpacked beside the virtual environment and never installed.

Two mail servers cannot be installed on one machine, because their packages conflict. Unpacked,
each into a folder of its own, they live side by side; rooms.py lays such a folder over /usr and
/etc where it runs.
"""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

SHELF = Path(__file__).resolve().parents[2] / ".venv" / "servers"
MERGED_FOLDERS = (
    "bin",
    "lib",
    "sbin",
)  # links into /usr on Debian 12; older packages still name them


def unpack(package: str, *companions: str) -> Path:
    """The folder that holds the package, its companions and the libraries that the machine lacks.

    A second call finds the folder and does nothing; one that comes while another still fetches
    waits for it. Raises CalledProcessError when apt fails.
    """
    tree = SHELF / package
    if not tree.is_dir():
        SHELF.mkdir(parents=True, exist_ok=True)
        with (SHELF / f".{package}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # ends with the file, and with the process
            if not tree.is_dir():
                _unpack(tree, (package, *companions))
    return tree


def _unpack(tree: Path, packages: Iterable[str]) -> None:
    """Fill a folder beside the tree, and put it in place when it is whole."""
    with TemporaryDirectory(dir=SHELF, prefix=f".{tree.name}-") as scratch:
        _fill(Path(scratch), packages)
        (Path(scratch) / "tree").rename(tree)


def _fill(scratch: Path, packages: Iterable[str]) -> None:
    tree = scratch / "tree"
    for name in MERGED_FOLDERS:
        (tree / "usr" / name).mkdir(parents=True)
        (tree / name).symlink_to(f"usr/{name}")
    for archive in _archives(scratch, packages):
        subprocess.run(["dpkg", "--extract", archive, tree], check=True)


def _archives(scratch: Path, packages: Iterable[str]) -> Iterator[Path]:
    """The archive of each package, then those of the libraries they need, each once."""
    waiting = list(packages)
    seen = set(waiting)
    while waiting:
        archive = _download(scratch, waiting.pop())
        yield archive
        missing = {name for name in _libraries(archive) - seen if not _is_installed(name)}
        seen |= missing
        waiting.extend(sorted(missing))


def _download(scratch: Path, package: str) -> Path:
    folder = scratch / package
    folder.mkdir()
    os.chmod(scratch, 0o755)  # noqa: PTH101 - apt's own user must reach the folder
    download = ["apt-get", "--quiet", "download", package]
    if subprocess.run(download, cwd=folder, capture_output=True, check=False).returncode != 0:
        subprocess.run(["apt-get", "--quiet", "update"], capture_output=True, check=True)
        subprocess.run(download, cwd=folder, capture_output=True, check=True)
    return next(folder.glob("*.deb"))


def _libraries(archive: Path) -> set[str]:
    """The names of the libraries that an archive depends on."""
    asked = subprocess.run(
        ["dpkg", "--field", archive, "Depends"], capture_output=True, text=True, check=True
    )
    first_choices = (choice.split("|")[0].strip() for choice in asked.stdout.split(","))
    return {
        name
        for name in (re.split(r"[\s(:]", choice)[0] for choice in first_choices)
        if name.startswith("lib")
    }


def _is_installed(package: str) -> bool:
    asked = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package],
        capture_output=True,
        text=True,
        check=False,
    )
    return "installed" in asked.stdout.split()
