"""Exim as a sender: its list of hosts without a connection (`-bt`), and deliveries one by one.

Both with its defaults, but for the waits: 1 s for a connection, which TCP Fast Open would hide from
it, and 2 s for a reply. The database of hosts that failed is taken away before each message.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mxgui.routing.sending.walk import Fate
from tests.integration.lab import exim
from tests.integration.senders.ground import Ground
from tests.integration.senders.predicted import Outcome
from tests.integration.senders.record_set import SENDER_NAME, RecordSet
from tests.integration.users import USERS

CONFIG = """\
primary_hostname = {name}
exim_user = Debian-exim
exim_group = Debian-exim
exim_path = /usr/sbin/exim4
spool_directory = {folder}/spool
log_file_path = {folder}/log/%slog
keep_environment =
host_lookup =
never_users =
domainlist local_domains = {name}
log_selector = +received_recipients
begin routers
by_mx:
  driver = dnslookup
  domains = ! +local_domains
  transport = to_mx
  ignore_target_hosts = 0.0.0.0 : 127.0.0.0/8
  no_more
drop:
  driver = redirect
  data = :blackhole:
begin transports
to_mx:
  driver = smtp
  hosts_try_fastopen =
  connect_timeout = 1s
  command_timeout = 2s
begin retry
* * F,2h,15m; G,16h,1h,1.5; F,4d,6h
"""

LANES = 3  # so many messages at the same time, each with a spool of its own
LISTED = re.compile(r"^  host (?P<host>\S+)\s+\[(?P<address>[0-9a-f.:]+)\]", re.MULTILINE)
LINE = re.compile(r"^\S+ \S+ (?P<id>\w{6}-\w{6}-\w{2}) (?P<said>.*)$", re.MULTILINE)
HOST = re.compile(r"H=(?P<host>\S+) \[(?P<address>[0-9a-f.:]+)\]")
FATES = {"=>": Fate.DELIVERED, "==": Fate.DEFERRED, "**": Fate.BOUNCED}
NO_LIST = {"undeliverable": Fate.BOUNCED, "cannot be resolved": Fate.DEFERRED}


def lists(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """Ask for the list of hosts of each set, as often as it is wanted."""
    exim4 = f"exim4 -C {_configured(lab)}/exim.conf -bt"
    script = [
        f"for i in $(seq {runs}); do echo '=== {records.name}'; {exim4} x@{records.domain}; done"
        for records, runs in wanted.items()
    ]
    said = _run(lab, script)
    found: dict[RecordSet, list[Outcome]] = {records: [] for records in wanted}
    named = {records.name: records for records in wanted}
    for part in said.split("=== ")[1:]:
        name, _, shown = part.partition("\n")
        found[named[name]].append(_list_of(shown))
    return found


def _list_of(shown: str) -> Outcome:
    fates = [fate for words, fate in NO_LIST.items() if words in shown]
    return Outcome(tuple(LISTED.findall(shown)), fates[0] if fates else Fate.DELIVERED)


def runs(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """Deliver messages to each set, as many as are wanted, and read what was tried."""
    given = list(wanted.items())
    parts = [dict(given[at::LANES]) for at in range(LANES)]
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda part: _runs(lab, part), parts)
        return {records: seen for part in found for records, seen in part.items()}


def _runs(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    folder = _configured(lab)
    exim4 = f"exim4 -C {folder}/exim.conf -odf -f s@{SENDER_NAME}"
    script = [
        f"for i in $(seq {runs}); do rm -rf {folder}/spool/db; "
        f"printf 'Subject: x\\n\\nx\\n' | {exim4} x@{records.domain}; done"
        for records, runs in wanted.items()
    ]
    _run(lab, script)
    return {
        records: list(outcomes_in((folder / "log" / "mainlog").read_text(), records))
        for records in wanted
    }


def outcomes_in(log: str, records: RecordSet) -> Iterator[Outcome]:
    """Read the log: each message to the domain, with the hosts that were tried."""
    said: dict[str, list[str]] = {}
    for line in LINE.finditer(log):
        said.setdefault(line["id"], []).append(line["said"])
    for lines in said.values():
        if lines[0].startswith("<= ") and lines[0].endswith(f" for x@{records.domain}"):
            yield _outcome_of(lines[1:])


def _outcome_of(lines: Sequence[str]) -> Outcome:
    tries: list[tuple[str, str]] = []
    for line in lines:
        sign, host = line[:2], HOST.search(line)
        if host is not None and (sign == "H=" or sign in ("=>", "**")):
            one = (host["host"], host["address"])
            if sign == "H=" or tries[-1:] != [one]:
                tries.append(one)
        if sign in FATES:
            return Outcome(tuple(tries), FATES[sign])
    raise ValueError(f"no end in {lines}")


def _configured(lab: Ground) -> Path:
    folder = lab.made("exim")
    (folder / "exim.conf").write_text(CONFIG.format(folder=folder, name=SENDER_NAME))
    for name in ("spool", "log"):
        (folder / name).mkdir()
        os.chown(folder / name, USERS["Debian-exim"], USERS["Debian-exim"])
    return folder


def _run(lab: Ground, script: Sequence[str]) -> str:
    done = subprocess.run(
        lab.room(exim()).command(["sh"]),
        input="\n".join(script),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
