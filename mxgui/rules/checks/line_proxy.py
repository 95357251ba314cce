"""The proxy through which hosts were to be probed cannot be used: one cause for the whole run."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.line import PROXY, Line, ProxyProblem
from mxgui.model.text import Text, text
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def proxy_words(line: Line) -> Text | None:
    """What is wrong with a proxy, in one sentence; None if nothing is."""
    match line.problem:
        case None:
            return None
        case ProxyProblem.NO_CONNECTION:
            return text(
                "The proxy {proxy} cannot be reached: {note}",
                proxy=line.proxy or "",
                note=line.note,
            )
        case ProxyProblem.NOT_SOCKS:
            return text("What answers at {proxy} is no SOCKS5 proxy", proxy=line.proxy or "")
        case ProxyProblem.WANTS_LOGIN:
            return text("The proxy {proxy} wants a user and a password", proxy=line.proxy or "")
        case ProxyProblem.WRONG_LOGIN:
            return text("The proxy {proxy} takes neither user nor password", proxy=line.proxy or "")
        case ProxyProblem.NOT_INSTALLED:
            return text("This installation of mxgui has no support for proxies")


def _check(case: Case) -> Iterator[Finding]:
    line = case.inspection.line_of(PROXY)
    words = proxy_words(line) if line is not None else None
    if words is not None:
        yield Finding("META-PROXY", Severity.INCONCLUSIVE, case.domain, words)


RULES = (
    Rule(
        id="META-PROXY",
        title=text("The proxy cannot be used"),
        why=text("Nothing was probed through it, so nothing is known from that side."),
        fix=text(
            "See whether the proxy runs where it was named, and whether it takes this user. "
            "“ssh -D 1080 SERVER” opens one on this computer, as long as it runs. For a missing "
            "part, install mxgui with its extra “proxy”."
        ),
        references=(rfc("1928", "3"), rfc("1929", "2")),
        check=_check,
    ),
)
