"""What is supposed on the pictures of a what-if: what is off, who sends, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.switches import read_switch

_ROUTE = "three-tiers.example"
_A, _B, _BACKUP = f"mx-a.{_ROUTE}", f"mx-b.{_ROUTE}", "backup.relay.example"


@dataclass(frozen=True, slots=True)
class Supposition:
    """One what-if upon a domain of the demo network."""

    name: str
    what_if: WhatIf
    chosen: str
    domain: str = _ROUTE
    sender: str = "rfc5321"
    measured: bool = False


def _off(written: str) -> WhatIf:
    """Parts that are off, in the words of the command line, with spaces between."""
    return WhatIf(tuple(map(read_switch, written.split())))


SUPPOSITIONS = (
    Supposition("what if a host is silent", _off(f"{_A}:silent"), _B),
    Supposition("what if a tier is silent", _off("preference=10:silent"), _BACKUP),
    Supposition("what if IPv4 is off", _off("ipv4:silent"), _A),
    Supposition("what if all is off", _off("ipv4:silent ipv6:421"), _A),
    Supposition("what if mail bounces", _off("ipv4:554 ipv6:554"), _A, sender="exim"),
    Supposition("what if seen by the backup", WhatIf(own=_BACKUP), _BACKUP),
    Supposition("what if shown as measured", _off(f"{_A}:silent"), _A, measured=True),
    Supposition(
        "what if starting as probed",
        WhatIf(as_probed=True),
        "mx2.half-dead.example",
        "half-dead.example",
    ),
)
