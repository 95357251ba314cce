"""Senders side by side as plain text, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.text import Text, counted, text
from mxgui.report.columns import columns
from mxgui.report.plain import NARROW, wrapped
from mxgui.report.report import Report, Say
from mxgui.report.sections import caveats_of
from mxgui.report.side_by_side import (
    Side,
    Sides,
    added_cell,
    as_inspected,
    both_added,
    delay_words,
    fate_words,
    first_words,
    partial_words,
    reach_words,
    remarks,
    sides_of,
    tries_words,
)
from mxgui.report.simulated import Simulated
from mxgui.report.simulation_text import supposed_words
from mxgui.routing.sending.telling import sentence_of
from mxgui.routing.sending.waiting import Waiting
from mxgui.routing.sending.waiting_words import span

_SHORT = (3600.0, 14_400.0, 86_400.0, 259_200.0)  # seconds; the outages that a report tells of
_COLUMNS = 7  # outages that stand beside each other
_HEADS = (
    text("Sender"),
    text("Tried first"),
    text("Tries"),
    text("All refuse"),
    text("Message"),
    text("Run takes"),
)


def where_lines(report: Report) -> Iterator[str]:
    """The part of a report that tells where the mail of each kind of sender would go."""
    what_if = as_inspected(report.inspection)
    sides, say = sides_of(report.inspection, what_if, _SHORT), report.say
    if sides.is_open:
        return
    yield say(text("Where mail would go, by kind of sender"))
    basis = text("Simulated from the records, with each address doing what was seen of it.")
    if not what_if.as_probed:
        basis = text("Simulated from the records, with every address taking mail.")
    yield from wrapped(say(basis), 2, 0, NARROW)
    if sides.decided is None:
        yield from matrix_lines(sides, say)
        yield from _short_waiting(sides, say)
    else:
        yield from wrapped(say(sides.decided), 2, 0, NARROW)


def comparison_lines(sides: Sides, simulations: Sequence[Simulated]) -> Iterator[str]:
    """All senders side by side, with why they differ; `simulations` are theirs."""
    say = simulations[0].say
    title = counted(
        "Simulation, not measured: {n} kind of sender sends to {domain}",
        "Simulation, not measured: {n} kinds of sender, side by side, send to {domain}",
        len(sides.all),
        domain=sides.inspection.entry.domain.unicode,
    )
    yield from wrapped(say(title), width=NARROW)
    yield from wrapped(say(supposed_words(simulations[0])), width=NARROW)
    for words in caveats_of(sides.inspection):
        yield from wrapped(say(words), 0, 0, NARROW)
    yield ""
    sentence = sentence_of([one.simulation for one in simulations], sides.route)
    yield from wrapped(say(sentence), 0, 0, NARROW)
    parts: list[Iterator[str]] = [reason_lines(sides, say)]
    if sides.decided is None:
        waits = [waiting_lines(sides, say)] if sides.all[0].waiting else []
        parts = [matrix_lines(sides, say), *parts, *waits]
    for part in parts:
        lines = list(part)
        yield from ["", *lines] if lines else ()


def matrix_lines(sides: Sides, say: Say) -> Iterator[str]:
    """The table of what each sender does with a message."""
    heads = [say(head) for head in _HEADS]
    rows = [_cells(side, sides, say) for side in sides.all]
    yield from columns([[f"  {heads[0]}", *heads[1:]], *rows], rights=(2,))
    how = text("Tries: connections of one run. All refuse: to how many it then comes.")
    for note in (how, *remarks(sides)):
        yield from wrapped(say(note), 2, 0, NARROW)


def reason_lines(sides: Sides, say: Say) -> Iterator[str]:
    """Why each sender does otherwise than the first."""
    reasons = [(side, side.row.reasons) for side in sides.all if side.row.reasons]
    if reasons:
        words = text("Why they do otherwise than {first}", first=sides.all[0].sender.title)
        yield say(words)
    for side, whys in reasons:
        told = " ".join(say(why.words) for why in whys)
        yield from wrapped(f"{side.sender.id}: {told}", 2, 2, NARROW)


def _cells(side: Side, sides: Sides, say: Say) -> tuple[str, ...]:
    seen = side.row.seen
    return (
        f"{side.mark} {side.sender.id}",
        say(first_words(seen, sides.route)),
        say(tries_words(seen)),
        say(reach_words(seen)),
        say(fate_words(seen)),
        say(delay_words(seen)),
    )


def _short_waiting(sides: Sides, say: Say) -> Iterator[str]:
    """What outages add, both figures in a cell."""
    yield ""
    title = text("Added after an outage of all hosts: to half of the messages, and at the worst")
    yield f"  {say(title)}"
    heads = _lengths(sides.all[0].waiting, say)
    rows = [[side.sender.id, *(say(both_added(one)) for one in side.waiting)] for side in sides.all]
    yield from columns([heads, *rows])
    yield from _legend(sides, say)


def waiting_lines(sides: Sides, say: Say) -> Iterator[str]:
    """The tables of what waiting for the next try adds after outages."""
    titles = (
        text("Added after an outage, to half of the messages"),
        text("Added after an outage, at the worst"),
    )
    count = len(sides.all[0].waiting)
    for title, at_worst in zip(titles, (False, True), strict=True):
        yield say(title)
        for begin in range(0, count, _COLUMNS):
            some = slice(begin, begin + _COLUMNS)
            heads = _lengths(sides.all[0].waiting[some], say)
            rows = [_added_cells(side, some, say, at_worst=at_worst) for side in sides.all]
            yield from columns([heads, *rows], rights=range(1, len(heads)))
    yield from _legend(sides, say)


def _lengths(waiting: Sequence[Waiting], say: Say) -> list[str]:
    return [
        say(text("Sender")),
        *(say(text("{length}", length=span(one.length))) for one in waiting),
    ]


def _added_cells(side: Side, some: slice, say: Say, *, at_worst: bool) -> list[str]:
    def cell(waiting: Waiting) -> Text:
        return added_cell(waiting, waiting.worst_s if at_worst else waiting.median_s)

    return [side.sender.id, *(say(cell(waiting)) for waiting in side.waiting[some])]


def _legend(sides: Sides, say: Say) -> Iterator[str]:
    words = partial_words(sides)
    if words is not None:
        yield from wrapped(say(words), 2, 0, NARROW)
