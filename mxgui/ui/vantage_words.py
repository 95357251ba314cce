"""From where an inspection looked, and whether there was any network to look from; no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.line import Line
from mxgui.model.records import Answer, AttemptResult
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.route import Kind


def vantage_words(line: Line | None) -> Text | None:
    """The vantage with its own addresses; None while they are not known."""
    if line is None or not line.sources:
        return None
    return text("direct from {addresses}", addresses=line.sources)


def offline_words(result: Report) -> Text | None:
    """One sentence if nothing could be asked from here at all; None if something was heard.

    It is said only where not one resolver could be reached: a resolver that is silent may be down
    by itself.
    """
    inspection = result.inspection
    answers = tuple(_tried(inspection))
    if not answers or any(not _is_unreached(answer) for answer in answers):
        return None
    line = inspection.line
    if line is not None and not (line.ipv4 or line.ipv6):
        return text("This computer has no network connection: connect it, then retry.")
    return text("No resolver can be reached from here: check the network and the resolver.")


def may_be_retried(result: Report) -> bool:
    """Whether asking again may tell more: the route is not known, and nothing is under way."""
    return result.route.kind is Kind.UNKNOWN and not result.inspection.running


def _tried(inspection: Inspection) -> Iterator[Answer]:
    return (answer for answer in inspection.answers if answer.attempts)


def _is_unreached(answer: Answer) -> bool:
    return answer.status.is_failure and all(
        attempt.result is AttemptResult.UNREACHABLE for attempt in answer.attempts
    )
