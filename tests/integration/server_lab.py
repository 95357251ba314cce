"""A laboratory of name servers that are at odds: nsd and unbound with authority, and mute ones."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.integration import server_zones as zones
from tests.integration.debian import unpack
from tests.integration.inspecting import MXGUI, Inspected, read
from tests.integration.lab import CHECKOUT, TIME_LIMIT
from tests.integration.nameservers import UNBOUND
from tests.integration.namespaces import Namespace, join, namespaces
from tests.integration.rooms import Room, running
from tests.integration.waiting import wait_until_listening

NSD = """\
server:
{addresses}
  username: ""
  database: ""
  zonesdir: "{folder}"
  zonelistfile: "{folder}/zone.list"
  xfrdfile: "{folder}/xfrd.state"
  xfrdir: "{folder}"
  pidfile: ""
  server-count: 1
  rrl-ratelimit: 0
remote-control:
  control-enable: no
"""
WITH_AUTHORITY = """\
do-tcp: no
{zones}
"""
MUTE = """\
import signal, socket
for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
    one = socket.socket(socket.AF_INET, kind)
    one.bind(("{address}", 53))
    if kind == socket.SOCK_STREAM:
        one.listen()
    globals()[kind.name] = one
signal.pause()
"""


@dataclass(frozen=True, slots=True)
class ServerLab:
    """The running laboratory: two rooms to look from, one of which DNS does not leave."""

    room: Room
    blocked: Room

    def inspect(self, domain: str, *, wanted: bool = True, blocked: bool = False) -> Inspected:
        """Inspect a domain without probes, and with the authoritative pass if it is wanted."""
        argv = [*MXGUI, "inspect", domain, "--format", "json", "--resolver", zones.RESOLVER]
        argv += ["--probe", "none", "--fail-on", "never"]
        argv += ["--authoritative"] if wanted else []
        return read(self.run(argv, blocked=blocked))

    def run(
        self, argv: Sequence[str], *, blocked: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside, to its end."""
        room = self.blocked if blocked else self.room
        return subprocess.run(
            room.command(argv),
            capture_output=True,
            text=True,
            check=False,
            timeout=TIME_LIMIT,
            cwd=CHECKOUT,
        )


@contextmanager
def server_laboratory() -> Iterator[ServerLab]:
    """Everything started and listening; nothing of it is left afterwards."""
    with ExitStack() as stack:
        prefix = f"mxgui-lab-{os.getpid()}-"
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=prefix)))
        folder.chmod(0o755)
        inside, blocked = stack.enter_context(namespaces("servers", "shut"))
        _wire(inside, blocked)
        servers = {}
        for name, (room, argv) in _commands(inside, folder).items():
            log = folder / f"{name}.log"
            servers[log] = stack.enter_context(running(room, argv, log))
        wait_until_listening(inside, _sockets(), servers)
        tools = (unpack("bind9-libs", "bind9-dnsutils"),)
        yield ServerLab(Room(inside, tools), Room(blocked, tools))


def _wire(inside: Namespace, blocked: Namespace) -> None:
    """Give the servers their addresses; from the other room only the resolver is reached."""
    inside.ip("address add 192.0.2.1/24 dev lo", "address add 2001:db8::1/128 dev lo nodad")
    inside.ip(*(f"address add {each}/32 dev lo" for each in (zones.ABOVE, zones.RESOLVER)))
    for each in (zones.FIRST_6, zones.SECOND_6):
        inside.ip(f"address add {each}/128 dev lo nodad")
    join(inside, blocked, wire="out")
    inside.ip("address add 198.51.100.1/29 dev out")
    blocked.ip(
        "address add 198.51.100.2/29 dev out",
        "neigh add 198.51.100.5 lladdr 02:00:00:00:00:99 dev out nud permanent",  # nobody
        f"route add {zones.RESOLVER}/32 via 198.51.100.1",
        "route add default via 198.51.100.5",
    )


def _sockets() -> set[str]:
    four = (zones.ABOVE, zones.RESOLVER, zones.FIRST, zones.SECOND, zones.EMPTY, zones.MUTE)
    return {f"{each}:53" for each in (*four, zones.WITHOUT_TCP)} | {f"[{zones.SECOND_6}]:53"}


def _commands(inside: Namespace, folder: Path) -> dict[str, tuple[Room, list[str]]]:
    nsd, unbound, plain = (
        Room(inside, (unpack("nsd"),)),
        Room(inside, (unpack("unbound"),)),
        Room(inside),
    )
    six = {zones.FIRST: (zones.FIRST_6,), zones.SECOND: (zones.SECOND_6,)}
    commands = {
        f"nsd-{each}": (nsd, _write_nsd(folder / each, each, *six.get(each, ())))
        for each in (zones.ABOVE, zones.FIRST, zones.SECOND, zones.EMPTY)
    }
    commands["resolver"] = (unbound, _write_unbound(folder / "resolver", zones.RESOLVER, ""))
    commands["without-tcp"] = (unbound, _write_unbound(*_with_authority(folder / "no-tcp")))
    mute = MUTE.format(address=zones.MUTE)
    commands["mute"] = (plain, [sys.executable, "-c", mute])
    return commands


def _write_nsd(folder: Path, *addresses: str) -> list[str]:
    folder.mkdir(mode=0o755)
    served = zones.zones_above() if addresses[0] == zones.ABOVE else zones.zones_of(addresses[0])
    lines = "\n".join(f"  ip-address: {each}" for each in addresses)
    config = NSD.format(addresses=lines, folder=folder)
    for number, (name, text) in enumerate(served.items()):
        (folder / f"{number}.zone").write_text(text)
        config += f'zone:\n  name: "{name}"\n  zonefile: "{folder}/{number}.zone"\n'
    path = folder / "nsd.conf"
    path.write_text(config)
    return ["nsd", "-d", "-c", str(path)]


def _with_authority(folder: Path) -> tuple[Path, str, str]:
    """Where, at which address and with which zones the unbound that has no TCP runs."""
    folder.mkdir(mode=0o755)
    parts = []
    for name, text in zones.zones_of(zones.WITHOUT_TCP).items():
        file = folder / f"{name}.zone"
        file.write_text(text)
        parts.append(
            f'auth-zone:\n  name: "{name}"\n  zonefile: "{file}"\n'
            "  for-downstream: yes\n  for-upstream: no"
        )
    return folder, zones.WITHOUT_TCP, WITH_AUTHORITY.format(zones="\n".join(parts))


def _write_unbound(folder: Path, address: str, also: str) -> list[str]:
    folder.mkdir(mode=0o755, exist_ok=True)
    hints = f". 3600 NS ns.example.\nns.example. 3600 A {zones.ABOVE}\n"
    (folder / "root.hints").write_text(hints)
    path = folder / "unbound.conf"
    written = UNBOUND.format(address=address, access="allow", folder=folder, also=also)
    path.write_text(written)
    return ["unbound", "-d", "-c", str(path)]
