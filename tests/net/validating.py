"""How the tests of validation ask: over loopback, of zones that were signed in memory."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mxgui.app.clock import SystemClock
from mxgui.model.plan import Plan
from mxgui.model.records import Question, RecordType
from mxgui.model.security import Security
from mxgui.net.dnssec_anchors import read_anchors
from mxgui.net.dnssec_store import Store
from mxgui.net.network import PlannedNetwork, Shared
from tests.net.asking import LONG, resolver_at
from tests.servers.signed_server import SignedServer, World
from tests.servers.signed_zones import ZONES
from tests.servers.signing import Zone


@cache
def world_of(zones: Sequence[Zone] = ZONES) -> World:
    """Zones, signed once."""
    return World(zones)


def network_at(server: SignedServer, store: Store | None = None, clock=None) -> PlannedNetwork:
    """A network that asks this server and trusts its root."""
    shared = Shared(anchors=read_anchors(server.world.anchors), validated=store or Store())
    return PlannedNetwork(
        Plan(), shared, clock or SystemClock(), resolver_at(server, patience=LONG)
    )


async def validated(network: PlannedNetwork, name: str, kind: str = "MX") -> Security:
    """Ask, and validate what came."""
    question = Question(name, RecordType(kind))
    clock = SystemClock()
    await network.ask(question, clock.seconds)
    return await network.validate(question, clock.seconds)
