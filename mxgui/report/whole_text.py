"""The report as plain text for a terminal: headline, route, order of tries, findings, details.

Lines are at most 88 columns wide where what they hold allows it, and nothing in them can act on a
terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mxgui.model.smtp import StartTls
from mxgui.model.text import text
from mxgui.report.certificates import shown_certificates
from mxgui.report.columns import columns
from mxgui.report.dane_rows import dane_lines
from mxgui.report.dnssec_rows import dnssec_lines
from mxgui.report.grade import GRADES
from mxgui.report.markup import one_line
from mxgui.report.plain import wrapped
from mxgui.report.planned import planned_lines
from mxgui.report.policies import policy_lines
from mxgui.report.report import Report
from mxgui.report.reverse_names import name_lines
from mxgui.report.sections import (
    SEVERITIES,
    answer_words,
    caveats,
    coverage_words,
    order_words,
    outcome_of,
    run_facts,
)
from mxgui.report.servers import server_lines
from mxgui.report.sides_text import where_lines
from mxgui.report.tries import failed_answers, tries_of
from mxgui.routing.reach import State
from mxgui.routing.shapes import AddressRow, HostCard, Lane, Tone
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding, Severity

_MARKS = {
    State.PENDING: "…",
    State.RUNNING: "…",
    State.OK: "✓",
    State.TEMPORARY: "!",
    State.FAILED: "✗",
    State.UNHEARD: "?",
    State.NOT_TRIED: "○",
}


def written(report: Report) -> bytes:
    """Write the whole report."""
    parts = (
        _head,
        planned_lines,
        _route,
        _lookups,
        _order,
        where_lines,
        _findings,
        dnssec_lines,
        _certificates,
        dane_lines,
        policy_lines,
        name_lines,
        server_lines,
        _run,
    )
    blocks = ("\n".join(part(report)) for part in parts)
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _head(report: Report) -> Iterator[str]:
    word, _ = GRADES[report.grade]
    yield one_line(report.inspection.entry.domain.unicode)
    yield from wrapped(f"{report.say(word)}. {report.say(report.headline)}")
    if report.coverage:
        yield _joined(report.say(words) for words in coverage_words(report))
    for words in caveats(report):
        yield from wrapped(report.say(words))


def _route(report: Report) -> Iterator[str]:
    """The tree: tiers, their hosts, and the addresses of each."""
    diagram = report.diagram
    yield report.say(text("Route"))
    if diagram.notice is not None:
        yield from wrapped(report.say(diagram.notice.title), 2)
        yield from wrapped(report.say(diagram.notice.about), 2)
    widths = (
        max((len(row.badge) for row in diagram.rows), default=0),
        max((len(row.address) for row in diagram.rows), default=0),
    )
    for lane in diagram.lanes:
        yield from _lane(report, lane)
        for host in (host for host in diagram.hosts if host.lane == lane.key):
            yield from _host(report, host)
            for row in diagram.rows_of(host.key):
                yield _row(report, row, widths)


def _lane(report: Report, lane: Lane) -> Iterator[str]:
    words = (lane.title, lane.preference_words, lane.words)
    yield from wrapped(_joined(filter(None, map(report.said, words))), 2)


def _host(report: Report, host: HostCard) -> Iterator[str]:
    chips = [report.said(chip.words) for chip in host.chips]
    about = filter(None, (report.said(host.share_words), *chips))
    badge = f"{host.badge} " if host.badge else ""
    yield from wrapped(f"{badge}{one_line(host.name)} ({_joined(about)})", 4)


def _row(report: Report, row: AddressRow, widths: tuple[int, int]) -> str:
    """One address; `widths` are those of the places, if any stand here, and of the addresses."""
    shape = "!" if row.tone is Tone.WARN else _MARKS[row.state]
    words = one_line(report.said(row.words))
    place, address = row.badge.ljust(widths[0]), row.address.ljust(widths[1])
    known = f"{place} {address}" if widths[0] else address
    return f"      {shape} {known}  {words}".rstrip()


def _lookups(report: Report) -> Iterator[str]:
    """The lookups that failed, and what was tried."""
    failed = failed_answers(report.inspection)
    if failed:
        yield report.say(text("Lookups that failed"))
    for answer in failed:
        yield f"  {one_line(str(answer.question))}: {one_line(answer_words(report, answer))}"
        for words in tries_of(answer):
            yield from wrapped(one_line(report.say(words)), 4)


def _order(report: Report) -> Iterator[str]:
    """The order of tries as a table."""
    if not report.order:
        return
    yield from wrapped(report.say(text("Try order, {words}", words=order_words(report))))
    rows = [
        (
            str(place.position),
            str(place.preference),
            place.address,
            outcome_of(report, place.address),
            place.host,
        )
        for place in report.order
    ]
    yield from columns(rows, rights=(0, 1))


def _certificates(report: Report) -> Iterator[str]:
    """What the encryption of each host is worth."""
    shown = shown_certificates(report)
    if shown:
        yield report.say(text("Certificates"))
    for one in shown:
        shape = "✓" if one.starttls is StartTls.VERIFIED else "·"
        where = f"{shape} {one_line(one.host)} ({', '.join(one.addresses)})"
        yield from wrapped(where, 2)
        yield from wrapped(_joined(map(report.said, one.words)), 6)


def _findings(report: Report) -> Iterator[str]:
    yield report.say(text("Findings"))
    if not report.findings:
        yield "  " + report.say(text("The checks found nothing to report."))
    for at, finding in enumerate(report.findings):
        if at:
            yield ""
        yield from _finding(report, finding)


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    rule = explain(finding.id)
    word = report.say(SEVERITIES[finding.severity][0])
    if finding.provisional:
        word = report.say(text("{severity}, provisional", severity=word))
    yield from wrapped(f"{word}: {report.say(finding.text)}", 2)
    yield from wrapped(_joined((finding.id, finding.subject)), 4)
    if finding.severity is Severity.INFO:
        return  # good to know and no more: “mxgui explain” tells the rest
    yield from wrapped(report.say(text("Why: {why}", why=rule.why)), 4)
    yield from wrapped(report.say(text("What to do: {fix}", fix=rule.fix)), 4)
    yield from wrapped(_joined(map(report.say, rule.references)), 4)


def _run(report: Report) -> Iterator[str]:
    """When, how and by which way, one fact a line."""
    facts = list(run_facts(report))
    yield report.say(text("This run"))
    wide = max(len(fact.label) for fact in facts)
    for fact in facts:
        yield f"  {fact.label.ljust(wide)}  {one_line(fact.value)}"


def _joined(words: Iterable[str]) -> str:
    return " · ".join(words)
