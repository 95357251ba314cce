"""OpenSMTPD as a sender: one daemon a run, given one message for each set.

As it comes. It leaves two seconds between connections to one destination, so a run takes half a
minute; what is not at its end by then waits in the queue. It tells addresses and not names, so the
name is that of the record which comes first; and it has no time of its own for a connection, so
what it makes of silence hangs on the ground's patience.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path

from mxgui.routing.sending.walk import Fate
from tests.integration.debian import unpack
from tests.integration.rooms import running
from tests.integration.senders.ground import Ground
from tests.integration.senders.predicted import Outcome
from tests.integration.senders.record_set import SENDER, SENDER_IPV6, RecordSet
from tests.integration.waiting import wait_until, wait_until_listening

FIRST_PORT = 10030
CONFIG = """\
listen on 127.0.0.1 port {port}
action "out" relay
match from any for any action "out"
"""
LISTENS = f"listen on {SENDER} port 25\nlisten on {SENDER_IPV6} port 25\n"
ROUTE = re.compile(r"searching new route for \[connector:\[\]->\[relay:(?P<domain>[^,]+),")
SPAWNED = re.compile(r"spawning new connection on \[\] <-> \[?(?P<address>[0-9a-f.:]+)")
ENDED = re.compile(
    r'mta delivery .* to=<x@(?P<domain>[^>]+)> .* relay="(?P<relay>\S+) .*result="(?P<result>\w+)"'
)
HOME = {SENDER, SENDER_IPV6, f"[{SENDER_IPV6}]"}  # what was handed to itself goes on
FATES = {"Ok": Fate.DELIVERED, "TempFail": Fate.DEFERRED, "PermFail": Fate.BOUNCED}


@dataclass(frozen=True, slots=True)
class Daemon:
    """One daemon: its port and its log."""

    port: int
    log: Path

    @property
    def ended(self) -> set[str]:
        """The domains whose message has come to an end."""
        said = self.log.read_text(errors="replace")
        return {told["domain"] for told in ENDED.finditer(said) if told["relay"] not in HOME}


def runs(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """Deliver a message to each set from as many daemons as are wanted at most."""
    given = [group for _ in range(max(wanted.values())) for group in apart(wanted)]
    return _runs(lab, wanted, given, CONFIG)


def loops(lab: Ground, wanted: Mapping[RecordSet, int]) -> dict[RecordSet, list[Outcome]]:
    """Deliver a message to each set from one daemon that listens at the sender's addresses."""
    return _runs(lab, wanted, [list(wanted)], CONFIG + LISTENS)


def _runs(
    lab: Ground,
    wanted: Mapping[RecordSet, int],
    given: Sequence[Sequence[RecordSet]],
    config: str,
) -> dict[RecordSet, list[Outcome]]:
    with ExitStack() as stack:
        daemons = [_started(stack, lab, FIRST_PORT + at, config) for at in range(len(given))]
        for daemon, group in zip(daemons, given, strict=True):
            _hand_over(lab, daemon, group)
        wait_until_ended(daemons, given, lab.patience)
        logs = [daemon.log.read_text(errors="replace") for daemon in daemons]
    found: dict[RecordSet, list[Outcome]] = {records: [] for records in wanted}
    for log, group in zip(logs, given, strict=True):
        for records, outcome in outcomes_in(log, group):
            found[records].append(outcome)
    return found


def apart(wanted: Iterable[RecordSet]) -> list[list[RecordSet]]:
    """Put sets that share an address into groups apart: a daemon remembers addresses for all."""
    groups: list[tuple[list[RecordSet], set[str]]] = []
    for records in wanted:
        own = {place.address for places in records.places.values() for place in places}
        group = next((each for each in groups if not each[1] & own), None)
        if group is None:
            group = ([], set())
            groups.append(group)
        group[0].append(records)
        group[1].update(own)
    return [group for group, _ in groups]


def _hand_over(lab: Ground, daemon: Daemon, group: Iterable[RecordSet]) -> None:
    script = [
        f"smtp-source -f '' -t x@{records.domain} 127.0.0.1:{daemon.port}" for records in group
    ]
    room = lab.room(unpack("postfix"))
    subprocess.run(room.command(["sh", "-e"]), input="\n".join(script), text=True, check=True)


def wait_until_ended(
    daemons: Sequence[Daemon], given: Sequence[Sequence[RecordSet]], patience: float
) -> None:
    """Wait until every message has come to an end, or patience has: some go round and round."""
    domains = [{records.domain for records in group} for group in given]
    with suppress(TimeoutError):
        wait_until(
            lambda: all(own <= daemon.ended for own, daemon in zip(domains, daemons, strict=True)),
            patience,
        )


def outcomes_in(log: str, wanted: Iterable[RecordSet]) -> Iterator[tuple[RecordSet, Outcome]]:
    """Read a log: what was tried for each set, until a route was tried again, and its end."""
    tried: dict[str, list[str]] = {}
    fates: dict[str, Fate] = {}
    domain = ""
    for line in log.splitlines():
        if told := ROUTE.search(line):
            domain = told["domain"]
        elif told := SPAWNED.search(line):
            if domain not in fates:
                tried.setdefault(domain, []).append(str(ip_address(told["address"])))
        elif told := ENDED.search(line):
            fates[told["domain"]] = FATES[told["result"]]  # the last: it may go round in a circle
    for records in wanted:
        addresses = _until_again(tried.get(records.domain, []))
        tries = tuple((name_of(records, address), address) for address in addresses)
        yield records, Outcome(tries, fates.get(records.domain, Fate.DEFERRED))


def _until_again(addresses: list[str]) -> list[str]:
    first = dict.fromkeys(addresses)
    again = next((at for at, each in enumerate(addresses) if each in addresses[:at]), None)
    return addresses[:again] if again is not None else list(first)


def name_of(records: RecordSet, address: str) -> str:
    """Give the name of the best record that has this address."""
    for _, name in sorted(records.records, key=lambda record: record[0]):
        places = records.places.get(records.aliases.get(name, name), ())
        if any(place.address == address for place in places):
            return name
    return records.domain


def _started(stack: ExitStack, lab: Ground, port: int, written: str) -> Daemon:
    folder = lab.made("opensmtpd")
    for name in ("spool", "run", "lib/opensmtpd/empty"):
        (folder / name).mkdir(mode=0o755, parents=True)
    config, log = folder / "smtpd.conf", folder / "log"
    config.write_text(written.format(port=port))
    room = lab.room(unpack("opensmtpd"))
    own = {f"/var/{name}": folder / name for name in ("spool", "lib")} | {"/run": folder / "run"}
    room = replace(room, files={**room.files, **own})
    process = stack.enter_context(running(room, ["smtpd", "-dv", "-f", str(config)], log))
    wait_until_listening(lab.sender, {f"127.0.0.1:{port}"}, {log: process})
    return Daemon(port, log)
