"""What Exim and Postfix say of a route when they are the senders, and unbound's own tool."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.integration.calm import write_calm
from tests.integration.lab import Lab
from tests.integration.rooms import Room

EXIM = """\
primary_hostname = sender.example
spool_directory = {folder}
log_file_path = {folder}/sender-%slog
keep_environment =
domainlist local_domains = sender.example
begin routers
by_mx:
  driver = dnslookup
  domains = ! +local_domains
  transport = to_mx
  ignore_target_hosts = 0.0.0.0 : 127.0.0.0/8
begin transports
to_mx:
  driver = smtp
begin retry
* * F,2h,15m
"""

POSTFIX = """\
compatibility_level = 3.6
config_directory = {folder}
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
inet_protocols = all
myhostname = sender.example
maillog_file = {folder}/posttls.log
dnssec_probe =
"""

EXIM_HOST = re.compile(
    r"^  host (?P<name>\S+)\s+\[(?P<address>[^\]]+)\](?:\s+MX=(?P<mx>-?\d+))?", re.M
)
POSTFIX_TRIED = re.compile(
    r"(?:: connect to|setting up TLS connection to) (?P<name>[^\[\s]+)\[(?P<address>[^\]]+)\]:25"
)
MAIL_LINE = re.compile(r"mail is handled by (?P<mx>\d+) (?P<name>\S+)\.$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One address that a sender would try, with the preference it was listed at."""

    preference: int | None
    host: str
    address: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Exim's routing of a domain: addresses in the order it would try them, and its own words."""

    exchanges: tuple[Exchange, ...]
    words: str


def exim_routing(lab: Lab, domain: str, room: Room | None = None) -> Routing:
    """How Exim would route mail for the domain; it shuffles equals anew each time."""
    config = _written(lab.folder / "sender-exim", "exim.conf", EXIM)
    done = lab.run(["exim4", "-C", str(config), "-bt", f"somebody@{domain}"], room=room)
    found = EXIM_HOST.finditer(done.stdout)
    exchanges = (
        Exchange(int(one["mx"]) if one["mx"] else None, one["name"], one["address"])
        for one in found
    )
    return Routing(tuple(exchanges), done.stdout + done.stderr)


def postfix_attempts(lab: Lab, domain: str) -> tuple[Exchange, ...]:
    """The addresses that Postfix's own probe tried, in its order, until one greeted."""
    config = _written(lab.folder / "sender-postfix", "main.cf", POSTFIX)
    tool = ["posttls-finger", "-c", "-l", "may", "-L", "verbose,summary", "-t", "3", "-T", "5"]
    done = lab.run(["env", f"MAIL_CONFIG={config.parent}", *tool, domain])
    said = POSTFIX_TRIED.finditer(done.stdout + done.stderr)
    return tuple(Exchange(None, one["name"], one["address"]) for one in said)


def published(lab: Lab, domain: str) -> tuple[tuple[int, str], ...]:
    """The MX records of the domain, as unbound's own tool finds them by the system's resolver."""
    done = lab.run(["unbound-host", "-r", "-t", "MX", domain])
    return tuple((int(one["mx"]), one["name"]) for one in MAIL_LINE.finditer(done.stdout))


def _written(folder: Path, name: str, template: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    write_calm(path, template.format(folder=folder))
    return path
