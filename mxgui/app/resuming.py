"""Taking up an inspection that has ended, to do more on it; nothing of it is repeated."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from mxgui.app.clock import Clock
from mxgui.app.network import Network
from mxgui.app.work import Work
from mxgui.model.event import Emit, Ended, Resumed
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan

More: TypeAlias = Callable[[Work], Awaitable[None]]


async def resume(
    known: Inspection, plan: Plan, network: Network, emit: Emit, clock: Clock, more: More
) -> Inspection:
    """Do more on an ended inspection; `Ended` is told last, also after a cancel and after a bug.

    `plan` is what it is to have wanted in all. Raises nothing of its own but CancelledError.
    """
    work = Work.resumed(known, Resumed(plan, clock.now()), network, emit, clock)
    whole = False
    try:
        await more(work)
        whole = True
    finally:
        work.tell(Ended(clock.now(), cut_short=not whole))
    return work.known
