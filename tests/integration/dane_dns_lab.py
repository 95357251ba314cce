"""A laboratory for what DNS decides of DANE: signed zones, a mail host or none, Postfix as sender.

Postfix sends a message to each domain with `smtp_tls_security_level = dane`. No host takes it, so
that it comes to every exchange, and its log tells what it made of each.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.integration.dane_dns_cases import (
    CASES,
    ENCRYPTED,
    NEXT_HOP,
    PLAIN_TEXT,
    DnsCase,
    shown,
    zones,
)
from tests.integration.debian import unpack
from tests.integration.lab import CHECKOUT, TIME_LIMIT
from tests.integration.namespaces import namespaces
from tests.integration.rooms import Room, running
from tests.integration.second_opinions import POSTFIX
from tests.integration.signed_lab import ANCHOR, PLAIN, VALIDATING, write_nsd, write_unbound
from tests.integration.users import USERS, write_users
from tests.integration.waiting import wait_until, wait_until_listening
from tests.integration.zones import NAME_SERVER, NAME_SERVER_IPV6
from tests.servers.signed_server import World

ENTRANCE = "127.0.0.1:2525"  # where Postfix takes the messages that it is to send
MAIN = (
    POSTFIX.replace("{folder}/posttls.log", "/dev/stdout").replace(
        "protocols = all", "protocols = ipv4"
    )
    + """\
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
mynetworks = 127.0.0.0/8
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
smtpd_peername_lookup = no
smtp_dns_support_level = dnssec
smtp_tls_security_level = dane
smtp_tls_loglevel = 1
smtp_connect_timeout = 5s
smtp_connection_cache_on_demand = no
"""
)
MASTER = f"""\
{ENTRANCE} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
"""
SENDER = """
import smtplib, sys
entrance, *domains = sys.argv[1:]
for domain in domains:
    with smtplib.SMTP(entrance) as session:
        session.sendmail("", [f"b@{domain}"], "Subject: DANE\\n\\nHello.\\n")
"""


@dataclass(frozen=True, slots=True)
class DaneDnsLab:
    """The running laboratory, with the folder that has its files."""

    room: Room
    sender: Room
    folder: Path

    def ours(self, resolver: str) -> dict[str, dict[str, str]]:
        """What mxgui says of each exchange, by domain."""
        module = ["-m", "tests.integration.dane_dns_words", str(self.folder / ANCHOR), resolver]
        done = self._run(self.room, [sys.executable, *module])
        found: dict[str, dict[str, str]] = json.loads(done)
        return found

    def postfix(self) -> dict[str, dict[str, str]]:
        """What Postfix did with each exchange, by domain; with what it said behind a colon."""
        domains = [case.domain for case in CASES]
        self._run(self.room, [sys.executable, "-c", SENDER, ENTRANCE, *domains])
        wait_until(lambda: all(f"b@{domain}>, relay" in self.log for domain in domains))
        return {case.domain: deeds(case, self.log) for case in CASES}

    @property
    def log(self) -> str:
        """All that Postfix has said."""
        return (self.folder / "sender.log").read_text()

    def fingers(self) -> dict[str, str]:
        """What Postfix's tool says of each domain, which stops at the first exchange it can use."""
        tool = "posttls-finger -c -l dane -L verbose,summary -t 5 -T 5"
        script = "\n".join(f"echo === {case.domain}; {tool} {case.domain} 2>&1" for case in CASES)
        config = f"MAIL_CONFIG={self.folder / 'sender'}"
        said = self._run(self.sender, ["env", config, "sh", "-c", script])
        parts = re.split(r"^=== (\S+)\n", said, flags=re.MULTILINE)
        return dict(zip(parts[1::2], parts[2::2], strict=True))

    def _run(self, room: Room, argv: list[str]) -> str:
        done = subprocess.run(
            room.command(argv),
            capture_output=True,
            text=True,
            check=False,
            timeout=4 * TIME_LIMIT,
            cwd=CHECKOUT,
        )
        assert done.stdout or not done.returncode, done.stderr
        return done.stdout


def deeds(case: DnsCase, log: str) -> dict[str, str]:
    """What the log tells of each exchange of a case: how it was reached, or that it was not."""
    domain = re.escape(case.domain)
    [queue_id] = set(re.findall(rf"(\w+): to=<b@{domain}>", log))
    found: dict[str, str] = {}
    sessions: dict[str, tuple[str, str]] = {}  # encryption and host, by process
    for line in re.finditer(r"postfix/smtp\[(\d+)\]: (.*)", log):
        process, words = line[1], line[2]
        session = re.match(r"(\w+) TLS connection established to ([^\[]+)\[", words)
        turned_away = re.match(rf"warning: TLS policy lookup for {domain}/([^:]+): ", words)
        if session is not None:
            sessions[process] = (session[1], session[2])
        elif turned_away is not None:
            found[_label(turned_away[1])] = "skipped"
        elif words.startswith(f"{queue_id}: "):
            level, host = sessions.pop(process, ("", ""))
            named = re.search(r"relay=([\w.-]+)\[|lookup error for ([\w.-]+):|name=(\S+) ", words)
            host = next(filter(None, named.groups()), host) if named is not None else host
            found[_label(host)] = _deed(level, words)
        elif re.match(r"\w+: to=", words):
            sessions.pop(process, None)
    return found


def _label(host: str) -> str:
    return host.partition(".")[0]


def _deed(level: str, words: str) -> str:
    if " said: 450 " not in words:
        return "skipped"
    # With insecure MX records a match is logged as "Trusted"; no authority is known here.
    levels = {"Verified": "verified", "Trusted": "verified", "": "plain"}
    return levels.get(level, "encrypted")


def table() -> str:
    """Give all cases with what we say through each resolver, and what Postfix and its tool do."""
    lines = [
        f"{'domain':20} {'exchange':10} {'mxgui':15} {'behind':15} {'postfix':10} tool  RFC 7672"
    ]
    with dane_dns_laboratory() as lab:
        plain, behind = lab.ours(PLAIN), lab.ours(VALIDATING)
        postfix, tool = lab.postfix(), lab.fingers()
    for case in CASES:
        for label in case.hosts:
            ours, others = plain[case.domain][label], behind[case.domain][label]
            did = postfix[case.domain].get(label, "")
            agrees = "" if did == case.deed(label) and ours == others else "  differs"
            lines.append(
                f"{case.domain:20} {label:10} {ours:15} {others:15} {did:10} "
                f"{finger(tool[case.domain])}  {case.section}{agrees}"
            )
    return "\n".join(lines)


def finger(said: str) -> str:
    """What the tool's words come to; "silent" where no encryption is offered: it ends without."""
    level = re.search(r"(\w+) TLS connection established", said)
    if level is not None:
        is_dane = "DNSSEC-signed TLSA record" in said
        good = level[1] in ("Verified", "Trusted")
        return "verified" if good else "skipped" if is_dane else "encrypted"
    return "skipped" if re.search(r"TLSA lookup error|lookup failed", said) else "silent"


@contextmanager
def dane_dns_laboratory() -> Iterator[DaneDnsLab]:
    """Everything started and listening; nothing of it is left afterwards."""
    with ExitStack() as stack:
        prefix = f"mxgui-lab-{os.getpid()}-"
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=prefix)))
        folder.chmod(0o755)
        (inside,) = stack.enter_context(namespaces("danedns"))
        addresses = (NAME_SERVER, PLAIN, VALIDATING, ENCRYPTED, PLAIN_TEXT, NEXT_HOP)
        inside.ip(*(f"address add {one}/32 dev lo" for one in addresses))
        inside.ip(f"address add {NAME_SERVER_IPV6}/128 dev lo nodad")
        world = World(zones())
        (folder / ANCHOR).write_text(world.anchors + "\n")
        files = _write_sender(folder)
        sender = Room(inside, (unpack("postfix"),), files)
        commands = {
            "nsd": (Room(inside, (unpack("nsd"),)), write_nsd(folder, world)),
            "plain": (Room(inside, (unpack("unbound"),)), write_unbound(folder, PLAIN, "")),
            "validating": (
                Room(inside, (unpack("unbound"),)),
                write_unbound(folder, VALIDATING, ANCHOR),
            ),
            "mail": (Room(inside), _write_hosts(folder)),
            "sender": (sender, ["postfix", "-c", str(folder / "sender"), "start-fg"]),
        }
        servers = {}
        for name, (room, argv) in commands.items():
            log = folder / f"{name}.log"
            servers[log] = stack.enter_context(running(room, argv, log))
        wanted = {f"{one}:53" for one in (NAME_SERVER, PLAIN, VALIDATING)}
        wanted |= {f"{one}:25" for one in (ENCRYPTED, PLAIN_TEXT, NEXT_HOP)}
        wait_until_listening(inside, wanted | {ENTRANCE}, servers)
        yield DaneDnsLab(Room(inside), sender, folder)


def _write_hosts(folder: Path) -> list[str]:
    chains = folder / "chains"
    chains.mkdir()
    for address, chain in shown().items():
        whole = chain[0].key_pem + b"".join(one.pem for one in chain)
        (chains / f"{address}.pem").write_bytes(whole)
    script = "import runpy, sys; sys.path.insert(0, sys.argv[1]); sys.argv = sys.argv[1:]; "
    script += "runpy.run_module('tests.integration.dane_dns_hosts', run_name='__main__')"
    return [sys.executable, "-c", script, str(CHECKOUT), str(chains)]


def _write_sender(folder: Path) -> dict[str, Path]:
    own = folder / "sender"
    own.mkdir()
    (own / "main.cf").write_text(MAIN.format(folder=own))
    (own / "master.cf").write_text(MASTER)
    for name in ("queue", "data"):
        (own / name).mkdir()
    os.chown(own / "data", USERS["postfix"], USERS["postfix"])
    resolv_conf = folder / "resolv.conf"
    resolv_conf.write_text(f"nameserver {VALIDATING}\noptions edns0 trust-ad\n")
    return write_users(folder) | {"/etc/resolv.conf": resolv_conf}


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
