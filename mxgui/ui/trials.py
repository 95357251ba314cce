"""Trials: resolvers that are asked, and proxies that are connected to, to see how they do."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from mxgui.ui.doings import Doings
from mxgui.ui.shown import ResolverTrial, Shown
from mxgui.ui.wishes import Trial, TryProxy, TryResolvers


class Trials:
    """Begins trials; what comes of the latest one is shown."""

    def __init__(
        self,
        doings: Doings,
        latest: Callable[[], Shown],
        change: Callable[..., None],
        do: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        """Have none; `latest` is what is shown, `change` changes it, `do` has work done."""
        self._doings = doings
        self._latest = latest
        self._change = change
        self._do = do

    def begin(self, wish: Trial, name: str) -> None:
        """Ask resolvers for a name, or else for one that is always there; or try a proxy."""
        doings = self._doings
        if isinstance(wish, TryProxy) and doings.try_proxy is not None:
            self._begin("proxy_trial", (wish.typed,), doings.try_proxy(wish.typed))
        elif isinstance(wish, TryResolvers) and doings.try_resolvers is not None:
            plan = replace(self._latest().plan, resolvers=wish.written)
            self._begin("resolver_trial", wish.written, doings.try_resolvers(plan, name))

    def _begin(
        self, part: str, written: tuple[str, ...], trial: Coroutine[Any, Any, ResolverTrial]
    ) -> None:
        self._change(**{part: ResolverTrial(written)})
        self._do(self._tried(part, written, trial))

    async def _tried(
        self, part: str, written: tuple[str, ...], trial: Coroutine[Any, Any, ResolverTrial]
    ) -> None:
        told = await trial
        latest = getattr(self._latest(), part)
        if latest is not None and latest.resolvers == written:
            self._change(**{part: told})
