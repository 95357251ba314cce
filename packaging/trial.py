"""Try a packaged mxgui where it lies: `python packaging/trial.py PROGRAM [WINDOW]`.

For systems in which no bare root can be made (smoke.py does more on Linux). Standard library only.
The exit code is 0 when all went well. WINDOW is left out where a launcher starts it, as pip's does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "three-tiers.example"
FORMATS = ("text", "json", "html", "svg", "png")
PATIENCE = 120.0  # seconds for a program to end; the first start on a new machine takes long


@dataclass(frozen=True)
class Trial:
    """The command line and the program with the window, on a system (a value of sys.platform)."""

    program: Path
    window: Path | None = None
    platform: str = sys.platform
    lives: float = 20.0  # seconds that a window has to stay

    def all(self) -> list[str]:
        """Try everything; what was found, a line each. Raises AssertionError."""
        found = [self.told("--version").strip()]
        with tempfile.TemporaryDirectory(prefix="mx güi ") as folder:
            for kind in FORMATS:
                file = Path(folder, f"report.{kind}")
                self.told("demo", DOMAIN, "--fail-on", "never", "--format", kind, "--output", file)
                found.append(f"{kind}: {file.stat().st_size} bytes")
        piped = self.told("demo", DOMAIN, "--fail-on", "never")
        found.append(f"through a pipe: {len(piped)} letters")
        if self.window is not None:
            self.without_streams(self.window)
            found.append(f"window: closed with {self.opened(self.window)}")
        return found

    def told(self, *arguments: str | Path) -> str:
        """What the command line writes into a pipe, as UTF-8; it has to end with 0."""
        command = [str(self.program), *(str(word) for word in arguments)]
        asked = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        complaint = asked.stderr.decode(errors="replace")
        if asked.returncode:
            raise AssertionError(f"{command} ended with {asked.returncode}: {complaint}")
        if "Traceback" in complaint:
            raise AssertionError(f"{command} said: {complaint}")
        return asked.stdout.decode("utf-8", "strict")

    def without_streams(self, window: Path) -> None:
        """The program with the window has no streams on Windows; used as a command it ends."""
        nothing = subprocess.DEVNULL
        command = [str(window), "--version"]
        subprocess.run(
            command, stdin=nothing, stdout=nothing, stderr=nothing, timeout=PATIENCE, check=True
        )

    def opened(self, window: Path) -> int:
        """Open the window, see it stay, have it closed as the system does; its exit code, 0."""
        variables = {**os.environ}
        if self.platform != "win32":  # there a window is closed by its handle, so it needs one
            variables["QT_QPA_PLATFORM"] = "offscreen"
        running = subprocess.Popen([window, "demo"], env=variables)
        try:
            code = running.wait(self.lives)
        except subprocess.TimeoutExpired:
            pass
        else:
            raise AssertionError(f"The window has gone by itself, with {code}.")
        try:
            if self.platform == "win32":  # without /F it is a wish, as by Alt+F4
                subprocess.run(["taskkill", "/PID", str(running.pid)], check=True)
            else:
                running.terminate()
            code = running.wait(PATIENCE)
        finally:
            running.kill()
        if code:
            raise AssertionError(f"The window ended with {code}.")
        return code


def main(arguments: Sequence[str]) -> int:
    """Try all of it, and print what was found."""
    program, *window = (Path(name).absolute() for name in arguments)
    for line in Trial(program, window[0] if window else None).all():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
