"""DANE at the chosen address: the decision step by step, and what comes of each TLSA record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, RecordType
from mxgui.model.text import Text, counted, text
from mxgui.routing.dane import Dane, dane_of
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.dane_steps import DaneStep, Look, RecordResult, Result
from mxgui.routing.dane_words import (
    result_words,
    short,
    step_words,
    verdict_tone,
    verdict_words,
)
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.shapes import Tone
from mxgui.routing.tlsa import HostDane, discovered_at, tlsa_bases, tlsa_owner
from mxgui.routing.usable import CERT, DANE_EE
from mxgui.ui.dossier.section import Line, Section

_MOST_RECORDS = 20  # that are listed; the DNS answers have all
_DAY = timedelta(days=1)
_SIGNS = {Tone.OK: "✓", Tone.WARN: "!", Tone.FAIL: "✗"}
_RESULT_SIGNS = {
    Result.MATCH: "✓",
    Result.NO_MATCH: "✗",
    Result.UNUSABLE: "○",
    Result.OUTRANKED: "○",
}
_NOTHING = (HostDane.NONE, HostDane.UNKNOWN)  # to be told at a host of which nobody asks more


def address_dane_sections(inspection: Inspection, host: Host, address: str) -> Iterator[Section]:
    """The decision at an address in numbered steps, and its records; nothing before it is known."""
    own = next((one for one in host.addresses if one.address == address), None)
    if own is None or discovered_at(inspection, host, own.family).dane is HostDane.UNKNOWN:
        return
    dane = dane_of(inspection, host, own)
    steps = [step for step in dane.steps if step.look not in (Look.RECORD, Look.VERDICT)]
    lines = [_verdict_line(dane)]
    lines += [_step_line(number, step) for number, step in enumerate(steps, start=1)]
    yield Section(text("DANE"), tuple(lines))
    if dane.records:
        note = _expiry(inspection, host, own, dane)
        records = (*_record_lines(dane), *((note,) if note is not None else ()))
        yield Section(text("TLSA records"), records)


def host_dane_sections(inspection: Inspection, host: Host) -> Iterator[Section]:
    """What DANE comes to at each address of a host, in a line each; nothing without records."""
    reach = DaneReach(inspection)
    found = reach.discovered(host)
    if found.dane in _NOTHING or not host.addresses:
        return
    lines = []
    for own in host.addresses:
        dane = reach.decided(host, own)
        sign = _SIGNS.get(verdict_tone(dane.verdict), "○")
        label = text("{sign} {address}", sign=sign, address=own.address)
        lines.append(Line(verdict_words(dane.verdict), label=label))
    yield Section(text("DANE"), tuple(lines))


def tlsa_answers(inspection: Inspection, host: Host) -> tuple[Answer, ...]:
    """What DNS said at each name where a sender may look for the host's TLSA records."""
    port = inspection.plan.port
    owners = (tlsa_owner(base, port) for base in tlsa_bases(inspection, host))
    return tuple(inspection.answer(owner, RecordType.TLSA) for owner in owners if owner is not None)


def _verdict_line(dane: Dane) -> Line:
    sign = _SIGNS.get(verdict_tone(dane.verdict), "○")
    return Line(verdict_words(dane.verdict), label=sign, strong=True)


def _step_line(number: int, step: DaneStep) -> Line:
    return Line(step_words(step), label=text("{number}", number=number))


def _record_lines(dane: Dane) -> Iterator[Line]:
    """Each record with what came of it below; the one that decides stands out."""
    deciding = dane.deciding
    for one in dane.records[:_MOST_RECORDS]:
        yield Line(
            short(one.record),
            label=_sign(one),
            mono=True,
            about=text("match: this record decides") if one is deciding else result_words(one),
            strong=one is deciding,
        )
    more = len(dane.records) - _MOST_RECORDS
    if more > 0:
        yield Line(text("and {n} more", n=more))


def _sign(one: RecordResult) -> str:
    return _RESULT_SIGNS[one.result] if one.result is not None else "○"


def _expiry(inspection: Inspection, host: Host, own: HostAddress, dane: Dane) -> Line | None:
    """What the end of the certificate means to the record that decides."""
    probe = inspection.probe(own.address, host=host.name)
    if dane.deciding is None or probe is None or probe.tls is None:
        return None
    ends = probe.tls.chain[0].not_after
    if ends is None:
        return None
    left = _left(ends, probe.began or inspection.began)
    record = dane.deciding.record
    if record.usage != DANE_EE:
        words = text("The certificate has to be in date: {left}.", left=left)
    elif record.selector == CERT:
        words = text("The record has to change with the certificate: {left}.", left=left)
    else:
        words = text("The dates of the certificate do not count: {left}.", left=left)
    return Line(words)


def _left(ends: datetime, at: datetime) -> Text:
    if at >= ends:
        return counted("it ended {n} day before", "it ended {n} days before", (at - ends) // _DAY)
    return counted("{n} day left", "{n} days left", (ends - at) // _DAY)
