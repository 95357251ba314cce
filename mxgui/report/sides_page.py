"""Senders side by side as a section of the HTML report."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.report.markup import Markup, element
from mxgui.report.page import section, table
from mxgui.report.report import Report
from mxgui.report.side_by_side import (
    Side,
    Sides,
    added_cell,
    as_inspected,
    delay_words,
    differing_words,
    fate_words,
    first_words,
    partial_words,
    reach_words,
    remarks,
    sides_of,
    tries_words,
)
from mxgui.routing.sending.sender_words import name_of
from mxgui.routing.sending.waiting import Waiting
from mxgui.routing.sending.waiting_words import NOT_TOLD, span

_TITLE = text("Where mail would go, by kind of sender")
_COLUMNS = (
    text("Sender"),
    text("Tried first"),
    text("Tries in a run"),
    text("If all refuse"),
    text("Message"),
    text("Run takes"),
)


def where_section(report: Report) -> Markup:
    """What each kind of sender does with mail, and what outages add; simulated, and said so."""
    what_if = as_inspected(report.inspection)
    sides = sides_of(report.inspection, what_if)
    if sides.is_open:
        return Markup()
    basis = text("Simulated from the records, with each address doing what was seen of it.")
    if not what_if.as_probed:
        basis = text("Simulated from the records, with every address taking mail.")
    intro = _muted(report, basis)
    if sides.decided is not None:
        return section(report, _TITLE, intro, element("p", report.say(sides.decided)))
    rows = (_cells(side, sides, report) for side in sides.all)
    parts = [intro, table(report, _COLUMNS, rows, numbers=(2,))]
    parts += [_muted(report, words) for words in remarks(sides)]
    parts.append(element("h3", report.say(text("Added after an outage of all hosts"))))
    parts.append(_waiting(sides, report))
    how = text("The first figure holds for half of the messages, the second one at the worst.")
    parts += [_muted(report, how), _muted(report, NOT_TOLD)]
    words = partial_words(sides)
    if words is not None:
        parts.append(_muted(report, words))
    return section(report, _TITLE, *parts)


def _muted(report: Report, words: Text) -> Markup:
    return element("p", report.say(words), class_="muted")


def _cells(side: Side, sides: Sides, report: Report) -> Iterator[Markup]:
    seen = side.row.seen
    yield _sender(side, report)
    yield element("td", report.say(first_words(seen, sides.route)), class_="wide")
    yield element("td", report.say(tries_words(seen)), class_="number")
    for words in (reach_words(seen), fate_words(seen), delay_words(seen)):
        yield element("td", report.say(words), class_="nowrap")


def _sender(side: Side, report: Report) -> Markup:
    name = report.say(name_of(side.sender))
    if not side.row.differs:
        return element("td", name)
    why = report.say(differing_words(side))
    return element("td", name, " ", element("span", side.mark, class_="warn", title=why))


def _waiting(sides: Sides, report: Report) -> Markup:
    lengths = [text("{length}", length=span(one.length)) for one in sides.all[0].waiting]
    rows = (_waiting_cells(side, report) for side in sides.all)
    numbers = tuple(range(1, len(lengths) + 1))
    return table(report, (text("Sender"), *lengths), rows, numbers=numbers)


def _waiting_cells(side: Side, report: Report) -> Iterator[Markup]:
    yield element("td", report.say(name_of(side.sender)))
    for waiting in side.waiting:
        half = report.say(added_cell(waiting, waiting.median_s))
        worst = "" if waiting.worst_s is None else report.say(_worst(waiting))
        yield element("td", half, element("div", worst, class_="muted"), class_="number")


def _worst(waiting: Waiting) -> Text:
    return added_cell(waiting, waiting.worst_s)
