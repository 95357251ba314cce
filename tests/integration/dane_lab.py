"""A laboratory for DANE: a signed zone with the records of every case, and a mail host for each.

All cases have one host name and one address; each has a port of its own, and so TLSA records of its
own. Postfix's tool looks at them by a resolver that validates.
"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import mxgui.net.queries  # noqa: F401 - takes odd TLSA records, which some cases have
from mxgui.model.records import Tlsa
from mxgui.routing.dane import dane_of
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import route_of
from tests.dane_cases import CASES, DaneCase
from tests.dane_facts import a_dane_inspection
from tests.dane_shelf import HOST, NOW
from tests.integration.calm import write_calm
from tests.integration.dane_openssl import Opinion, ask_openssl
from tests.integration.debian import unpack
from tests.integration.lab import CHECKOUT, TIME_LIMIT
from tests.integration.nameservers import NSD, ROOT_HINTS, UNBOUND
from tests.integration.namespaces import namespaces
from tests.integration.rooms import Room, running
from tests.integration.second_opinions import POSTFIX
from tests.integration.users import write_users
from tests.integration.waiting import wait_until_listening
from tests.integration.zones import NAME_SERVER, NAME_SERVER_IPV6
from tests.servers.signed_server import World
from tests.servers.signing import Zone, master_file

DOMAIN = "example.org"
RESOLVER, MAIL_HOST = "192.0.2.54", "192.0.2.80"
FIRST_PORT = 2600
TLSA_LINE = re.compile(r"^(\S+ \d+ IN TLSA) (\d+) (\d+) (\d+) ?(\S*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DaneLab:
    """The running laboratory."""

    room: Room
    folder: Path

    def ask_postfix(self) -> dict[str, Opinion]:
        """What Postfix's tool makes of every case, by name."""
        script = "\n".join(_finger(port) for port in ports().values())
        command = self.room.command(
            ["env", f"MAIL_CONFIG={self.folder / 'postfix'}", "sh", "-c", script]
        )
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=4 * TIME_LIMIT
        )
        parts = re.split(r"^=== (\d+)\n", done.stdout, flags=re.MULTILINE)
        said = dict(zip(map(int, parts[1::2]), parts[2::2], strict=True))
        return {case.name: opinion_of(said[port]) for case, port in ports().items()}


def ports() -> dict[DaneCase, int]:
    """The port of each case."""
    return {case: FIRST_PORT + number for number, case in enumerate(CASES)}


def opinion_of(said: str) -> Opinion:
    """What the tool's words for one host come to."""
    told = re.search(r"(\w+) TLS connection established", said)
    if told is None:  # it gave up, or broke down
        return Opinion(Verdict.UNKNOWN, said.strip().rpartition("\n")[2])
    if told[1] == "Verified":
        return Opinion(Verdict.MATCH, told[1])
    # Usages that it does not know it leaves out before it lists what it found.
    usable = "DNSSEC-signed TLSA record" in said and "all TLSA records unusable" not in said
    why = re.search(r"verification failed for \S+ (.+)$", said, re.MULTILINE)
    return Opinion(Verdict.MISMATCH if usable else Verdict.UNUSABLE, why[1] if why else told[1])


def _finger(port: int) -> str:
    tool = "posttls-finger -c -l dane -L verbose,summary -t 5 -T 5"
    return f"echo === {port}; {tool} {DOMAIN}:{port} 2>&1"


@contextmanager
def dane_laboratory() -> Iterator[DaneLab]:
    """Everything started and listening; nothing of it is left afterwards."""
    with ExitStack() as stack:
        prefix = f"mxgui-lab-{os.getpid()}-"
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=prefix)))
        folder.chmod(0o755)
        (inside,) = stack.enter_context(namespaces("dane"))
        inside.ip(*(f"address add {one}/32 dev lo" for one in (NAME_SERVER, RESOLVER, MAIL_HOST)))
        inside.ip(f"address add {NAME_SERVER_IPV6}/128 dev lo nodad")
        world = World(_zones())
        commands = {
            "nsd": ((unpack("nsd"),), _write_nsd(folder, world)),
            "unbound": ((unpack("unbound"),), _write_unbound(folder, world)),
            "mail": ((), _write_chains(folder)),
        }
        servers = {}
        for name, (trees, argv) in commands.items():
            log = folder / f"{name}.log"
            servers[log] = stack.enter_context(running(Room(inside, trees), argv, log))
        mail = {f"{MAIL_HOST}:{port}" for port in ports().values()}
        wait_until_listening(inside, {f"{NAME_SERVER}:53", f"{RESOLVER}:53", *mail}, servers)
        yield DaneLab(Room(inside, (unpack("postfix"),), _write_postfix(folder)), folder)


def _zones() -> Sequence[Zone]:
    lines = [f"@ MX 10 {HOST}.", f"{HOST}. A {MAIL_HOST}"]
    lines += [
        f"_{port}._tcp.{HOST}. TLSA {_generic(record)}"
        for case, port in ports().items()
        for record in case.tlsa
    ]
    servers = "ns A 192.0.2.52\nns AAAA 2001:db8::52\n"
    return (Zone("."), Zone("example", servers), Zone("org"), Zone(DOMAIN, "\n".join(lines)))


def _generic(record: Tlsa) -> str:
    """A record as any server reads it, whatever is odd about it (RFC 3597, section 5)."""
    octets = bytes((record.usage, record.selector, record.matching)) + record.data
    return rf"\# {len(octets)} {octets.hex()}"


def _as_generic(line: re.Match[str]) -> str:
    usage, selector, matching = int(line[2]), int(line[3]), int(line[4])
    return f"{line[1]} {_generic(Tlsa(usage, selector, matching, bytes.fromhex(line[5])))}"


def _write_nsd(folder: Path, world: World) -> list[str]:
    config = NSD.format(ipv4=NAME_SERVER, ipv6=NAME_SERVER_IPV6, folder=folder)
    for number, zone in enumerate(world.zones.values()):
        written = TLSA_LINE.sub(_as_generic, master_file(zone))
        (folder / f"{number}.zone").write_text(written)
        config += f'zone:\n  name: "{zone.plan.name}"\n  zonefile: "{folder}/{number}.zone"\n'
    path = folder / "nsd.conf"
    path.write_text(config)
    return ["nsd", "-d", "-c", str(path)]


def _write_unbound(folder: Path, world: World) -> list[str]:
    (folder / "root.hints").write_text(ROOT_HINTS)
    (folder / "anchor.key").write_text(world.anchors + "\n")
    also = f'trust-anchor-file: "{folder}/anchor.key"\n'
    written = UNBOUND.format(address=RESOLVER, access="allow", folder=folder, also=also)
    path = folder / "unbound.conf"
    path.write_text(written.replace('"iterator"', '"validator iterator"'))
    return ["unbound", "-d", "-c", str(path)]


def _write_chains(folder: Path) -> list[str]:
    for case, port in ports().items():
        whole = case.chain[0].key_pem + b"".join(one.pem for one in case.chain)
        (folder / f"{port}.pem").write_bytes(whole)
    script = "import runpy, sys; sys.path.insert(0, sys.argv[1]); sys.argv = sys.argv[1:]; "
    script += "runpy.run_module('tests.integration.dane_hosts', run_name='__main__')"
    return [sys.executable, "-c", script, str(CHECKOUT), str(folder)]


def _write_postfix(folder: Path) -> dict[str, Path]:
    own = folder / "postfix"
    own.mkdir()
    write_calm(own / "main.cf", POSTFIX.format(folder=own))
    resolv_conf = folder / "resolv.conf"
    resolv_conf.write_text(f"nameserver {RESOLVER}\noptions edns0 trust-ad\n")
    return write_users(folder) | {"/etc/resolv.conf": resolv_conf}


def table() -> str:
    """Give all cases with what we, OpenSSL and Postfix's tool say of them."""
    lines = [f"{'case':75} {'mxgui':10} {'openssl':10} posttls-finger"]
    with dane_laboratory() as lab, TemporaryDirectory() as folder:
        postfix = lab.ask_postfix()
        for case in CASES:
            openssl = asyncio.run(ask_openssl(case, Path(folder))).verdict
            ours, theirs = verdict_of(case), postfix[case.name].verdict
            differs = "" if ours is openssl is theirs else "  differs"
            lines.append(
                f"{case.name:75} {ours.value:10} {openssl.value:10} {theirs.value}{differs}"
            )
    return "\n".join(lines)


def verdict_of(case: DaneCase) -> Verdict:
    """What we say."""
    inspection = a_dane_inspection(case.tlsa, case.chain, at=NOW)
    [host] = route_of(inspection).hosts
    return dane_of(inspection, host, host.addresses[0]).verdict


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
