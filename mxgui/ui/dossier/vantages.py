"""What another vantage saw of an address, beside the one that tells most."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Probe
from mxgui.model.text import text
from mxgui.routing.reach import state_from
from mxgui.routing.shapes import AddressRow
from mxgui.routing.sightings import has_several, sightings, vantage_name
from mxgui.routing.words import outcome_words
from mxgui.ui.dossier.probe import bars_of, transcript_line
from mxgui.ui.dossier.section import Line, Section, cut


def other_sections(inspection: Inspection, row: AddressRow) -> Iterator[Section]:
    """The other vantages, each with what it saw, how long it took and what was said."""
    if not has_several(inspection, row.address):
        return
    shown = inspection.vantage_of(row.address)
    for vantage, probe in sightings(inspection, row.address):
        if vantage != shown and probe is not None:
            yield Section(
                text("The same, {vantage}", vantage=vantage_name(vantage)),
                tuple(_lines(probe)),
                bars_of(probe),
                tuple(map(transcript_line, probe.transcript)),
                state=state_from(inspection, row.address, vantage),
            )


def _lines(probe: Probe) -> Iterator[Line]:
    yield Line(outcome_words(probe))
    if probe.note:
        yield Line(probe.note, label=text("system"))
    if probe.greeting is not None and probe.greeting.lines:
        words = cut(f"{probe.greeting.code} {probe.greeting.lines[0]}")
        yield Line(words, label=text("greeting"), mono=True)
    if probe.helo and probe.greeting is not None:
        yield Line(probe.helo, label=text("greeted as"), mono=True)
