"""A session with fakes around it: work that waits, a disk that may be full, all that is drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mxgui.app.remembered import Memory
from mxgui.model.entry import Entry
from mxgui.model.event import Ended, Learned, Resumed
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import Plan
from mxgui.model.proxy import ProxySpec
from mxgui.model.records import Mx
from mxgui.model.text import Text, text
from mxgui.ui.doings import Doings
from mxgui.ui.keeper import Keeper
from mxgui.ui.session import Session
from mxgui.ui.shown import ResolverTrial, Shown
from mxgui.ui.wishes import (
    Inspect,
    Save,
)
from tests.builders import NOON
from tests.builders import began as a_beginning
from tests.ui.showing import two_tiers


class Work:
    """A job that begins, waits until it may go on, and ends in order; it remembers its plans."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []
        self.emits: list[Callable[[Any], None]] = []
        self.go_on = asyncio.Event()
        self.begun = asyncio.Event()
        self.cancelled = 0
        self.error: Exception | None = None

    async def __call__(self, entry: Entry, plan: Plan, emit: Callable[[Any], None]) -> Inspection:
        self.plans.append(plan)
        self.emits.append(emit)
        known: list[Inspection] = []

        def tell(event: Any) -> None:
            known[:] = [learn(known[0], event) if known else begin(event)]
            emit(event)

        tell(replace(a_beginning(), entry=entry, plan=plan))
        whole = False
        try:
            for step, fact in two_tiers().facts.items():
                tell(Learned(step, fact))
            self.begun.set()
            await self.go_on.wait()
            if self.error is not None:
                raise self.error
            whole = True
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            tell(Ended(NOON, cut_short=not whole))
        return known[0]


class Saver:
    """Stands for a disk: remembers what was wished for, and may be full."""

    def __init__(self, problem: Text | None = None) -> None:
        self.saved: list[tuple[str, Save]] = []
        self.problem = problem

    def __call__(self, inspection: Inspection, wish: Save) -> Text | None:
        self.saved.append((inspection.entry.domain.ascii, wish))
        return self.problem


class Watched:
    """A session with fakes around it, and all that it had drawn."""

    def __init__(self, **parts: Any) -> None:
        self.work = Work()
        self.saver = Saver(parts.pop("problem", None))
        self.keeper = Keeper(Memory(parts.pop("memory", None)))
        self.trials: list[tuple[str, ...]] = []
        self.logins: list[ProxySpec] = []
        self.again: Any = None
        self.planned: list[tuple[Mx, ...]] = []
        doings = Doings(
            self.work,
            self.saver,
            self._try,
            ask_servers=self._ask_servers,
            look_again=self._look_again,
            follow_planned=self._follow_planned,
            try_proxy=self._try_proxy,
            use_proxy=self.logins.append,
            keeper=self.keeper,
        )
        self.session = Session(doings, **parts)
        self.drawn: list[Shown] = []
        self.errors: list[BaseException] = []
        self._news = asyncio.Event()
        self.session.changed.connect(self._draw)
        self.session.broke.connect(self.errors.append)

    async def _try(self, plan: Plan, name: str) -> ResolverTrial:
        self.trials.append((*plan.resolvers, name))
        return ResolverTrial(plan.resolvers, text("Answered."), is_well=True)

    async def _ask_servers(self, known: Inspection, emit: Callable[[Any], None]) -> Inspection:
        plan = replace(known.plan, authoritative=True)
        for event in (Resumed(plan, NOON), Ended(NOON)):
            known = learn(known, event)
            emit(event)
            await asyncio.sleep(0)
        return known

    async def _follow_planned(
        self, records: tuple[Mx, ...], known: Inspection, emit: Callable[[Any], None]
    ) -> Inspection:
        self.planned.append(records)
        for event in (Resumed(replace(known.plan, mx=records), NOON), Ended(NOON)):
            known = learn(known, event)
            emit(event)
            await asyncio.sleep(0)
        return known

    async def _look_again(self, *given: Any) -> Inspection:
        assert self.again is not None
        known: Inspection = await self.again(*given)
        return known

    async def _try_proxy(self, typed: str) -> ResolverTrial:
        return ResolverTrial((typed,), text("It works."), is_well=True)

    def _draw(self, shown: Shown) -> None:
        self.drawn.append(shown)
        self._news.set()

    async def until(self, holds: Callable[[Shown], bool]) -> Shown:
        """Wait for a redraw of which that holds."""
        while not (self.drawn and holds(self.drawn[-1])):
            self._news.clear()
            await self._news.wait()
        return self.drawn[-1]

    async def whole(self, typed: str = "example.org") -> Shown:
        """Let one inspection run to its end."""
        self.work.go_on.set()
        self.session.fulfil(Inspect(typed))
        return await self.until(
            lambda shown: shown.typed == typed and bool(shown.result) and not shown.busy
        )
