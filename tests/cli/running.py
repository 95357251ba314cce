"""The command line run inside a test, with what it printed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from mxgui.cli.main import main


@dataclass(frozen=True)
class Ran:
    """An exit code, and what came out of both ends."""

    code: int
    out: str
    err: str


class Shell:
    """Runs mxgui and reads what it printed."""

    def __init__(self, capture: pytest.CaptureFixture[bytes], words: Path | None = None) -> None:
        self._capture = capture
        self._words = words  # the folder of the catalogs, if it is not the usual one

    def speaking(self, words: Path) -> Shell:
        """The same shell with the catalogs of that folder."""
        return Shell(self._capture, words)

    def __call__(self, *arguments: str) -> Ran:
        """Run one command; leaving by SystemExit, as argparse does, counts as an exit code."""
        try:
            code = main(list(arguments), self._words)
        except SystemExit as left:
            code = int(left.code or 0)
        printed = self._capture.readouterr()
        return Ran(code, printed.out.decode(), printed.err.decode())


def wait_for(descriptor: int, words: bytes) -> bytes:
    """Read what a process prints until the words have come; give all that was read."""
    seen = b""
    while words not in seen:
        more = os.read(descriptor, 4096)
        assert more, f"it ended without {words!r}: {seen!r}"
        seen += more
    return seen
