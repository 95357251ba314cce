"""Why a proxy cannot be used, in one sentence."""

from __future__ import annotations

from mxgui.model.line import ProxyProblem
from mxgui.model.text import Text, text


def proxy_words(proxy: str, problem: ProxyProblem, note: str = "") -> Text:
    """Give the sentence; `proxy` is shown without user and password, `note` the system's word."""
    match problem:
        case ProxyProblem.NO_CONNECTION:
            return text("The proxy {proxy} cannot be reached: {note}", proxy=proxy, note=note)
        case ProxyProblem.NOT_SOCKS:
            return text("What answers at {proxy} is no SOCKS5 proxy", proxy=proxy)
        case ProxyProblem.WANTS_LOGIN:
            return text("The proxy {proxy} wants a user and a password", proxy=proxy)
        case ProxyProblem.WRONG_LOGIN:
            return text("The proxy {proxy} does not take this user and password", proxy=proxy)
        case ProxyProblem.NOT_INSTALLED:
            return text("This installation of mxgui has no support for proxies")
