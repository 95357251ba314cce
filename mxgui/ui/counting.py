"""How far an inspection is, in numbers; no Qt."""

from __future__ import annotations

from datetime import timedelta

from mxgui.model.plan import ProbeMode
from mxgui.model.text import Text, counted, text
from mxgui.report.report import Report
from mxgui.routing.reach import State
from mxgui.ui.shown import Shown


def states_of(result: Report) -> list[State]:
    """The state of every address that a sender would try, each once."""
    return list(result.states.values())


def status_of(shown: Shown, result: Report) -> Text:
    """What is going on, in one line with numbers."""
    states = states_of(result)
    if not states:
        return text("Asking DNS") if shown.busy else text("No address to probe")
    if result.inspection.plan.mode is ProbeMode.NONE:
        return counted(
            "{n} address, not probed: DNS only", "{n} addresses, not probed: DNS only", len(states)
        )
    counts: tuple[Text, ...] = tuple(
        words(states.count(state)) for state, words in _WORDS.items() if states.count(state)
    )
    settled = sum(state.is_settled for state in states)
    total = counted("{n} address", "{n} addresses", len(states))
    lasted = result.inspection.lasted
    took = timedelta(seconds=int(shown.now)) if shown.busy or lasted is None else lasted
    if not took:  # less than a second so far: whole seconds are told while it runs
        return text(
            "{settled} of {total} settled: {counts}", settled=settled, total=total, counts=counts
        )
    return text(
        "{settled} of {total} settled: {counts} · {took}",
        settled=settled,
        total=total,
        counts=counts,
        took=took,
    )


def _answering(n: int) -> Text:
    return counted("{n} answers", "{n} answer", n)


def _not_now(n: int) -> Text:
    return counted("{n} says not now", "{n} say not now", n)


def _failing(n: int) -> Text:
    return counted("{n} fails", "{n} fail", n)


def _unheard(n: int) -> Text:
    return text("{n} not heard from here", n=n)


def _untried(n: int) -> Text:
    return text("{n} not tried", n=n)


def _running(n: int) -> Text:
    return text("{n} under way", n=n)


def _waiting(n: int) -> Text:
    return text("{n} to come", n=n)


_WORDS = {
    State.OK: _answering,
    State.TEMPORARY: _not_now,
    State.FAILED: _failing,
    State.UNHEARD: _unheard,
    State.NOT_TRIED: _untried,
    State.RUNNING: _running,
    State.PENDING: _waiting,
}
