"""What one address said: outcome, time of each step, greeting, TLS, and every word of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Phase, Probe, Reply, Said, Stage
from mxgui.model.text import Text, counted, text
from mxgui.report.sections import SPEAKERS
from mxgui.routing.certificate_words import lock_words
from mxgui.routing.certificates import (
    OUT_OF_DATE,
    CertificateView,
    certificate_view,
    starttls_of,
)
from mxgui.routing.shapes import AddressRow, Words
from mxgui.routing.sightings import has_several, vantage_name
from mxgui.routing.words import outcome_words, waiting_words
from mxgui.ui.dossier.certificate import lock_look, tls_sections
from mxgui.ui.dossier.offers import offers_sections
from mxgui.ui.dossier.section import Bar, Line, Section, cut

_STEPS = {
    Stage.CONNECT: text("Connect"),
    Stage.GREETING: text("Greeting"),
    Stage.EHLO: text("EHLO"),
    Stage.STARTTLS: text("STARTTLS"),
    Stage.HANDSHAKE: text("TLS"),
    Stage.EHLO_TLS: text("EHLO again"),
    Stage.QUIT: text("QUIT"),
}
_GREETING_LINES = 8  # that are shown outside of the transcript


def said_now(inspection: Inspection, row: AddressRow, now: float) -> Words:
    """What the probe of a row comes to, or waits for, at this moment (inspection time)."""
    if row.waiting is not None:
        return waiting_words(row.waiting, now)
    probe = inspection.probe(row.address)
    return row.words if probe is None else outcome_words(probe)


def address_sections(inspection: Inspection, row: AddressRow, now: float) -> Iterator[Section]:
    """How the probe of one address went, and what its encryption is worth."""
    probe = inspection.probe(row.address, host=row.name)
    lines = [_said_line(inspection, row, now)]
    if probe is None:
        yield Section(row.address, tuple(lines), state=row.state, mono=True)
        return
    lines.extend(_lines(inspection, probe))
    yield Section(
        row.address,
        tuple(lines),
        bars_of(probe),
        state=row.state,
        mono=True,
    )
    if probe.tls is not None:
        view = certificate_view(inspection, probe, probe.target.host)
        yield from tls_sections(probe.tls, view)


def said_sections(inspection: Inspection, row: AddressRow) -> Iterator[Section]:
    """Every word of the session, and what the host offers."""
    probe = inspection.probe(row.address, host=row.name)
    if probe is None:
        return
    if probe.transcript:
        yield Section(text("Transcript"), transcript=tuple(map(transcript_line, probe.transcript)))
    yield from offers_sections(probe)


def _said_line(inspection: Inspection, row: AddressRow, now: float) -> Line:
    """What the probe comes to, and from where that was seen if others have looked too."""
    said = said_now(inspection, row, now)
    if not has_several(inspection, row.address):
        return Line(said)
    return Line(said, label=vantage_name(inspection.vantage_of(row.address)))


def short_section(inspection: Inspection, row: AddressRow, now: float) -> Section:
    """One address in brief, for the list under its host."""
    line = Line(said_now(inspection, row, now))
    probe = inspection.probe(row.address)
    bars = bars_of(probe) if probe is not None else ()
    return Section(row.address, (line,), bars, state=row.state, mono=True)


def bars_of(probe: Probe) -> tuple[Bar, ...]:
    """The time line of a probe: each step from where it began, as long as it took."""
    if not probe.phases:
        return ()
    begin = min(phase.at for phase in probe.phases)
    whole = max(phase.at + phase.took for phase in probe.phases) - begin
    return tuple(_bar(phase, begin, whole or 1.0) for phase in probe.phases)


def _bar(phase: Phase, begin: float, whole: float) -> Bar:
    took = text("{took}", took=timedelta(seconds=phase.took))
    return Bar(
        _STEPS[phase.stage], took, phase.stage, (phase.at - begin) / whole, phase.took / whole
    )


def _lines(inspection: Inspection, probe: Probe) -> Iterator[Line]:
    if probe.reused_age is not None:
        age = timedelta(seconds=probe.reused_age)
        yield Line(text("measured {age} earlier; F5 probes again", age=age))
    if probe.note:
        yield Line(probe.note, label=text("system"))
    if probe.greeting is not None:
        yield from _greeting(probe.greeting)
    if probe.helo and probe.took_for(Stage.EHLO) is not None:
        yield Line(probe.helo, label=text("greeted as"), mono=True)
    if probe.command:
        yield _lock(inspection, probe)


def _lock(inspection: Inspection, probe: Probe) -> Line:
    """What the encryption is worth, with its padlock."""
    host = probe.target.host
    starttls = starttls_of(inspection, probe, host)
    view = certificate_view(inspection, probe, host)
    words = lock_words(starttls, view)
    if view is not None:
        words = _with_days(words, view)
    return Line(words, label=text("TLS"), look=lock_look(starttls))


def _with_days(words: Text, view: CertificateView) -> Text:
    """Add how long the certificate lasts, counted from the probe; its lateness is told already."""
    days = view.days_left
    if days is None or view.has(*OUT_OF_DATE):
        return words
    left = counted("{n} day left", "{n} days left", days)
    return text("{words}; {left}", words=words, left=left)


def _greeting(greeting: Reply) -> Iterator[Line]:
    """The whole greeting, unless it is too long to be one."""
    for at, written in enumerate(greeting.lines[:_GREETING_LINES]):
        label = "" if at else text("greeting")
        yield Line(cut(f"{greeting.code} {written}"), label=label, mono=True)
    more = len(greeting.lines) - _GREETING_LINES
    if more > 0:
        yield Line(
            counted(
                "and {n} line more, in the transcript",
                "and {n} lines more, in the transcript",
                more,
            )
        )


def transcript_line(said: Said) -> str:
    """One line of a transcript, with who it is from."""
    return f"{SPEAKERS[said.speaker]} {said.text}"
