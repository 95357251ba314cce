"""The proxy through which hosts were to be probed cannot be used: one cause for the whole run."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.line import PROXY
from mxgui.model.text import text
from mxgui.routing.proxy_words import proxy_words
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check(case: Case) -> Iterator[Finding]:
    line = case.inspection.line_of(PROXY)
    if line is not None and line.problem is not None:
        words = proxy_words(line.proxy or "", line.problem, line.note)
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
