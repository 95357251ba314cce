"""Try a frozen app in a Debian without Python: `python3 packaging/smoke.py [APP] [ROOT]`.

Every way to use it is gone once, from an empty environment; the exit code is 0 when all went well.
Needs root, debootstrap, Xvfb, openbox and xdotool.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import bare_root
from bare_root import BareRoot
from environment import ROOT

DOMAIN = "three-tiers.example"
FORMATS = ("text", "json", "html", "svg", "png")
PLACE = "/opt/mx güi"  # spaces and letters that are not ASCII, as some paths have
SCREEN = "1440x900x24"
PATIENCE = 30.0  # seconds for a window to come or to go
Variables = Mapping[str, str]


@dataclass(frozen=True)
class Trial:
    """A root with the app in it, and how to go on from there."""

    root: BareRoot

    @property
    def program(self) -> str:
        """The command line, as a path inside."""
        return f"{PLACE}/mxgui"

    def exported(
        self, kind: str, variables: Variables | None = None, folder: str = "/srv"
    ) -> bytes:
        """The report of the demo domain in a format, written into a folder of the root."""
        file = f"{folder}/report.{kind}"
        expect(self.root.run(self.export(kind, file), variables), 0)
        return (self.root.folder / file[1:]).read_bytes()

    def export(self, kind: str, file: str) -> list[str]:
        """The command that writes the report of the demo domain."""
        asked = ["--format", kind, "--output", file, "--force", "--fail-on", "never"]
        return [self.program, "demo", *asked]

    def refused(self, variables: Variables, command: Sequence[str] = (DOMAIN,)) -> str:
        """What is said when it cannot be done: the last line, and no Traceback above it.

        A window that cannot be opened has nothing to say before.
        """
        told = expect(self.root.run([self.program, *command], variables), 2)
        *before, last = told.splitlines()
        if not last.startswith("mxgui: ") or "Traceback" in told:
            raise AssertionError(f"That is not one sentence: {told}")
        if before and command == (DOMAIN,):
            raise AssertionError(f"That is more than one sentence: {told}")
        return last

    def window(
        self,
        display: str,
        variables: Variables | None = None,
        program: Sequence[str] = (f"{PLACE}/mxgui-window",),
    ) -> int:
        """Open the window on the demo, close it by its key; its memory meanwhile, in KiB."""
        asked = {"DISPLAY": display, "LC_ALL": "C.UTF-8", **(variables or {})}
        running = self.root.start([*program, "demo", DOMAIN], asked)
        memory = 0
        try:
            wait(lambda: DOMAIN in title(display) or running.poll() is not None)
            if running.poll() is None:
                sleep(5)  # the inspection ends after three
                memory = resident(running.pid)
                xdotool(display, "key", "--clearmodifiers", "ctrl+q")
            told, _ = running.communicate(timeout=PATIENCE)
        finally:
            running.kill()
        if running.returncode or not memory or "Traceback" in told:
            raise AssertionError(f"The window ended with {running.returncode}: {told}")
        return memory

    def offscreen(self, home: str) -> str:
        """Open the window where there is no screen, end it by a signal; what it remembers then.

        A home that is not there is made; the address that is inspected is of this machine, at which
        nobody knocks.
        """
        kept = self.root.folder / home[1:] / ".local/state/mxgui/window.json"
        asked = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "HOME": home}
        running = self.root.start([f"{PLACE}/mxgui-window", "127.0.0.1"], asked)
        try:
            sleep(5)  # it is seen after one, and the inspection ends at once
            running.terminate()
            told, _ = running.communicate(timeout=PATIENCE)
        finally:
            running.kill()
        if running.returncode or told:
            raise AssertionError(f"The window ended with {running.returncode}: {told}")
        return kept.read_text(encoding="utf-8")


def place(root: BareRoot, app: Path) -> Trial:
    """Put the app into a root, in place of one that was there."""
    target = root.folder / PLACE[1:]
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(exist_ok=True)
    shutil.copytree(app, target, symlinks=True)
    return Trial(root)


@contextmanager
def screen() -> Iterator[str]:
    """A display of X with a window manager; programs in a root reach it by its abstract socket."""
    reading, writing = os.pipe()  # X tells which number it took
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            name = f":{told.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"], env={"DISPLAY": name, "PATH": bare_root.PATH}, stderr=subprocess.DEVNULL
        )
        yield name
        manager.kill()
        manager.wait()
    finally:
        server.kill()
        server.wait()


def xdotool(display: str, *arguments: str) -> str:
    """What xdotool prints, nothing when it finds nothing."""
    variables = {"DISPLAY": display, "PATH": bare_root.PATH}
    asked = subprocess.run(
        ["xdotool", *arguments], env=variables, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


def title(display: str) -> str:
    """What the frame of the active window says."""
    return xdotool(display, "getactivewindow", "getwindowname")


def wait(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; raise AssertionError when it does not come to be."""
    end = monotonic() + PATIENCE
    while not is_so():
        if monotonic() > end:
            raise AssertionError("What was waited for did not happen.")
        sleep(0.1)


def resident(pid: int) -> int:
    """The memory that a process has in use, in KiB."""
    words = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").split("VmRSS:")[1]
    return int(words.split()[0])


def expect(done: subprocess.CompletedProcess[str], code: int) -> str:
    """What a program said; raise AssertionError when it ended otherwise than expected."""
    told = done.stdout + done.stderr
    if done.returncode != code:
        raise AssertionError(f"{done.args[-5:]} ended with {done.returncode}: {told}")
    return told


def main(arguments: list[str]) -> int:
    """Try all of it, and print what was found."""
    app = Path(arguments[0] if arguments else ROOT / "dist/mxgui")
    folder = Path(arguments[1] if len(arguments) > 1 else ROOT / "build-root/bookworm")
    with bare_root.make(folder) as root, screen() as display:
        trial = place(root, app)
        for kind in FORMATS:
            print(f"{kind}: {len(trial.exported(kind))} bytes")
        print(trial.refused({"DISPLAY": ":1096"}))
        trial.offscreen("/srv/unseen")
        print(f"window: {trial.window(display) / 1024:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
