"""A laboratory of signed zones: nsd serves them, one unbound resolves, and another validates."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.integration.debian import unpack
from tests.integration.lab import CHECKOUT, TIME_LIMIT
from tests.integration.nameservers import NSD, ROOT_HINTS, UNBOUND
from tests.integration.namespaces import namespaces
from tests.integration.rooms import Room, running
from tests.integration.waiting import wait_until_listening
from tests.integration.zones import NAME_SERVER, NAME_SERVER_IPV6
from tests.servers.signed_server import World
from tests.servers.signed_zones import ZONES
from tests.servers.signing import master_file

PLAIN = "192.0.2.53"  # resolves, and leaves validation to who asks
VALIDATING = "192.0.2.54"
ANCHOR = "anchor.key"


@dataclass(frozen=True, slots=True)
class SignedLab:
    """The running laboratory, and the file with the key of its root."""

    room: Room
    anchor: Path

    def run(self, *argv: str) -> subprocess.CompletedProcess[str]:
        """Run a module of Python inside, to its end."""
        command = self.room.command([sys.executable, "-m", *argv])
        return subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=TIME_LIMIT, cwd=CHECKOUT
        )

    def judged(self) -> list[dict[str, Any]]:
        """Give each case with what we and unbound say of it."""
        done = self.run("tests.integration.judging", str(self.anchor))
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found


@contextmanager
def signed_laboratory() -> Iterator[SignedLab]:
    """Everything started and listening; nothing of it is left afterwards."""
    with ExitStack() as stack:
        prefix = f"mxgui-lab-{os.getpid()}-"
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=prefix)))
        (inside,) = stack.enter_context(namespaces("signed"))
        every = (NAME_SERVER, PLAIN, VALIDATING)
        inside.ip(*(f"address add {each}/32 dev lo" for each in every))
        inside.ip(f"address add {NAME_SERVER_IPV6}/128 dev lo nodad")
        world = World(ZONES)
        (folder / ANCHOR).write_text(world.anchors + "\n")
        commands = {
            "nsd": (unpack("nsd"), write_nsd(folder, world)),
            "plain": (unpack("unbound"), write_unbound(folder, PLAIN, "")),
            "validating": (unpack("unbound"), write_unbound(folder, VALIDATING, ANCHOR)),
        }
        servers = {}
        for name, (tree, argv) in commands.items():
            log = folder / f"{name}.log"
            servers[log] = stack.enter_context(running(Room(inside, (tree,)), argv, log))
        wait_until_listening(inside, {f"{each}:53" for each in every}, servers)
        yield SignedLab(Room(inside), folder / ANCHOR)


def write_nsd(folder: Path, world: World) -> list[str]:
    """Write the zones; the command that starts the server."""
    config = NSD.format(ipv4=NAME_SERVER, ipv6=NAME_SERVER_IPV6, folder=folder)
    for number, zone in enumerate(world.zones.values()):
        (folder / f"{number}.zone").write_text(master_file(zone))
        config += f'zone:\n  name: "{zone.plan.name}"\n  zonefile: "{folder}/{number}.zone"\n'
    path = folder / "nsd.conf"
    path.write_text(config)
    return ["nsd", "-d", "-c", str(path)]


def write_unbound(folder: Path, address: str, anchor: str) -> list[str]:
    """Write a resolver, which validates if it has an anchor; the command that starts it."""
    own = folder / f"unbound-{address}"
    own.mkdir()
    (own / "root.hints").write_text(ROOT_HINTS)
    also = f'trust-anchor-file: "{folder / anchor}"\nval-log-level: 2\n' if anchor else ""
    written = UNBOUND.format(address=address, access="allow", folder=own, also=also)
    if anchor:
        written = written.replace('"iterator"', '"validator iterator"')
    path = own / "unbound.conf"
    path.write_text(written)
    return ["unbound", "-d", "-c", str(path)]


def table() -> str:
    """Give all cases with what we say, alone and behind a resolver that validates, and unbound."""
    lines = [f"{'case':44} {'mxgui':10} {'because':14} {'behind':10} unbound"]
    with signed_laboratory() as lab:
        for row in lab.judged():
            ours, behind = row["mxgui"], row["behind"]
            named = f"{row['name']} {row['type']}"
            agrees = "" if ours["state"] == behind["state"] == row["unbound"] else "  differs"
            lines.append(
                f"{named:44} {ours['state']:10} {ours['why'] or '':14} {behind['state']:10} "
                f"{row['unbound']}{agrees}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
