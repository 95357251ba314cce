"""A second vantage upon an inspection that has ended: the same addresses, seen from elsewhere."""

from __future__ import annotations

from mxgui.app.handshakes import shake_hands_apart
from mxgui.app.inspect_domain import find_line
from mxgui.app.probing import probe_all
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.inspection import Inspection
from mxgui.model.line import PROXY
from mxgui.model.plan import ProbeMode
from mxgui.routing.route import route_of


async def look_again(work: Work) -> None:
    """Probe from each vantage that the plan wants and that has not looked yet."""
    missing = _missing(work.known)
    if not missing or work.known.plan.mode is ProbeMode.NONE:
        return
    async with Tasks() as group:
        for vantage in missing:
            group.create_task(find_line(work, vantage))
        await probe_all(work, route_of(work.known), missing)
    await shake_hands_apart(work)


def _missing(known: Inspection) -> tuple[str, ...]:
    """Another proxy than the one before is another vantage, and takes its place."""
    lines = {vantage: known.line_of(vantage) for vantage in known.plan.vantages}
    return tuple(
        vantage
        for vantage, line in lines.items()
        if line is None or (vantage == PROXY and line.proxy != known.plan.proxy)
    )
