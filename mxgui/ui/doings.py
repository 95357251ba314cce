"""What a session can have done by others: inspections, files, trials; each may be a fake."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mxgui.app.clock import Clock, SystemClock
from mxgui.app.remembered import Memory
from mxgui.model.event import Emit
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.proxy import ProxySpec
from mxgui.model.records import Mx
from mxgui.model.text import Text
from mxgui.ui.keeper import Keeper
from mxgui.ui.runs import InspectJob, ResumeJob
from mxgui.ui.shown import ResolverTrial
from mxgui.ui.wishes import Save

SaveJob: TypeAlias = Callable[[Inspection, Save], Text | None]  # gives what was in the way, if any
TryJob: TypeAlias = Callable[[Plan, str], Coroutine[Any, Any, ResolverTrial]]
LookJob: TypeAlias = Callable[[str, Inspection, Emit], Coroutine[Any, Any, Inspection]]
PlanJob: TypeAlias = Callable[[tuple[Mx, ...], Inspection, Emit], Coroutine[Any, Any, Inspection]]
TryProxyJob: TypeAlias = Callable[[str], Coroutine[Any, Any, ResolverTrial]]


@dataclass(frozen=True, slots=True)
class Doings:
    """What a session can have done; each may be a fake."""

    inspect: InspectJob
    save: SaveJob
    try_resolvers: TryJob | None = None
    ask_servers: ResumeJob | None = None
    look_again: LookJob | None = None
    follow_planned: PlanJob | None = None
    try_proxy: TryProxyJob | None = None
    use_proxy: Callable[[ProxySpec], None] | None = None
    clock: Clock = field(default_factory=SystemClock)
    keeper: Keeper = field(default_factory=lambda: Keeper(Memory(None)))
