"""DANE at the chosen address: the decision step by step, and what comes of each TLSA record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, RecordType
from mxgui.model.text import Text, counted, text
from mxgui.routing.dane import Dane, dane_of
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.dane_steps import DaneStep, Look, RecordResult, Result, Verdict, Why
from mxgui.routing.dane_words import (
    result_words,
    short,
    step_words,
    verdict_tone,
    verdict_words,
)
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.shapes import Words
from mxgui.routing.tlsa import HostDane, discovered_at, tlsa_bases, tlsa_owner
from mxgui.routing.usable import CERT, DANE_EE
from mxgui.ui.dossier.section import Line, Section
from mxgui.ui.dossier.signs import CALM, FAILS, GOOD, sign_of
from mxgui.ui.looks import Look as Mark

_MOST_RECORDS = 20  # that are listed; the DNS answers have all
_DAY = timedelta(days=1)
_DECIDING = {Verdict.UNUSABLE: Look.USABLE, Verdict.NO_TLS: Look.STARTTLS}  # else the last step
_BY_RECORDS = (Verdict.MATCH, Verdict.MISMATCH)
_NOTHING = (HostDane.NONE, HostDane.UNKNOWN)  # to be told at a host of which nobody asks more


def address_dane_sections(inspection: Inspection, host: Host, address: str) -> Iterator[Section]:
    """The decision at an address in numbered steps, and its records; nothing before it is known."""
    own = next((one for one in host.addresses if one.address == address), None)
    if own is None or discovered_at(inspection, host, own.family).dane is HostDane.UNKNOWN:
        return
    dane = dane_of(inspection, host, own)
    steps = [step for step in dane.steps if step.look not in (Look.RECORD, Look.VERDICT)]
    lines = [_verdict_line(dane)]
    decides = _deciding_step(dane, steps)
    lines += [
        _step_line(number, step, decides=step is decides)
        for number, step in enumerate(steps, start=1)
    ]
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
        look = sign_of(verdict_tone(dane.verdict))
        lines.append(Line(verdict_words(dane.verdict), label=own.address, look=look))
    yield Section(text("DANE"), tuple(lines))


def tlsa_answers(inspection: Inspection, host: Host) -> tuple[Answer, ...]:
    """What DNS said at each name where a sender may look for the host's TLSA records."""
    port = inspection.plan.port
    owners = (tlsa_owner(base, port) for base in tlsa_bases(inspection, host))
    return tuple(inspection.answer(owner, RecordType.TLSA) for owner in owners if owner is not None)


def _verdict_line(dane: Dane) -> Line:
    look = sign_of(verdict_tone(dane.verdict))
    return Line(verdict_words(dane.verdict), look=look, strong=True)


def _deciding_step(dane: Dane, steps: Sequence[DaneStep]) -> DaneStep | None:
    """The step at which the decision fell; None where the records decide."""
    if dane.verdict in _BY_RECORDS or not steps:
        return None
    wanted = _DECIDING.get(dane.verdict)
    return next((step for step in steps if step.look is wanted), steps[-1])


def _step_line(number: int, step: DaneStep, *, decides: bool) -> Line:
    return Line(step_words(step), label=text("{number}", number=number), strong=decides)


def _record_lines(dane: Dane) -> Iterator[Line]:
    """Each record with what came of it below; the one that decides stands out."""
    deciding = dane.deciding
    for one in dane.records[:_MOST_RECORDS]:
        yield Line(
            short(one.record),
            look=_sign(one, matched=deciding is not None),
            mono=True,
            about=_came_of(one, deciding),
            strong=one is deciding,
        )
    more = len(dane.records) - _MOST_RECORDS
    if more > 0:
        yield Line(text("and {n} more", n=more))


def _came_of(one: RecordResult, deciding: RecordResult | None) -> Words:
    """What came of a record; beside one that matches, another key is nothing to worry about."""
    if one is deciding:
        return text("match: this record decides")
    if deciding is not None and one.why is Why.DIFFERENT:
        return text("no match: it names another certificate or key, such as the next one")
    return result_words(one)


def _sign(one: RecordResult, *, matched: bool) -> Mark:
    """A record that does not match is no failure where another one does."""
    if one.result is Result.MATCH:
        return GOOD
    return FAILS if one.result is Result.NO_MATCH and not matched else CALM


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
