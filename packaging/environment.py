"""The virtual environments that start.py, test.py and build.py make beside pyproject.toml, once.

Standard library only. The versions are those of the requirements files here, checked by hash; where
they come from is for the machine's own pip configuration to say.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Found by adding one at a time to a bare Debian 12: the window needs them all, and nothing else;
# but for ca-certificates, by which certificates of mail hosts are judged.
WINDOW_PACKAGES = (
    "ca-certificates",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
# A real window is driven by keys and mouse, and read as by a screen reader. Real servers run in
# network namespaces; netbase holds the numbers of the protocols that iproute2 goes by.
TEST_PACKAGES = (
    "appstream",
    "at-spi2-core",
    "dbus",
    "desktop-file-utils",
    "dpkg-dev",
    "debootstrap",
    "fish",
    "flatpak-builder",
    "gir1.2-atspi-2.0",
    "imagemagick",
    "iproute2",
    "lintian",
    "locales",
    "man-db",
    "mandoc",
    "netbase",
    "openbox",
    "python3-pyatspi",
    "shellcheck",
    "squashfs-tools",
    "xauth",
    "xdotool",
    "xvfb",
    "zsh",
)
# To read and to strip what is frozen, and for the licences that are the same for many.
BUILD_PACKAGES = ("base-files", "binutils", "dpkg-dev", "squashfs-tools", "xz-utils")


@dataclass(frozen=True)
class Kind:
    """What an environment is for; the wider one serves the narrower."""

    name: str
    requirements: str
    packages: tuple[str, ...]
    folder: str = ".venv"


RUN = Kind("run", "requirements.txt", WINDOW_PACKAGES)
TEST = Kind("test", "requirements-test.txt", WINDOW_PACKAGES + TEST_PACKAGES)
# An environment of its own: what is frozen must not hold what only tests need.
PACKAGE = Kind(
    "package", "requirements-package.txt", WINDOW_PACKAGES + BUILD_PACKAGES, ".venv-package"
)


class CannotMake(Exception):
    """The environment cannot be made; the sentence says what to do."""


@dataclass(frozen=True)
class Environment:
    """A virtual environment in a folder, on one kind of system (a value of sys.platform)."""

    folder: Path
    system: str = sys.platform

    def program(self, name: str) -> Path:
        """Where a program of the environment lies."""
        if self.system == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    @property
    def stamp(self) -> Path:
        """The file that says out of which files the environment was made."""
        return self.folder / "made-from.txt"


def make(kind: Kind, root: Path = ROOT) -> Environment:
    """The environment with all that `kind` needs; quick when it is there already.

    Raises CannotMake with one sentence for the person in front of the terminal.
    """
    environment = Environment(root / kind.folder)
    add_system_packages(kind.packages)
    usable = works(environment) and not was_moved(environment, root)
    if usable and stamp_of(environment) in accepted(kind, root):
        return environment
    if not usable:
        create(environment)
    install(environment, kind, root)
    environment.stamp.write_text(stamp(kind, root), encoding="utf-8")
    return environment


# ------------------------------------------------------------------ what it was made from


def stamp(kind: Kind, root: Path) -> str:
    """What an environment is made from: where the checkout lies, and a hash of what it asks."""
    told = hashlib.sha256()
    for name in (f"packaging/{kind.requirements}", "pyproject.toml"):
        told.update((root / name).read_bytes())
    return f"{root}\n{kind.name} {told.hexdigest()}\n"


def accepted(kind: Kind, root: Path) -> set[str]:
    """The stamps that will do: the test environment has all that running needs."""
    return {stamp(kind, root)} | ({stamp(TEST, root)} if kind.folder == TEST.folder else set())


def stamp_of(environment: Environment) -> str:
    """The stamp that the environment bears, empty when it was never finished."""
    try:
        return environment.stamp.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def was_moved(environment: Environment, root: Path) -> bool:
    """Whether the checkout lay elsewhere then; the programs inside still start the old Python."""
    borne = stamp_of(environment)
    return bool(borne) and borne.splitlines()[0] != str(root)


# ------------------------------------------------------------------ Debian's packages


def add_system_packages(wanted: Sequence[str]) -> None:
    """Install what Debian's packages are missing, as root; else say how and raise CannotMake."""
    if not is_debian():
        return
    missing = missing_packages([*venv_packages(), *wanted], installed_packages(wanted))
    if not missing:
        return
    if os.geteuid() != 0:
        raise CannotMake(apt_line(missing))
    say(f"Installing Debian packages: {' '.join(missing)}")
    apt_get("update")
    apt_get("install", "--yes", "--no-install-recommends", *missing)


def is_debian() -> bool:
    """Whether this is Debian or one of its children."""
    return sys.platform == "linux" and Path("/etc/debian_version").exists()


def venv_packages() -> list[str]:
    """The package without which this very Python cannot make an environment."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def installed_packages(wanted: Iterable[str]) -> set[str]:
    """Those of the packages that dpkg has installed, each under the names it goes by."""
    names = [name for plain in wanted for name in (plain, f"{plain}t64")]
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *names]
    # dpkg-query fails when it does not know a name; what it knows it prints all the same
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return {line.split()[1] for line in listed.splitlines() if line.startswith("installed ")}


def missing_packages(wanted: Sequence[str], installed: set[str]) -> list[str]:
    """What is wanted and not installed; since 2024 some libraries are named with t64 at the end."""
    return [name for name in wanted if not {name, f"{name}t64"} & installed]


def apt_line(missing: Sequence[str]) -> str:
    """The one line that a person without root has to have run."""
    return (
        "Some Debian packages are missing; please run this line, then try again:\n"
        f"sudo apt install --no-install-recommends {' '.join(missing)}"
    )


def apt_get(*arguments: str) -> None:
    """Run apt-get without questions; what it printed is shown only when it failed."""
    asked = subprocess.run(
        ["apt-get", "--quiet", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        raise CannotMake(f"{asked.stdout}\napt-get {arguments[0]} failed; its words are above.")


# ------------------------------------------------------------------ the environment itself


def works(environment: Environment) -> bool:
    """Whether there is an environment whose Python starts, is new enough and has pip."""
    python = environment.program("python")
    if not python.exists():
        return False
    return subprocess.run([python, "-I", "-c", FIT], check=False).returncode == 0


FIT = """
import sys
from importlib.util import find_spec
sys.exit(0 if sys.version_info >= (3, 11) and find_spec("pip") else 1)
"""


def create(environment: Environment) -> None:
    """Make an empty environment, in place of what may lie there broken."""
    say(f"Making {environment.folder}")
    run([sys.executable, "-m", "venv", "--clear", str(environment.folder)], "python -m venv")


def install(environment: Environment, kind: Kind, root: Path) -> None:
    """Install the pinned versions, then mxgui itself out of the checkout."""
    say(f"Installing the versions of packaging/{kind.requirements} (a minute or two)")
    pip = [str(environment.program("python")), "-m", "pip", "--disable-pip-version-check"]
    quiet = ["install", "--quiet", "--no-input"]
    pins = str(root / "packaging" / kind.requirements)
    run([*pip, *quiet, "--require-hashes", "--requirement", pins], "pip install")
    # The build tool is among the pins, so nothing is fetched for this one.
    itself = ["--no-deps", "--no-build-isolation", "--editable", str(root)]
    run([*pip, *quiet, *itself], "pip install of mxgui")


def run(command: Sequence[str], name: str) -> None:
    """Run a command in sight of the person; raise CannotMake when it fails."""
    if subprocess.run(command, env=clean(os.environ), check=False).returncode != 0:
        raise CannotMake(f"{name} failed; its words are above.")


def clean(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables without those that point a Python at another place than its own."""
    return {name: value for name, value in variables.items() if name not in STRAYS}


STRAYS = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}


def say(sentence: str) -> None:
    """Tell what goes on; standard output belongs to the program that is started."""
    print(sentence, file=sys.stderr, flush=True)
