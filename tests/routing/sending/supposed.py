"""A route with three equal hosts and a backup, and what senders make of it under a what-if."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mxgui.model.inspection import Inspection
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.simulation import Simulation, simulate
from mxgui.routing.sending.switches import read_switch
from tests.builders import an_inspection

MX = "10 mx-a.nordlys.example, 10 mx-b.nordlys.example, 10 mx-c.nordlys.example"
HOSTS = {
    "mx-a.nordlys.example": "198.51.100.11",
    "mx-b.nordlys.example": "198.51.100.12",
    "mx-c.nordlys.example": "198.51.100.13",
    "backup.relay.example": "203.0.113.5",
}
NAMES = ("postfix", "exim")


def nordlys(mx: str = f"{MX}, 20 backup.relay.example", **facts: Any) -> Inspection:
    """Three equal hosts and a backup."""
    return an_inspection(mx=mx, hosts=HOSTS, **facts)


def a_what_if(written: str = "", *, own: str = "", as_probed: bool = False) -> WhatIf:
    """A what-if in the words of the command line, with spaces between."""
    return WhatIf(tuple(map(read_switch, written.split())), as_probed, own)


def simulated(
    known: Inspection, what_if: WhatIf, names: Sequence[str] = NAMES
) -> tuple[Simulation, ...]:
    """What these senders do."""
    return tuple(simulate(known, sender_of(name), what_if) for name in names)
