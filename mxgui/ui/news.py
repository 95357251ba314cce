"""What is new in the window, in the words that a screen reader announces; no Qt here.

Only what somebody waits for is news: an end, a saved file, what is said at the field, and now and
then how far it is. A flood would be worse than silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.text import Text, counted, text
from mxgui.report.report import Report
from mxgui.routing.sending.briefly import banner_of
from mxgui.ui.counting import states_of
from mxgui.ui.looks import look_of
from mxgui.ui.shown import Saved, Shown

SELDOM = 10  # seconds between two announcements of how far it is


@dataclass(frozen=True, slots=True)
class News:
    """Words to announce; what is urgent breaks in upon what is being read."""

    words: Text
    is_urgent: bool = False


def news_of(before: Shown, now: Shown) -> tuple[News, ...]:
    """What is new since `before`; nothing is new of another domain that is merely looked at."""
    return tuple(_news(before, now))


def _news(before: Shown, now: Shown) -> Iterator[News]:
    if before.current is not None and now.current != before.current:
        return  # another domain is looked at; what is said of it is no news
    if now.note is not None and now.note != before.note:
        yield News(now.note.words, now.note.is_problem)
    if now.saved is not None and now.saved != before.saved:
        yield _of_saving(now.saved)
    if now.result is None:
        return
    if before.result is not None and _supposes_anew(before.result, now.result):
        yield News(_supposed(now.result))
    if _has_ended(before, now.result):
        yield News(_verdict(now.result))
    elif _is_due(before, now):
        yield News(_progress(now.result))


def _supposes_anew(before: Report, now: Report) -> bool:
    """Whether something else is supposed of the same domain."""
    is_same = before.inspection.entry == now.inspection.entry
    return is_same and before.what_if != now.what_if


def _supposed(result: Report) -> Text:
    if not result.what_if:
        return text("Nothing is supposed any more: {headline}", headline=result.headline)
    return banner_of(result.simulation, result.route)


def _of_saving(saved: Saved) -> News:
    if saved.problem is not None:
        return News(saved.problem, is_urgent=True)
    return News(text("Saved as {path}", path=saved.path))


def _has_ended(before: Shown, result: Report) -> bool:
    """Whether this inspection was under way before, and is no more."""
    if result.inspection.running:
        return False
    earlier = before.result
    if earlier is not None and earlier.inspection.running:
        return earlier.inspection.began == result.inspection.began
    # A quick one may have come and gone between two redraws
    return before.busy and (earlier is None or earlier.inspection.began != result.inspection.began)


def _is_due(before: Shown, now: Shown) -> bool:
    """Whether work goes on, and ten seconds of it are full since `before`."""
    if now.result is None or not now.result.inspection.running:
        return False
    return before.result is not None and before.now // SELDOM < now.now // SELDOM


def _verdict(result: Report) -> Text:
    return text(
        "{domain}: {verdict}. {headline}",
        domain=result.inspection.entry.domain.unicode,
        verdict=look_of(result).word,
        headline=result.headline,
    )


def _progress(result: Report) -> Text:
    states = states_of(result)
    settled = sum(state.is_settled for state in states)
    return text(
        "{settled} of {total} settled",
        settled=settled,
        total=counted("{n} address", "{n} addresses", len(states)),
    )
