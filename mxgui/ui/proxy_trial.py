"""What a trial of a proxy came to, in one sentence; no Qt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from mxgui.model.line import ProxyProblem
from mxgui.model.proxy import BadProxy, ProxySpec
from mxgui.model.text import text
from mxgui.routing.proxy_words import proxy_words
from mxgui.ui.shown import ResolverTrial


async def try_proxy(
    attempt: Callable[[ProxySpec], Awaitable[tuple[ProxyProblem | None, str]]], typed: str
) -> ResolverTrial:
    """Connect to a proxy as it was typed and log in, and tell how that went."""
    try:
        spec = ProxySpec.parse(typed)
    except BadProxy as bad:
        return ResolverTrial((typed,), bad.text)
    problem, note = await attempt(spec)
    if problem is not None:
        return ResolverTrial((typed,), proxy_words(spec.shown, problem, note))
    return ResolverTrial((typed,), text("The proxy {proxy} can be used.", proxy=spec.shown), True)
