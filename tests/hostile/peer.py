"""A hostile peer: what is set up on loopback, how it is inspected, what has to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from mxgui.model.plan import Patience, Plan
from mxgui.net.authority import WAIT
from mxgui.net.limits import PROXY_WAIT, whole_of
from mxgui.net.policy import POLICY_SECONDS
from tests.hostile.stage import Stage

Words: TypeAlias = dict[str, Any]  # of a report, and what they must be

# Whoever answers at all is in time, also on a machine that is busy with other peers.
CALM = Patience(6, 6, 6)
PLAN = Plan(dns_patience=6.0, patience=CALM, helo="probe.example.net", allow_private=True)


def hasty(**seconds: float) -> Plan:
    """The plan with less patience for the step at which a peer never comes to an end."""
    dns = seconds.pop("dns", PLAN.dns_patience)
    return replace(PLAN, patience=replace(CALM, **seconds), dns_patience=dns)


@dataclass(frozen=True, slots=True)
class Waits:
    """How often each limit of the plan can be waited for in full, one after the other."""

    questions: int = 0  # to the resolver
    probes: int = 1
    fetches: int = 0  # of a policy
    direct: int = 0  # questions to name servers
    proxies: int = 0  # until a proxy is known to be of use


@dataclass(frozen=True, slots=True)
class Peer:
    """One hostile peer.

    `name` is a sentence. `says` goes from words of the report to what they must be (see `words`);
    `finds` are findings that there must be, `lacks` such as there must not be.
    """

    name: str
    stage: Stage
    says: Mapping[str, object]
    finds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    plan: Plan = PLAN
    waits: Waits = field(default_factory=Waits)

    @property
    def deadline(self) -> float:
        """The seconds in which the whole inspection has to end: the sum of its own limits."""
        patience, waits = self.plan.patience, self.waits
        fetch = min(POLICY_SECONDS, patience.connect + patience.greeting + patience.command)
        return (
            waits.questions * self.plan.dns_patience
            + waits.probes * whole_of(patience)
            + waits.fetches * fetch
            + waits.direct * WAIT
            + waits.proxies * PROXY_WAIT
        )
