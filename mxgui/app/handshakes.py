"""Handshakes for one name each, where exchanges share an address and a certificate decides.

They come last: by then it is known which names have something to judge, and no probe waited for
that. At one address they go one after the other, as everything does there.
"""

from __future__ import annotations

from mxgui.app.knocking import knock
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.plan import ProbeMode
from mxgui.model.smtp import Target
from mxgui.routing.handshakes import handshakes_apart
from mxgui.routing.route import route_of


async def shake_hands_apart(work: Work) -> None:
    """Make the handshakes that names need of their own.

    Walking as a sender does, only the name that is tried first is of interest.
    """
    if work.known.plan.mode is not ProbeMode.EVERY_HOST:
        return
    route = route_of(work.known)
    async with Tasks() as tasks:
        for vantage in work.known.plan.vantages:
            for targets in handshakes_apart(work.known, route, vantage):
                tasks.create_task(_one_by_one(work, targets))


async def _one_by_one(work: Work, targets: list[Target]) -> None:
    for target in targets:
        await knock(work, target)
