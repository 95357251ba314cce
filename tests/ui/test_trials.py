"""What comes of a trial is shown as long as nothing else was tried since."""

from dataclasses import replace
from typing import Any

from mxgui.app.clock import SystemClock
from mxgui.model.text import text
from mxgui.ui.doings import Doings
from mxgui.ui.shown import ResolverTrial, Shown
from mxgui.ui.trials import Trials
from mxgui.ui.wishes import TryProxy, TryResolvers


class Desk:
    """What is shown, and the work that waits to be done."""

    def __init__(self) -> None:
        self.shown = Shown()
        self.work: list[Any] = []
        doings = Doings(
            inspect=self._nothing,
            save=lambda _inspection, _wish: None,
            try_resolvers=self._asked,
            try_proxy=self._connected,
            clock=SystemClock(),
        )
        self.trials = Trials(doings, lambda: self.shown, self.change, self.work.append)

    def change(self, **parts: Any) -> None:
        self.shown = replace(self.shown, **parts)

    async def _nothing(self, *_: Any) -> Any:
        raise AssertionError("nothing is inspected here")

    async def _asked(self, plan, name) -> ResolverTrial:
        return ResolverTrial(plan.resolvers, text("{name} found.", name=name), is_well=True)

    async def _connected(self, typed) -> ResolverTrial:
        return ResolverTrial((typed,), text("Fine."), is_well=True)


async def test_what_came_of_a_trial_is_shown():
    desk = Desk()
    desk.trials.begin(TryResolvers(("192.0.2.53",)), "example.org")
    desk.trials.begin(TryProxy("socks5://p:1"), "")
    assert desk.shown.resolver_trial == ResolverTrial(("192.0.2.53",))
    for each in desk.work:
        await each
    assert desk.shown.resolver_trial is not None
    assert str(desk.shown.resolver_trial.words) == "example.org found."
    assert desk.shown.proxy_trial is not None
    assert desk.shown.proxy_trial.is_well


async def test_a_trial_that_another_overtook_is_told_no_more():
    desk = Desk()
    desk.trials.begin(TryResolvers(("192.0.2.53",)), "")
    desk.trials.begin(TryResolvers(("192.0.2.54",)), "")
    await desk.work[0]
    assert desk.shown.resolver_trial == ResolverTrial(("192.0.2.54",))
    await desk.work[1]
    assert desk.shown.resolver_trial.words is not None
