"""What the longest step costs of all that is computed in steps, for every kind of sender.

While a step lasts neither keys nor network are heard. It is the time of the processor, all is
computed anew, and of two runs the shorter counts, step by step. Routes have 3, 20 and 40 hosts of
one to four addresses in one tier or two; the line says which of them has the longest step. What is
told of all kinds of senders is the same whoever of them sends, and measured once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, product
from time import process_time
from typing import TypeAlias

from mxgui.i18n import tr
from mxgui.model.inspection import Inspection
from mxgui.report.report import Report, pictured_in_steps, report_in_steps, report_of
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.matrix import matrix_in_steps
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import LENGTHS
from mxgui.ui.waits.rows import Asked, found_in_steps
from tests.benchmarks.table import Row, at_most
from tests.builders import PLAN, an_inspection

Work: TypeAlias = Callable[[Inspection], Iterator[Iterator[object]]]

BOUND = 10.0  # ms; a frame at 60 Hz has 16, and some are for drawing
RUNS = 2
HOSTS = (3, 20, 40)
SHAPES = ((1, 2), (4, 1), (0, 1), (0, 2))  # addresses of a host, 0 for one to four; tiers
_REFUSED = (Off(What.TIER, "10"),)
_MIXED = (
    Off(What.FAMILY, "ipv6", Behaviour.SILENT),
    Off(What.HOST, "mx1.example.org", Behaviour.DEFERS),
    Off(What.HOST, "mx2.example.org", Behaviour.REJECTS),
)
_NUMBERS = count()
SUPPOSED = (WhatIf(_REFUSED), WhatIf(_MIXED), WhatIf(as_probed=True))


def measure() -> Iterator[Row]:
    """Go through all steps of each size."""
    gc.collect()
    gc.disable()
    parts: dict[str, tuple[Work, Sequence[Sender]]] = {
        "report": (_reports, SENDERS),
        "picture of a what-if": (_pictures, SENDERS),
        "senders side by side": (_matrices, SENDERS[:1]),
        "waiting": (_waits, SENDERS[:1]),
    }
    try:
        for hosts in HOSTS:
            for name, (work, senders) in parts.items():
                yield _slowest(f"longest step, {hosts} hosts, {name}", hosts, work, senders)
    finally:
        gc.enable()


def _slowest(name: str, hosts: int, work: Work, senders: Sequence[Sender]) -> Row:
    worst, at = 0.0, ""
    for (each, tiers), sender in product(SHAPES, senders):
        runs = [route(hosts, each, tiers, sender) for _ in range(RUNS)]
        longest = _longest(runs, work)
        if longest > worst:
            worst = longest
            at = f"{each or '1-4'} addresses, {tiers} tiers"
            at += f", {sender.title}" if len(senders) > 1 else ""
    return at_most(name, worst, BOUND, " ms", at)


def _longest(runs: Sequence[Inspection], work: Work) -> float:
    found = [[took for steps in work(known) for took in _timed(steps)] for known in runs]
    return max(map(min, zip(*found, strict=True))) * 1000


def _timed(steps: Iterator[object]) -> Iterator[float]:
    """The seconds of each step."""
    while True:
        began = process_time()
        try:
            next(steps)
        except StopIteration:
            yield process_time() - began
            return
        yield process_time() - began


def _reports(known: Inspection) -> Iterator[Iterator[object]]:
    yield report_in_steps(known, tr)


def _pictures(known: Inspection) -> Iterator[Iterator[object]]:
    found: Report = report_of(known)
    for what_if in SUPPOSED:
        yield pictured_in_steps(replace(found, what_if=what_if))


def _matrices(known: Inspection) -> Iterator[Iterator[object]]:
    for what_if in SUPPOSED:
        yield matrix_in_steps(known, SENDERS, what_if)


def _waits(known: Inspection) -> Iterator[Iterator[object]]:
    """Every sender in every outage, as the panel has it: with a backup and without."""
    for sender in SENDERS:
        asked = Asked(LENGTHS[0], backup=sender)
        yield found_in_steps(known, sender, SUPPOSED[1], asked)


def route(hosts: int, each: int, tiers: int, sender: Sender) -> Inspection:
    """So many hosts, the first half of them before the others if there are two tiers.

    Each has a domain of its own, of which nothing is computed yet.
    """
    found = {f"mx{at}.example.org": " ".join(_addresses(at, each)) for at in range(hosts)}
    mx = ", ".join(f"{10 + 10 * (tiers * at // hosts)} {name}" for at, name in enumerate(found))
    domain = f"d{next(_NUMBERS)}.example.org"
    return an_inspection(domain, mx=mx, hosts=found, plan=replace(PLAN, sender=sender.id))


def _addresses(host: int, each: int) -> Sequence[str]:
    wanted = each or 1 + host % 4
    six = [f"2a00:1450:{host:x}::{at + 1:x}" for at in range(wanted // 2)]
    return [*six, *(f"9.{host}.{at}.{at + 1}" for at in range(wanted - len(six)))]
