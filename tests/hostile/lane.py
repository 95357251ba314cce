"""Inspects one peer after the other in a process of its own, and measures it.

Run by `crew`: a line of JSON in names a peer and where it stands, a line out has what came of it.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
import traceback
from asyncio import StreamReader, StreamWriter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import perf_counter, process_time
from typing import Any

from mxgui.app.clock import SystemClock
from mxgui.app.inspect_domain import began_now, inspect_domain
from mxgui.i18n import install
from mxgui.model.entry import read_entry
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Origin, Plan
from mxgui.net.dnssec_anchors import ROOT_ANCHORS, read_anchors
from mxgui.net.network import Shared, open_network
from mxgui.net.roots import Roots
from mxgui.report.exporters import EXPORTERS
from mxgui.report.report import report_of
from tests.builders import an_inspection
from tests.hostile.memory import Growth
from tests.hostile.peer import Peer
from tests.hostile.shelf import named
from tests.hostile.stage import DOMAIN, Scene
from tests.hostile.words import findings_of, stains, words_of
from tests.servers.smtp_server import LOOPBACK

WEB_PORT = 443
FORMS = tuple(one for one in EXPORTERS if one.name in ("text", "json", "html"))


@dataclass(frozen=True)
class SceneDialer:
    """Leads every address to the one mail host or policy host of a scene."""

    scene: Scene

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Connect on loopback, whatever the address."""
        at = self.scene.web if port == WEB_PORT else self.scene.mail
        if not at:
            raise ConnectionRefusedError
        return await asyncio.open_connection(LOOPBACK, at, limit=limit)


def shared_for(scene: Scene) -> Shared:
    """What the inspection of a scene stands on."""
    return Shared(
        allow=lambda address: not address.startswith(("10.", "127.")),
        dialer=SceneDialer(scene),
        anchors=read_anchors(scene.anchors) if scene.anchors else ROOT_ANCHORS,
        roots=Roots((base64.b64decode(scene.root),), system=False),
        way_to_server=lambda address: (LOOPBACK, scene.servers.get(address, 1)),
    )


async def inspected(plan: Plan, scene: Scene) -> Inspection:
    """Do the whole of an inspection, as the program does."""
    plan = replace(plan, resolvers=(f"{LOOPBACK}:{scene.resolver}",), proxy=scene.proxy)
    clock = SystemClock()
    network = open_network(plan, shared_for(scene), clock)
    try:
        origin = Origin("0", network.resolver)
        began = began_now(read_entry(DOMAIN), plan, origin, clock)
        return await inspect_domain(began, network, lambda _event: None, clock)
    finally:
        await network.close()


def measured(peer: Peer, scene: Scene) -> dict[str, Any]:
    """Inspect and judge a peer and write it down; what came of it, with time and memory."""
    growth = Growth()
    growth.begin()
    began, computed = perf_counter(), process_time()
    known = asyncio.run(inspected(peer.plan, scene))
    took = perf_counter() - began
    report = report_of(known)
    found = growth.peak
    sizes = [len(one.render(report)) for one in FORMS]  # each is let go before the next
    written, computed = growth.peak, process_time() - computed
    documents = {one.name: one.render(report) for one in FORMS}
    return {
        "took": took,
        "found": found,
        "written": written,
        "computed": computed,
        "size": max(sizes),
        "words": words_of(documents["json"]),
        "findings": findings_of(documents["json"]),
        "stains": stains(documents),
    }


def result_of(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The same; what was raised, as text, in place of it."""
    try:
        return measured(named(asked["peer"]), Scene(**asked["scene"]))
    except BaseException:  # noqa: BLE001 - whatever it is, the peer has done it, and is to be named
        return {"raised": traceback.format_exc()}


def write_once() -> None:
    """Write a report, so that what is read and built but once is not put down to the first peer."""
    report = report_of(an_inspection())
    for one in FORMS:
        one.render(report)


def main() -> None:
    """Take peers until there are no more."""
    install("en")
    write_once()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(result_of(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
