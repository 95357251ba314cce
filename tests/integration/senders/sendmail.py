"""Sendmail as a sender: one process for each message, which tells every connection it makes.

Configured by its own macros with their defaults, but for the waits: 1 s for a connection, 2 s for
a greeting. Its program is copied, because the loader trusts a program that changes its group less.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from pathlib import Path

from mxgui.routing.sending.walk import Fate
from tests.integration.debian import unpack
from tests.integration.rooms import Room, running
from tests.integration.senders.ground import Ground
from tests.integration.senders.predicted import Outcome
from tests.integration.senders.record_set import SENDER, SENDER_IPV6, SENDER_NAME, RecordSet
from tests.integration.waiting import wait_until_listening

MACROS = "/usr/share/sendmail/cf"
CONFIG = """\
OSTYPE(linux)dnl
define(`confDOMAIN_NAME',`{name}')dnl
define(`QUEUE_DIR',`{folder}/queue')dnl
define(`confTO_IDENT',`0s')dnl
define(`confTO_CONNECT',`1s')dnl
define(`confTO_ICONNECT',`1s')dnl
define(`confTO_INITIAL',`2s')dnl
FEATURE(nocanonify)dnl
FEATURE(no_default_msa)dnl
DAEMON_OPTIONS(`Addr={ipv4}, Name=MTA')dnl
DAEMON_OPTIONS(`Family=inet6, Addr={ipv6}, Name=MTA6')dnl
FEATURE(accept_unresolvable_domains)dnl
MAILER(local)dnl
MAILER(smtp)dnl
"""
CONNECTING = re.compile(
    r"^makeconnection \((?P<host>\S+?)\.? \[(?:IPv6:)?(?P<address>[0-9a-f.:]+)\]\.25", re.MULTILINE
)
BOUNCE = f"\ns@{SENDER_NAME}... queued"


def runs(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """Deliver messages to each set, as many as are wanted, and read what was tried."""
    return _runs(lab, _configured(lab), wanted)


def loops(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """The same, while Sendmail listens at the sender's addresses as well."""
    folder = _configured(lab)
    argv = [f"{folder}/sendmail", "-C", f"{folder}/sendmail.cf", "-bD"]
    log = folder / "log"
    with running(sendmail(lab), argv, log) as process:
        wait_until_listening(lab.sender, {f"{SENDER}:25", f"[{SENDER_IPV6}]:25"}, {log: process})
        return _runs(lab, folder, wanted)


def _configured(lab: Ground) -> Path:
    folder = lab.made("sendmail")
    (folder / "queue").mkdir()
    (folder / "sendmail.mc").write_text(
        CONFIG.format(folder=folder, name=SENDER_NAME, ipv4=SENDER, ipv6=SENDER_IPV6)
    )
    script = [
        f"cp --no-preserve=mode /usr/libexec/sendmail/sendmail {folder}/sendmail",
        f"chmod 755 {folder}/sendmail",
        f"m4 -D_CF_DIR_={MACROS}/ {MACROS}/m4/cf.m4 {folder}/sendmail.mc > {folder}/sendmail.cf",
    ]
    _said(sendmail(lab), script, folder)
    return folder


def _runs(
    lab: Ground, folder: Path, wanted: Mapping[RecordSet, int]
) -> dict[RecordSet, list[Outcome]]:
    program = f"{folder}/sendmail -C {folder}/sendmail.cf -v -odi -d16.1 -f s@{SENDER_NAME}"
    script = [
        f"for i in $(seq {runs}); do echo '=== {records.name}'; "
        f"printf 'Subject: x\\n\\nx\\n' | {program} x@{records.domain}; done"
        for records, runs in wanted.items()
    ]
    found: dict[RecordSet, list[Outcome]] = {records: [] for records in wanted}
    named = {records.name: records for records in wanted}
    for part in _said(sendmail(lab), script, folder).split("=== ")[1:]:
        name, _, shown = part.partition("\n")
        found[named[name]].append(_outcome_of(f"\n{shown}", named[name].domain))
    return found


def sendmail(lab: Ground) -> Room:
    """Give a room in which Sendmail and what makes its configuration are unpacked."""
    return lab.room(unpack("sendmail-bin", "sendmail-base", "sendmail-cf", "m4"))


def _outcome_of(shown: str, domain: str) -> Outcome:
    tries = tuple(
        (told["host"], str(ip_address(told["address"]))) for told in CONNECTING.finditer(shown)
    )
    if BOUNCE in shown:
        return Outcome(tries, Fate.BOUNCED)
    ends = re.findall(rf"^x@{re.escape(domain)}\.\.\. (Deferred|Sent)\b", shown, re.MULTILINE)
    if not ends:
        raise ValueError(f"no end in {shown}")
    return Outcome(tries, Fate.DELIVERED if ends[-1] == "Sent" else Fate.DEFERRED)


def _said(room: Room, script: Sequence[str], folder: Path) -> str:
    with (folder / "said").open("w+", errors="replace") as said:
        subprocess.run(
            room.command(["sh"]),
            input="\n".join(script),
            text=True,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,  # its last message may bounce
        )
        said.seek(0)
        return said.read()
