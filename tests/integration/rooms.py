"""Rooms: a network namespace together with a view of the file system, in which a program runs.

Inside a room, unpacked packages lie over /usr and /etc as if they were installed, and single files
of /etc (the resolver's address, the list of users) are replaced. Nothing of it is seen outside, or
lasts.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.integration.namespaces import Namespace

# Whoever starts a server may be killed: then the kernel ends the server, and all that it started.
TIED_TO_US = ("setpriv", "--pdeathsig", "KILL")
OWN_PROCESSES = ("--pid", "--fork", "--kill-child", "--mount-proc")


@dataclass(frozen=True, slots=True)
class Room:
    """Where a program runs: its network, the packages it sees, the files that are replaced."""

    namespace: Namespace
    packages: tuple[Path, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)

    def command(self, argv: Sequence[str]) -> list[str]:
        """The command line that runs the given one in the room."""
        return self.namespace.command(["unshare", "--mount", *self._furnished(argv)])

    def server_command(self, argv: Sequence[str]) -> list[str]:
        """The same for a server: it ends with us, and takes along whatever it has started."""
        inside = ["unshare", "--mount", *OWN_PROCESSES, *self._furnished(argv)]
        return [*TIED_TO_US, *self.namespace.command(inside)]

    def _furnished(self, argv: Sequence[str]) -> list[str]:
        steps = [*self._overlays(), *self._replacements(), 'exec "$@"']
        return ["sh", "-ec", "\n".join(steps), "sh", *argv]

    def _overlays(self) -> Iterator[str]:
        for folder in ("usr", "etc"):
            layers = [tree / folder for tree in self.packages if (tree / folder).is_dir()]
            if layers:
                lower = ":".join(str(layer) for layer in [*layers, Path("/", folder)])
                yield f"mount -t overlay overlay -o {shlex.quote(f'lowerdir={lower}')} /{folder}"

    def _replacements(self) -> Iterator[str]:
        for path, content in self.files.items():
            yield f"mount --bind {shlex.quote(str(content))} {shlex.quote(path)}"


@contextmanager
def running(room: Room, argv: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server at work in its room, what it says going to the log; it is gone afterwards."""
    with log.open("ab") as written:
        process = subprocess.Popen(
            room.server_command(argv),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
