"""What outages make of the mail of one sender, as a table of plain text, and why."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.report.columns import NOTHING, columns
from mxgui.report.plain import NARROW, wrapped
from mxgui.report.simulated import Simulated
from mxgui.routing.sending.fractions import percent
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.sending.situation import Before, Cause
from mxgui.routing.sending.waiting import Waiting
from mxgui.routing.sending.waiting_words import sentences_of_all, span
from mxgui.routing.sending.walk import Fate

_HEADS = (
    text("Lasts"),
    text("Added"),
    text("worst"),
    text("In all"),
    text("worst"),
    text("Message"),
    text("Author"),
)
_HOW_TO_READ = text(
    "Added is what waiting for the next try adds once the outage has ended; in all is from arrival "
    "to delivery. Half of the messages wait no longer than the figure before the worst."
)


def outage_lines(simulated: Simulated) -> Iterator[str]:
    """Tell what each outage makes of mail; where none makes a difference, only that."""
    say = simulated.say
    if not simulated.waiting:
        return
    if _is_lost_anyway(simulated):
        words = text("An outage makes no difference: no host takes the mail of this sender anyway.")
        yield from wrapped(say(words), 0, 0, NARROW)
        return
    yield from wrapped(say(_title(simulated)), 0, 2, NARROW)
    if any(waiting.cause is None and waiting.odds.taken != 1 for waiting in simulated.waiting):
        rows = (_cells(waiting, simulated) for waiting in simulated.waiting)
        yield from columns([tuple(map(say, _HEADS)), *rows])
        yield from wrapped(say(_HOW_TO_READ), 2, 0, NARROW)
    for sentence in sentences_of_all(simulated.waiting):
        yield from wrapped(say(sentence), 2, 0, NARROW)


def _is_lost_anyway(simulated: Simulated) -> bool:
    """Whether no host would take the mail if all were up, such as where all lead back to it."""
    own = simulated.supposed.what_if.own
    usual = simulate(simulated.inspection, simulated.sender, WhatIf(own=own))
    is_tried = usual.situation.before is Before.TRY
    return is_tried and not usual.chances.chance_of(Fate.DELIVERED)


def _title(simulated: Simulated) -> Text:
    what_if, backup = simulated.supposed.what_if, simulated.supposed.backup
    situation = simulated.simulation.situation
    if all(waiting.cause is not None for waiting in simulated.waiting):
        return text("Outages")
    if situation.cause is Cause.LOOKUP_FAILED:
        return text("If DNS goes on failing")
    down = text("If that goes on") if what_if.off else text("If all hosts are down")
    if backup is None:
        return down
    if not what_if.off:
        down = text("If the best hosts are down")
    return text(
        "{down}, and hosts behind the best ones keep mail meanwhile, as {sender} does",
        down=down,
        sender=backup.title,
    )


def _cells(waiting: Waiting, simulated: Simulated) -> tuple[str, ...]:
    say = simulated.say
    figures = (waiting.median_s, waiting.worst_s, waiting.total_median_s, waiting.total_worst_s)
    return (
        say(text("{length}", length=span(waiting.length))),
        *(_time(seconds, simulated) for seconds in figures),
        say(fate_words(waiting)),
        say(text("warned")) if waiting.warned else NOTHING,
    )


def _time(seconds: float | None, simulated: Simulated) -> str:
    if seconds is None:
        return NOTHING
    return simulated.say(text("{time}", time=span(seconds))) if seconds else "0"


def fate_words(waiting: Waiting) -> Text:
    """Tell what becomes of the messages of an outage."""
    if waiting.bounces == 1:
        return text("bounces")
    if waiting.freezes:
        return text("is kept")
    if not waiting.bounces:
        return text("delivered")
    return text("{part} bounce", part=percent(waiting.bounces))
