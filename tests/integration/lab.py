"""The laboratory: real name servers and mail servers, and senders that look at them.

A wire joins the sender to the network of all servers. Two more senders see the same servers with
poorer eyes: one has no IPv6, and one sits behind a provider that drops port 25.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

from tests.integration.debian import unpack
from tests.integration.exim import write_exim
from tests.integration.hosts import Server, addresses_with
from tests.integration.nameservers import (
    RESOLVER,
    RESOLVER_NAME,
    RESOLVERS,
    write_nsd,
    write_unbound,
)
from tests.integration.namespaces import is_alive
from tests.integration.network import SENDER, Network, network
from tests.integration.pem import Pems, issue
from tests.integration.postfix import write_postfix
from tests.integration.rooms import TIED_TO_US, Room, running
from tests.integration.users import write_users
from tests.integration.waiting import wait_until_listening
from tests.integration.zones import NAME_SERVER

CHECKOUT = Path(__file__).resolve().parents[2]
TIME_LIMIT = 60.0  # seconds for one command inside


@dataclass(frozen=True, slots=True)
class Lab:
    """The running laboratory: rooms to look from, and the authority that its certificates need."""

    sender: Room
    ipv4_only: Room
    port_25_blocked: Room
    receivers: Room
    pems: Pems
    folder: Path
    seen: dict[tuple[str, ...], Any] = field(default_factory=dict)  # what `inspecting.look` found

    def run(
        self, argv: Sequence[str], *, room: Room | None = None, home: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in the sender's room, or in another, to its end.

        Without a home it runs as a user who has never run anything. Raises TimeoutExpired.
        """
        with self.started(argv, room=room, home=home) as process:
            try:
                said, remarked = process.communicate(timeout=TIME_LIMIT)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return subprocess.CompletedProcess(argv, process.returncode, said, remarked)

    @contextmanager
    def started(
        self, argv: Sequence[str], *, room: Room | None = None, home: Path | None = None
    ) -> Iterator[subprocess.Popen[str]]:
        """A command at work in a room; it is gone afterwards."""
        with (
            TemporaryDirectory(dir=self.folder) as fresh,
            subprocess.Popen(
                [*TIED_TO_US, *(room or self.sender).command(argv)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=CHECKOUT,
                env=environment(home or Path(fresh), self.pems),
            ) as process,
        ):
            try:
                yield process
            finally:
                process.kill()


def remove_stale_folders() -> None:
    """Take away the folders that earlier runs left behind when they were killed."""
    for folder in Path(gettempdir()).glob("mxgui-lab-*"):
        maker = folder.name.split("-")[2]
        if maker.isdecimal() and not is_alive(int(maker)):
            shutil.rmtree(folder, ignore_errors=True)


def environment(home: Path, pems: Pems) -> dict[str, str]:
    """The environment of a user at home there, on a system that trusts our authority alone."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
        "SSL_CERT_FILE": str(pems.authority),
    }


@contextmanager
def laboratory() -> Iterator[Lab]:
    """Everything started and listening; nothing of it is left afterwards."""
    remove_stale_folders()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=f"mxgui-lab-{os.getpid()}-")))
        folder.chmod(0o755)  # the servers give up root, and read their files as somebody else
        pems = issue(folder, [RESOLVER_NAME, RESOLVER.address])
        wired = stack.enter_context(network())
        _start(stack, wired, folder, pems)
        yield _lab(wired, folder, pems)


def _lab(wired: Network, folder: Path, pems: Pems) -> Lab:
    files = write_users(folder) | _names_of_sender(folder)
    packages = (unpack("postfix"), unpack("unbound-host"), exim())
    return Lab(
        Room(wired.sender, packages, files),
        Room(wired.ipv4_only, packages, files),
        Room(wired.port_25_blocked, packages, files),
        Room(wired.receivers, (), write_users(folder)),
        pems,
        folder,
    )


def _names_of_sender(folder: Path) -> dict[str, Path]:
    resolv_conf, hosts = folder / "resolv.conf", folder / "hosts"
    resolv_conf.write_text(f"nameserver {RESOLVER.address}\n")
    hosts.write_text(f"127.0.0.1 localhost\n::1 localhost\n{SENDER} sender.example sender\n")
    return {"/etc/resolv.conf": resolv_conf, "/etc/hosts": hosts}


def exim() -> Path:
    """The unpacked Exim."""
    return unpack("exim4-daemon-light", "exim4-base")


def _start(stack: ExitStack, wired: Network, folder: Path, pems: Pems) -> None:
    """Start all servers side by side, and wait until the last one listens."""
    users = write_users(folder)
    commands = {
        "nsd": (unpack("nsd"), write_nsd(_made(folder / "nsd"))),
        "postfix": (unpack("postfix"), write_postfix(_made(folder / "postfix"), pems)),
        "exim": (exim(), write_exim(_made(folder / "exim"), pems)),
    }
    for number, resolver in enumerate(RESOLVERS):
        own = _made(folder / f"unbound-{number}")
        commands[own.name] = (unpack("unbound"), write_unbound(resolver, own, pems.good))
    servers = {}
    for name, (tree, argv) in commands.items():
        log = folder / f"{name}.log"
        servers[log] = stack.enter_context(
            running(Room(wired.receivers, (tree,), users), argv, log)
        )
    wait_until_listening(wired.receivers, expected_sockets(), servers)


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o755)
    return folder


def expected_sockets() -> set[str]:
    """Where something must listen before a test may begin."""
    mail = {f"{_bracketed(each)}:25" for each in addresses_with(Server.POSTFIX, Server.EXIM)}
    names = {f"{_bracketed(each)}:53" for each in (NAME_SERVER, *(r.address for r in RESOLVERS))}
    return mail | names


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
