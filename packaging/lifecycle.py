"""The package for Debian from install to removal, in a Debian that has nothing but its base.

`python3 packaging/lifecycle.py OLD.deb NEW.deb [FOLDER]` prints each command and what it said.
Needs root, debootstrap, Xvfb, openbox and xdotool.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import bare_root
import smoke
from bare_root import BareRoot
from environment import ROOT

USER = "ada"
HOME = f"/home/{USER}"
DOMAIN = "three-tiers.example"
SETTINGS = '{"format": 1, "helo": "probe.example.net"}\n'
# What the system writes for itself, whatever is installed: lists, logs, caches, sockets
PLACES = ("dev", "proc", "run", "srv", "sys", "tmp", "var/cache", "var/lib", "var/log", HOME[1:])
LISTS = {"etc/ld.so.cache"}
SHOWN = 12  # lines of what a command says


@dataclass
class Life:
    """One root, in which the package lives; `tell` gets the transcript line by line."""

    root: BareRoot
    tell: Callable[[str], None]
    display: str
    before: set[str] = field(default_factory=set)  # files of all else, once it is installed

    def go(self, old: Path, new: Path) -> None:
        """Go the whole way; raises AssertionError at the first thing that is not as it should."""
        self.prepare(old, new)
        self.install(old)
        self.use()
        kept = self.kept()
        self.upgrade(old, new)
        self.use()
        self.remove(kept)

    def prepare(self, *packages: Path) -> None:
        """Lay the packages where the root sees them, and have a user in it."""
        for package in packages:
            shutil.copy(package, self.root.folder / "srv")
        self.do("useradd", "--create-home", USER)
        file = self.root.folder / HOME[1:] / ".config/mxgui/settings.json"
        file.parent.mkdir(parents=True)
        file.write_text(SETTINGS, encoding="utf-8")
        self.do("chown", "-R", f"{USER}:", HOME)
        self.do("apt-get", "--quiet", "update")
        self.do("sh", "-c", "command -v python3 mxgui", code=127)

    def install(self, package: Path) -> None:
        """Install with all that it asks for, and with nothing else."""
        base = self.files()
        command = ("apt-get", "--quiet", "--yes", "--no-install-recommends", "install")
        self.do(*command, f"/srv/{package.name}")
        self.do("dpkg-query", "--show", "mxgui")
        self.before = base | (self.files() - self.owned())

    def use(self) -> None:
        """Use both programs, as a user who is not root."""
        version = self.do("dpkg-query", "--show", "--showformat=${Version}", "mxgui")
        told = self.do("mxgui", "--version", user=USER)
        need(version.rpartition("-")[0] in told, f"{version} says that it is {told}")
        report = ("mxgui", "demo", "--fail-on", "never", "--format")
        need(DOMAIN in self.do(*report, "text", user=USER), "the report tells of another domain")
        for kind in ("json", "html", "svg", "png"):
            self.do(*report, kind, "--output", f"{HOME}/report.{kind}", "--force", user=USER)
        self.do("bash", "-c", ". /usr/share/bash-completion/completions/mxgui; complete -p mxgui")
        self.do("sh", "-c", "zcat /usr/share/man/man1/mxgui.1.gz | head -n 5")
        self.tell(f"# the window on display {self.display}: opened, inspects, closed by Ctrl+Q")
        variables = {"HOME": HOME, "USER": USER}
        words = ["runuser", "--preserve-environment", "--user", USER, "--", "mxgui-window"]
        smoke.Trial(self.root).window(self.display, variables, words)

    def upgrade(self, old: Path, new: Path) -> None:
        """Install the newer one over the older one; nothing is left of that."""
        before = self.owned()
        self.do("apt-get", "--quiet", "--yes", "install", f"/srv/{new.name}")
        gone = before - self.owned()
        need(not gone & self.files(), f"{old.name} has left {sorted(gone & self.files())}")
        unknown = self.files() - self.owned() - self.before
        need(not unknown, f"nobody owns {sorted(unknown)}")

    def remove(self, kept: Mapping[str, bytes]) -> None:
        """Purge it: what the user has stays, and nothing else."""
        self.do("apt-get", "--quiet", "--yes", "purge", "mxgui")
        self.do("sh", "-c", "command -v mxgui", code=127)
        need(self.kept() == kept, "settings and history are not as they were")
        left = self.files() - self.before
        need(not left, f"purged, it has left {sorted(left)}")
        self.do("find", HOME, "-path", "*mxgui*", "-type", "f")

    def do(self, *command: str, user: str = "", code: int = 0) -> str:
        """Run a command inside, tell of it, and give what it said."""
        self.tell(f"{'$' if user else '#'} {shlex.join(command)}")
        words, variables = list(command), {"DEBIAN_FRONTEND": "noninteractive"}
        if user:
            words = ["runuser", "--preserve-environment", "--user", user, "--", *words]
            variables = {"HOME": HOME, "LC_ALL": "C.UTF-8"}
        done = self.root.run(words, variables, limit=600)
        said = (done.stdout + done.stderr).rstrip()
        lines = said.splitlines()
        for line in lines[:SHOWN] + (["…"] if len(lines) > SHOWN else []):
            self.tell(line)
        need(done.returncode == code, f"{shlex.join(command)} ended with {done.returncode}: {said}")
        return said

    def files(self) -> set[str]:
        """All files inside but those that belong to no package ever, and but the user's."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.root.folder):
            here = Path(folder).relative_to(self.root.folder)
            folders[:] = [name for name in folders if (here / name).as_posix() not in PLACES]
            found |= {(here / name).as_posix() for name in (*folders, *names)}
        return found - LISTS

    def owned(self) -> set[str]:
        """The files of the package."""
        listed = self.root.run(["dpkg-query", "--listfiles", "mxgui"])
        return {line[1:] for line in listed.stdout.splitlines()}

    def kept(self) -> dict[str, bytes]:
        """Settings and history of the user, file by file."""
        home = self.root.folder / HOME[1:]
        found = (path for path in home.rglob("*mxgui*/*") if path.is_file())
        return {path.relative_to(home).as_posix(): path.read_bytes() for path in found}


def need(is_so: bool, otherwise: str) -> None:
    """Raise AssertionError with what is the case otherwise."""
    if not is_so:
        raise AssertionError(otherwise)


def main(arguments: Sequence[str]) -> int:
    """Go the whole way with two packages, and print the transcript."""
    old, new, *rest = (Path(word) for word in arguments)
    folder = rest[0] if rest else ROOT / "build-root"
    with bare_root.fresh(folder) as root, smoke.screen() as display:
        Life(root, print, display).go(old, new)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
