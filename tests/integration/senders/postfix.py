"""Postfix as a sender: an instance of its own that is given all messages at once.

With its defaults, but for the waits (1 s for a connection, 2 s for a greeting), for no retry while
the laboratory runs, and for the judgement over a whole destination: after four failures the queue
manager would put all mail to it off without a try.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from mxgui.routing.sending.walk import Fate
from tests.integration.calm import write_calm
from tests.integration.debian import unpack
from tests.integration.rooms import running
from tests.integration.senders.ground import Ground
from tests.integration.senders.predicted import Outcome
from tests.integration.senders.record_set import SENDER_NAME, RecordSet
from tests.integration.users import USERS
from tests.integration.waiting import wait_until, wait_until_listening

PATIENCE = 600.0  # seconds; twenty thousand messages take two minutes
DOOR = "127.0.0.1:10025"
MAIN = """\
compatibility_level = 3.6
config_directory = {folder}
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = /dev/stdout
myhostname = {name}
mydestination = {name}
mynetworks = 127.0.0.0/8
local_transport = discard:
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = all
inet_protocols = all
smtp_tls_security_level = may
smtp_connect_timeout = 1s
smtp_helo_timeout = 2s
smtp_connection_cache_on_demand = no
queue_run_delay = 1h
default_destination_concurrency_failed_cohort_limit = 0
default_destination_concurrency_negative_feedback = 0
"""

# service type private unpriv chroot wakeup maxproc command
MASTER = """\
127.0.0.1:10025 inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
cleanup unix n - n - 0 cleanup
qmgr unix n - n 3600 1 qmgr
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
discard unix - - n - - discard
smtp unix - - n - 40 smtp -v
"""
TRYING = re.compile(r"smtp_connect_addr: trying: (?P<host>\S+)\[(?P<address>[^\]]+)\] port 25")
PROCESS = re.compile(r"postfix/smtp\[(?P<process>\d+)\]: (?P<said>.*)$")
ENDED = re.compile(r"\w+: to=<x@(?P<domain>[^>]+)>, .*status=(?P<status>\w+) ")
FATES = {"sent": Fate.DELIVERED, "deferred": Fate.DEFERRED, "bounced": Fate.BOUNCED}


def runs(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """Deliver messages to each set, as many as are wanted, and read what was tried."""
    folder = _configured(lab)
    room, log = lab.room(unpack("postfix")), folder / "log"
    with running(room, ["postfix", "-c", str(folder), "start-fg"], log) as process:
        wait_until_listening(lab.sender, {DOOR}, {log: process})
        script = [
            f"smtp-source -m {runs} -s 5 -f s@{SENDER_NAME} -t x@{records.domain} {DOOR}"
            for records, runs in wanted.items()
        ]
        subprocess.run(room.command(["sh", "-e"]), input="\n".join(script), text=True, check=True)
        with log.open(errors="replace") as text:
            found = _Reader(text)
            wait_until(lambda: found.ended() >= sum(wanted.values()), PATIENCE)
    return {records: found.of.get(records.domain, []) for records in wanted}


class _Reader:
    """Reads the log as it grows; each process of it delivers one message after the other."""

    def __init__(self, log: TextIO) -> None:
        self._log = log
        self._rest = ""
        self._tries: dict[str, list[tuple[str, str]]] = {}
        self.of: dict[str, list[Outcome]] = {}

    def ended(self) -> int:
        """Read on; tell how many messages have come to an end."""
        *lines, self._rest = (self._rest + self._log.read()).split("\n")
        for line in lines:
            told = PROCESS.search(line)
            if told is not None:
                self._take(told["process"], told["said"])
        return sum(map(len, self.of.values()))

    def _take(self, process: str, said: str) -> None:
        trying, ended = TRYING.search(said), ENDED.match(said)
        if trying is not None:
            tries = self._tries.setdefault(process, [])
            tries.append((trying["host"], trying["address"]))
        elif ended is not None:
            tries = self._tries.pop(process, [])
            outcome = Outcome(tuple(tries), FATES[ended["status"]])
            self.of.setdefault(ended["domain"], []).append(outcome)


def _configured(lab: Ground) -> Path:
    folder = lab.made("postfix")
    main = MAIN.format(folder=folder, name=SENDER_NAME)
    write_calm(folder / "main.cf", main)
    (folder / "master.cf").write_text(MASTER)
    for name in ("queue", "data"):
        (folder / name).mkdir()
    os.chown(folder / "data", USERS["postfix"], USERS["postfix"])
    return folder
