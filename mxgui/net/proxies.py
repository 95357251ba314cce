"""The proxies that a program uses: who it is to them, and the manners behind each."""

from __future__ import annotations

from mxgui.model.proxy import ProxySpec
from mxgui.net.limiter import Limiter


class Proxies:
    """User and password by what is shown of a proxy, for as long as the program runs.

    They are kept nowhere else. Mail hosts see another caller behind a proxy, so each has limits of
    its own.
    """

    def __init__(self) -> None:
        """Know none."""
        self._logins: dict[str, ProxySpec] = {}
        self._limiters: dict[str, Limiter] = {}

    def use(self, proxy: ProxySpec) -> None:
        """Keep in mind how to log in at a proxy."""
        self._logins[proxy.shown] = proxy

    def named(self, shown: str) -> ProxySpec:
        """Give a proxy with what it takes to log in, as far as that is known.

        Raises BadProxy if that is none.
        """
        return self._logins.get(shown) or ProxySpec.parse(shown)

    def limiter(self, shown: str) -> Limiter:
        """Give the limiter of what goes through a proxy."""
        return self._limiters.setdefault(shown, Limiter())
