"""One inspection run from a terminal: progress as it goes, Ctrl-C keeps what is known."""

from __future__ import annotations

from mxgui.app.services import Services
from mxgui.cli.console import BadUse, Progress
from mxgui.model.entry import Entry
from mxgui.model.event import Began, Event
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import Plan
from mxgui.model.resolver import BadResolver


def inspected(services: Services, entry: Entry, plan: Plan, *, demo: bool = False) -> Inspection:
    """Inspect, in the demo network if wanted; an interrupted inspection says `cut_short`.

    Raises BadUse if the plan's resolver cannot be used.
    """
    import asyncio

    try:
        return asyncio.run(_inspect(services, entry, plan, demo=demo))
    except BadResolver as error:
        raise BadUse(error.text) from error


async def _inspect(services: Services, entry: Entry, plan: Plan, *, demo: bool) -> Inspection:
    import asyncio
    from contextlib import AsyncExitStack

    from mxgui.net.endings import hear

    asyncio.get_running_loop().set_exception_handler(hear)
    progress = Progress()
    known: list[Inspection] = []

    def emit(event: Event) -> None:
        known[:] = [begin(event) if isinstance(event, Began) else learn(known[0], event)]
        progress.tell(event)

    async with AsyncExitStack() as around:
        if demo:
            await around.enter_async_context(services.demo_network())
        try:
            return await services.inspect(entry, plan, emit)
        except asyncio.CancelledError:
            # Ctrl-C cancels this task; what was told before is the result.
            task = asyncio.current_task()
            if not known or task is None:
                raise
            task.uncancel()
            return known[0]
