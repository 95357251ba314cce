"""Waiting for servers: until each listens where it should, or one has died, or patience ends."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.integration.namespaces import Namespace

PATIENCE = 30.0  # seconds; a start takes about two
PAUSE = 0.05  # seconds between two looks


class ServerDied(Exception):
    """A server ended, or did not begin to listen; the text says what it wrote last."""


def wait_until_listening(
    namespace: Namespace,
    sockets: set[str],
    servers: Mapping[Path, subprocess.Popen[bytes]],
) -> None:
    """Return when every socket (`192.0.2.1:25`, `[2001:db8::1]:25`) listens inside.

    The servers are known by their logs. Raises ServerDied.
    """

    def all_listen() -> bool:
        dead = [log for log, process in servers.items() if process.poll() is not None]
        if dead:
            raise ServerDied(_report(sockets - listening(namespace), dead))
        return sockets <= listening(namespace)

    try:
        wait_until(all_listen)
    except TimeoutError as error:
        raise ServerDied(_report(sockets - listening(namespace), list(servers))) from error


def wait_until(done: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Look again and again until it is done. Raises TimeoutError when patience (in s) ends."""
    deadline = time.monotonic() + patience
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(PAUSE)  # noqa: TID251 - a server of another's making tells nobody how it is


def listening(namespace: Namespace) -> set[str]:
    """The sockets at which something listens inside, TCP and UDP."""
    listed = subprocess.run(
        namespace.command(["ss", "--no-header", "--listening", "--tcp", "--udp", "--numeric"]),
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.split()[4] for line in listed.stdout.splitlines()}


def connected(namespace: Namespace) -> list[str]:
    """The far address of each mail connection that stands from inside, in no order."""
    listed = subprocess.run(
        namespace.command(["ss", "-Htn", "state", "established", "dport", "=", ":25"]),
        capture_output=True,
        text=True,
        check=True,
    )
    ends = (line.split()[3] for line in listed.stdout.splitlines())
    return [end.rpartition(":")[0].strip("[]") for end in ends]


def _report(missing: set[str], logs: list[Path]) -> str:
    said = "\n".join(f"--- {log}\n{log.read_text(errors='replace')[-2000:]}" for log in logs)
    return f"nothing listens at {sorted(missing)}\n{said}"
