"""DANE in documents that people read: the decision at each address, and what comes of each record.

Hosts without TLSA records are left out: that there are none is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.text import counted, text
from mxgui.report.marks import shape_of_tone
from mxgui.report.markup import Markup, element, one_line
from mxgui.report.page import mark, section, table
from mxgui.report.plain import sign_of, wrapped
from mxgui.report.report import Report
from mxgui.routing.dane import Dane
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.dane_words import result_words, short, verdict_tone, verdict_words
from mxgui.routing.shapes import Tone
from mxgui.routing.standing import named_hosts
from mxgui.routing.tlsa import HostDane

_MOST_RECORDS = 10  # of one address in a document; the JSON has them all
_TITLE = text("DANE")
_TOLD = (
    HostDane.USABLE,
    HostDane.UNUSABLE,
    HostDane.LOOKUP_FAILED,
    HostDane.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class DaneRow:
    """The decision at one address of a host, in the reader's language."""

    host: str
    address: str
    tone: Tone
    verdict: str
    records: tuple[str, ...] = ()


def dane_rows(report: Report) -> Iterator[DaneRow]:
    """Every address of every host that has to do with DANE, in the order of the route."""
    reach = DaneReach(report.inspection)
    for host in named_hosts(report.route):
        if reach.discovered(host).dane not in _TOLD:
            continue
        for own in host.addresses:
            dane = reach.decided(host, own)
            verdict = report.say(verdict_words(dane.verdict))
            records = tuple(_records(report, dane))
            yield DaneRow(host.name, own.address, verdict_tone(dane.verdict), verdict, records)


def _records(report: Report, dane: Dane) -> Iterator[str]:
    for one in dane.records[:_MOST_RECORDS]:
        words = text("{record}: {result}", record=short(one.record), result=result_words(one))
        yield report.say(words)
    more = len(dane.records) - _MOST_RECORDS
    if more > 0:
        yield report.say(counted("and {n} record more", "and {n} records more", more))


def dane_section(report: Report) -> Markup:
    """The decisions as a table of the page."""
    rows = tuple(dane_rows(report))
    if not rows:
        return Markup()
    columns = (text("Host"), text("Address"), text("Result"), text("TLSA records"))
    return section(report, _TITLE, table(report, columns, map(_cells, rows)))


def _cells(row: DaneRow) -> Iterator[Markup]:
    yield element("td", row.host, class_="wide")
    yield element("td", element("code", row.address))
    yield element("td", mark(shape_of_tone(row.tone), row.tone), " ", row.verdict)
    records = (element("div", element("code", words)) for words in row.records)
    yield element("td", *records, class_="wide")


def dane_lines(report: Report) -> Iterator[str]:
    """The decisions as lines of plain text."""
    rows = tuple(dane_rows(report))
    if not rows:
        return
    yield report.say(_TITLE)
    for row in rows:
        sign = sign_of(row.tone)
        yield from wrapped(f"{sign} {one_line(row.host)} {row.address}: {row.verdict}", 2)
        for words in row.records:
            yield from wrapped(words, 6)
