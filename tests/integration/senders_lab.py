"""Debian's own mail servers as senders, over every record set, beside what their profiles say.

`sudo .venv/bin/python -m tests.integration.senders_lab` prints the table and a summary; the exit
code is 1 if anything disagrees. `--only NAME` (a server or a set, also several) does a part,
`--runs N` sets how many runs there are where the order is random, `--write FILE` keeps what was
seen: tests/routing/senders/test_observed.py holds the profiles against it without any server.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tests.integration.debian import unpack
from tests.integration.lab import exim
from tests.integration.senders.comparing import Cell, cell_of, corrected
from tests.integration.senders.ground import ground
from tests.integration.senders.predicted import Outcome
from tests.integration.senders.record_set import RecordSet
from tests.integration.senders.servers import SERVERS, Server
from tests.integration.senders.shelf import SETS
from tests.integration.senders.table import lines_of, seen_in, summary_of

RUNS = 200  # where the order is random
FRESH = 400  # for a cell that does not fit

Job = tuple[Server, Mapping[RecordSet, int]]


def compared(servers: Sequence[Server], sets: Sequence[RecordSet], runs: int = RUNS) -> list[Cell]:
    """Observe the servers side by side, and compare; what does not fit is observed once more."""
    _unpack()
    jobs = [
        (server, {each: server.wanted(each, runs) for each in sets if server.takes(each)})
        for server in servers
    ]
    cells = corrected(list(_cells(jobs)))
    again = [
        (server, {cell.records: server.most or FRESH for cell in cells if _doubted(cell, server)})
        for server in servers
    ]
    fresh = corrected(list(_cells(again, is_second=True)))
    second = {(cell.server, cell.records): cell for cell in fresh}
    return [second.get((cell.server, cell.records), cell) for cell in cells]


def _doubted(cell: Cell, server: Server) -> bool:
    return cell.server == server.name and not cell.impossible and not cell.fits


def _cells(jobs: Iterable[Job], *, is_second: bool = False) -> Iterator[Cell]:
    asked = [job for job in jobs if job[1]]
    grounds = groupby(sorted(asked, key=_ground), key=_ground)
    with ThreadPoolExecutor() as pool:
        for found in pool.map(_observed, [(key, list(own)) for key, own in grounds]):
            for server, records, outcomes in found:
                said = server.said(records, server.sender)
                has_chances = server.has_chances
                cell = cell_of(server.name, records, outcomes, said, has_chances=has_chances)
                yield replace(cell, is_second=is_second)


def _ground(job: Job) -> tuple[int, float, str]:
    server = job[0]
    return server.syns, server.patience, server.name if server.alone else ""


def _observed(
    asked: tuple[tuple[int, float, str], Sequence[Job]],
) -> list[tuple[Server, RecordSet, list[Outcome]]]:
    (syns, patience, _), jobs = asked
    with ground(syns, patience) as lab, ThreadPoolExecutor() as pool:
        found = pool.map(lambda job: job[0].observe(lab, job[1]), jobs)
        return [
            (server, records, outcomes)
            for (server, _), seen in zip(jobs, found, strict=True)
            for records, outcomes in seen.items()
        ]


def _unpack() -> None:
    """Unpack what all of them need before they need it at the same time."""
    exim()
    unpack("postfix")
    unpack("opensmtpd")
    unpack("sendmail-bin", "sendmail-base", "sendmail-cf", "m4")


def _keep(file: Path, cells: Sequence[Cell]) -> None:
    """Write what was seen over what is known of the same servers and sets."""
    known = json.loads(file.read_text()) if file.exists() else {}
    for server, seen in seen_in(cells).items():
        known.setdefault(server, {}).update(seen)
    file.write_text(json.dumps(known, indent=1) + "\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; the exit code is 1 if anything disagrees."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args(argv)
    servers = [each for each in SERVERS if each.name in arguments.only] or list(SERVERS)
    sets = [each for each in SETS if each.name in arguments.only] or list(SETS)
    cells = compared(servers, sets, arguments.runs)
    order = {records: at for at, records in enumerate(SETS)}
    cells.sort(key=lambda cell: order[cell.records])
    sys.stdout.write("\n".join([*lines_of(cells), *summary_of(cells)]) + "\n")
    if arguments.write is not None:
        _keep(arguments.write, cells)
    return 0 if all(cell.agrees for cell in cells) else 1


if __name__ == "__main__":
    sys.exit(main())
