"""Network namespaces of our own: made, joined by wires, and always taken away again.

Every name carries the number of the process that made it. What a crash left behind is therefore
known by its name, and the next run takes it away; namespaces of others are never touched.
"""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

OURS = re.compile(r"^mxgui-(?P<maker>\d+)-\d+-")
SERIAL = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Namespace:
    """A network of its own, with nothing in it at first but a loopback device."""

    name: str

    def ip(self, *lines: str, family: str = "") -> None:
        """Run lines of ip(8) inside. Raises CalledProcessError."""
        family_option = [family] if family else []
        subprocess.run(
            ["ip", "-n", self.name, *family_option, "-batch", "-"],
            input="\n".join(lines),
            text=True,
            check=True,
        )

    def set(self, key: str, value: str) -> None:
        """Set one of the network's settings under /proc/sys."""
        subprocess.run(
            self.command(["tee", f"/proc/sys/{key}"]),
            input=value,
            text=True,
            stdout=subprocess.DEVNULL,
            check=True,
        )

    def command(self, argv: Sequence[str]) -> list[str]:
        """The command line that runs the given one inside."""
        return ["ip", "netns", "exec", self.name, *argv]

    def processes(self) -> list[int]:
        """The numbers of the processes that live inside now."""
        listed = subprocess.run(
            ["ip", "netns", "pids", self.name], capture_output=True, text=True, check=False
        )
        return [int(number) for number in listed.stdout.split()]


@contextmanager
def namespaces(*roles: str) -> Iterator[tuple[Namespace, ...]]:
    """One new namespace for each role, its loopback up; all of them are gone afterwards."""
    remove_stale()
    with ExitStack() as stack:
        yield tuple(stack.enter_context(_namespace(role)) for role in roles)


@contextmanager
def _namespace(role: str) -> Iterator[Namespace]:
    made = Namespace(f"mxgui-{os.getpid()}-{next(SERIAL)}-{role}")
    subprocess.run(["ip", "netns", "add", made.name], check=True)
    try:
        made.ip("link set lo up")
        yield made
    finally:
        remove(made)


def remove(namespace: Namespace) -> None:
    """End the processes inside, then take the namespace away, if nobody else just did."""
    for process in namespace.processes():
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    delete = ["ip", "netns", "delete", namespace.name]
    deleted = subprocess.run(delete, capture_output=True, text=True, check=False)
    if deleted.returncode != 0 and namespace.name in present():
        raise RuntimeError(deleted.stderr)


def remove_stale() -> None:
    """Take away what earlier runs left behind when they were killed."""
    for name in present():
        named = OURS.match(name)
        if named and not is_alive(int(named["maker"])):
            remove(Namespace(name))


def present() -> list[str]:
    """The names of all named network namespaces of this machine."""
    listed = subprocess.run(["ip", "netns", "list"], capture_output=True, text=True, check=True)
    return [line.split()[0] for line in listed.stdout.splitlines()]


def is_alive(process: int) -> bool:
    """Whether a process of that number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def join(one: Namespace, other: Namespace, *, wire: str) -> None:
    """Lay a wire between two namespaces: a device of that name at both ends, up at both."""
    one.ip(f"link add {wire} type veth peer name {wire} netns {other.name}")
    for end in (one, other):
        end.ip(f"link set {wire} up")
