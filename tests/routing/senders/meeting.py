"""How one kind of sender meets a few records, in one line each."""

from __future__ import annotations

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import Simulation, simulate
from tests.builders import an_inspection

A, B, C = "a.example", "b.example", "c.example"
THREE = f"10 {A}, 10 {B}, 10 {C}"
TWO = f"10 {A}, 20 {B}"
SIX = {A: "192.0.2.1 192.0.2.2 192.0.2.3 192.0.2.4 192.0.2.5 192.0.2.6", B: "192.0.2.9"}


def met(
    sender: Sender,
    mx: str = THREE,
    hosts: dict[str, str] | None = None,
    what_if: WhatIf = AS_RECORDS_SAY,
) -> Simulation:
    """What a sender does with these records."""
    return simulate(an_inspection(mx=mx, hosts=hosts), sender, what_if)


def fates(simulation: Simulation) -> dict[str, str]:
    """The chance of each fate, such as `1/3`."""
    return {fate.value: str(share) for fate, share in simulation.chances.fates.items()}


def fate(
    sender: Sender, mx: str, hosts: dict[str, str] | None = None, what_if: WhatIf = AS_RECORDS_SAY
) -> str:
    """The one fate of a message."""
    found = fates(met(sender, mx, hosts, what_if))
    assert len(found) == 1
    return next(iter(found))


def after(sender: Sender, how: Behaviour, mx: str = TWO) -> str:
    """The fate of a message where the first of two hosts fails, or all, if only one is there."""
    return fate(sender, mx, None, WhatIf((Off(What.HOST, A, how),)))


def nulls(sender: Sender) -> list[str]:
    """What becomes of mail at `0 .`, at `10 .`, and at `0 .` beside a host."""
    return [fate(sender, mx) for mx in ("0 .", "10 .", f"0 ., 10 {A}")]


def first(sender: Sender, mx: str = THREE, hosts: dict[str, str] | None = None) -> list[str]:
    """The chance of being tried first of each address, in the order of the records."""
    return [str(share.share) for share in met(sender, mx, hosts).chances.first]


def tried(sender: Sender, mx: str, hosts: dict[str, str] | None = None, *off: str) -> list[str]:
    """The hosts that one run tries, where some of them refuse."""
    what_if = WhatIf(tuple(Off(What.HOST, host) for host in off))
    return [attempt.entry.host for attempt in met(sender, mx, hosts, what_if).run.attempts]


def own(sender: Sender, name: str) -> str:
    """What becomes of mail if the sender is itself one of two hosts."""
    return fate(sender, TWO, None, WhatIf(own=name))


def times(sender: Sender) -> tuple[list[int], int, int]:
    """The first seven tries in seconds, how many there are, and when mail comes back."""
    tries = list(sender.queue.tries())
    return [int(at) for at in tries[:7]], len(tries), int(sender.queue.given_up())
