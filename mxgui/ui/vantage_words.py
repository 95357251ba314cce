"""From where an inspection looked, and whether there was any network to look from; no Qt."""

from __future__ import annotations

from mxgui.model.line import Line
from mxgui.model.records import Answer, AttemptResult, Status
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.route import Kind

_HEARD = (Status.NOERROR, Status.NODATA, Status.NXDOMAIN)


def vantage_words(line: Line | None) -> Text | None:
    """A vantage with its own addresses and the name that it greets by; None while not known.

    Without a name it greets by its address.
    """
    if line is None or not (line.sources or line.proxy):
        return None
    if line.proxy:
        return text("through {proxy} as {name}", proxy=line.proxy, name=line.helo)
    if line.helo:
        return text("direct from {addresses} as {name}", addresses=line.sources, name=line.helo)
    return text("direct from {addresses}", addresses=line.sources)


def offline_words(result: Report) -> Text | None:
    """One sentence if nothing could be asked from here at all; None if something was heard.

    It is said only where not one resolver could be reached: a resolver that is silent may be down
    by itself.
    """
    inspection, line = result.inspection, result.inspection.line
    if any(answer.status in _HEARD for answer in inspection.answers):
        return None
    if line is not None and not (line.ipv4 or line.ipv6):
        return text("This computer has no network connection: connect it, then retry.")
    tried = [answer for answer in inspection.answers if answer.attempts]
    if tried and all(map(_is_unreached, tried)):
        return text("No resolver can be reached from here: check the network and the resolver.")
    return None


def may_be_retried(result: Report) -> bool:
    """Whether asking again may tell more: there was no network, or the route stayed unknown."""
    is_unknown = result.route.kind is Kind.UNKNOWN and not result.inspection.running
    return is_unknown or offline_words(result) is not None


def _is_unreached(answer: Answer) -> bool:
    return answer.status.is_failure and all(
        attempt.result is AttemptResult.UNREACHABLE for attempt in answer.attempts
    )
