"""All rows of the time line: first the questions to DNS, then the probes, each as they began.

Last come the questions for names of addresses and for servers: nothing waited for these.

No Qt here. What was made before is taken as it is where nothing new was learned of it, so that a
redraw while probes run costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from mxgui.model.event import AskStep, ProbeStep
from mxgui.model.records import Answer
from mxgui.model.smtp import Probe
from mxgui.report.marks import shape_of_state
from mxgui.report.report import Report
from mxgui.routing.reach import state_from
from mxgui.routing.readings import tone_of
from mxgui.routing.reverse import questions_aside
from mxgui.routing.shapes import AddressRow
from mxgui.ui.looks import STATE_LOOKS, Look
from mxgui.ui.timeline.probes import probe_key, probe_row, queued_row
from mxgui.ui.timeline.questions import answer_row, asking_row, question_key
from mxgui.ui.timeline.row import Row

Rank: TypeAlias = tuple[bool, bool, float]


def rows_of(result: Report, before: Sequence[Row] = ()) -> tuple[Row, ...]:
    """One row a step of the inspection; `before` are the rows that were last made."""
    known = {row.key: row for row in before}
    rows = (*_facts(result, known), *_under_way(result, known))
    aside = questions_aside(result.inspection)

    def rank(row: Row) -> tuple[bool, Rank]:
        return isinstance(row.step, AskStep) and row.step.question in aside, _rank(row)

    return tuple(sorted(rows, key=rank))


def last_of(rows: Iterable[Row], now: float) -> float:
    """The last moment of them all."""
    return max((row.end(now) for row in rows), default=0.0)


def _rank(row: Row) -> Rank:
    """Questions first; those whose turn has not come last; else by the moment they began."""
    is_probe = isinstance(row.step, ProbeStep)
    is_queued = is_probe and row.fact is None
    return is_probe, is_queued, _joined(row)


def _joined(row: Row) -> float:
    """When it came to this inspection; an earlier result, at the moment it was used again."""
    if row.earlier is not None and isinstance(row.fact, Probe):
        return row.fact.at + row.fact.took + row.earlier
    return row.begin or 0.0


def _facts(result: Report, known: dict[str, Row]) -> Iterator[Row]:
    places = {row.address: row for row in reversed(result.diagram.rows)}
    for step, fact in result.inspection.facts.items():
        if isinstance(step, AskStep) and isinstance(fact, Answer):
            old = known.get(question_key(step))
            yield old if old is not None and old.fact is fact else answer_row(step, fact)
        elif isinstance(step, ProbeStep) and isinstance(fact, Probe):
            look = _look(result, fact, _place_of(result, step, places))
            old = known.get(probe_key(step))
            is_same = old is not None and old.fact is fact and old.told == look
            yield old if old is not None and is_same else probe_row(step, fact, look)


def _place_of(
    result: Report, step: ProbeStep, places: Mapping[str, AddressRow]
) -> AddressRow | None:
    """The row on the graph that a probe is shown by, if it is this one and no other vantage's."""
    is_shown = step.vantage == result.inspection.vantage_of(step.address)
    return places.get(step.address) if is_shown else None


def _look(result: Report, probe: Probe, place: AddressRow | None) -> Look:
    """The look of its address, as on the graph, or as its own vantage sees it."""
    if place is not None:
        state, tone = place.state, place.tone
    else:
        state = state_from(result.inspection, probe.target.address, probe.target.vantage)
        tone = tone_of(state, probe)
    return Look(shape_of_state(state, tone), STATE_LOOKS[state].word, tone)


def _under_way(result: Report, known: dict[str, Row]) -> Iterator[Row]:
    """The steps of which nothing is known but that they were asked for."""
    inspection = result.inspection
    hosts = {row.address: row.name for row in reversed(result.diagram.rows)}
    for step, since in inspection.waiting.items():
        if step in inspection.facts:
            continue
        if isinstance(step, AskStep):
            yield _again(known, asking_row(step, since))
        elif isinstance(step, ProbeStep):
            row = replace(queued_row(step, since), name=hosts.get(step.address, ""))
            yield _again(known, row)


def _again(known: dict[str, Row], row: Row) -> Row:
    """The row that was made before, if it says the same."""
    old = known.get(row.key)
    return old if old == row else row
