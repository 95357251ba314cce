"""The ground of the laboratory of senders: two namespaces, one wire, and who does not answer.

On the far side every address of every record set is present, but for those whose packets are lost
on the way. Where a sender's own settings cannot shorten the wait for a silent host, the number of
SYNs does: `syns` is net.ipv4.tcp_syn_retries (1 waits 3 s, 4 waits 31 s; Linux has 6, 127 s).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from mxgui.routing.sending.behaviour import Behaviour
from tests.integration.lab import CHECKOUT, remove_stale_folders
from tests.integration.namespaces import Namespace, join, namespaces
from tests.integration.rooms import Room, running
from tests.integration.senders.at_hosts import NO_ADDRESS_OF_THE_FAR_SIDE, RESOLVER
from tests.integration.senders.record_set import NETWORKS, SENDER, SENDER_IPV6, SENDER_NAME
from tests.integration.senders.shelf import SETS
from tests.integration.users import write_users
from tests.integration.waiting import wait_until

ROUTER = "192.0.2.252"
WIRE = "mail"
SERVE = (
    "import runpy, sys; sys.path.insert(0, sys.argv[1]); "
    "runpy.run_module('tests.integration.senders.at_hosts', run_name='__main__')"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where senders run, and where they may write."""

    sender: Namespace
    folder: Path
    files: Mapping[str, Path]
    patience: float = 30.0  # seconds that a sender gets which goes round and round

    def room(self, *packages: Path) -> Room:
        """Give a room on the sender's side with these packages laid over /usr and /etc."""
        return Room(self.sender, packages, self.files)

    def made(self, name: str) -> Path:
        """Make a folder of a sender's own, a new one each time."""
        folder = Path(mkdtemp(prefix=f"{name}-", dir=self.folder))
        folder.chmod(0o755)
        return folder


@contextmanager
def ground(syns: int = 1, patience: float = 30.0) -> Iterator[Ground]:
    """Everything wired and answering; nothing of it is left afterwards."""
    remove_stale_folders()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=f"mxgui-lab-{os.getpid()}-")))
        folder.chmod(0o755)
        far, sender = stack.enter_context(namespaces("far", "sender"))
        _wire(far, sender)
        sender.set("net/ipv4/tcp_syn_retries", str(syns))
        log = folder / "hosts.log"
        argv = [sys.executable, "-c", SERVE, str(CHECKOUT)]
        stack.enter_context(running(Room(far), argv, log))
        wait_until(lambda: "ready" in log.read_text())
        yield Ground(sender, folder, write_users(folder) | _names(folder), patience)


def _wire(far: Namespace, sender: Namespace) -> None:
    join(far, sender, wire=WIRE)
    lost = (Behaviour.SILENT, Behaviour.UNREACHABLE)
    behaviours = {
        place.address: place.behaviour
        for records in SETS
        for places in records.places.values()
        for place in places
        if place.address not in NO_ADDRESS_OF_THE_FAR_SIDE
    }
    present = [address for address, does in behaviours.items() if does not in lost]
    far.ip(*map(_address, (ROUTER, RESOLVER, *present)))
    sender.ip(*map(_address, (SENDER, SENDER_IPV6)))
    sender.ip(*(f"route add {network}.0/24 dev {WIRE}" for network in NETWORKS[1:]))
    for address, does in behaviours.items():
        if does is Behaviour.SILENT:
            far.ip(f"route add blackhole {address}")
            sender.ip(f"route add {address} via {ROUTER}")
        if does is Behaviour.UNREACHABLE:  # told on the spot: a router's word comes a second late
            sender.ip(f"route add unreachable {address}")


def _address(address: str) -> str:
    if ":" in address:
        return f"address add {address}/64 dev {WIRE} nodad"  # else it is not usable for a second
    return f"address add {address}/24 dev {WIRE}"


def _names(folder: Path) -> dict[str, Path]:
    """The sender's resolver, and its own whole name: Sendmail waits a minute for one."""
    resolv_conf, hosts = folder / "resolv.conf", folder / "hosts"
    resolv_conf.write_text(f"nameserver {RESOLVER}\n")
    hosts.write_text(f"127.0.0.1 localhost\n::1 localhost\n{SENDER} {SENDER_NAME} sender\n")
    return {"/etc/resolv.conf": resolv_conf, "/etc/hosts": hosts}
