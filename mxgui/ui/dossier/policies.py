"""MTA-STS and TLS reporting of the chosen domain, step by step, and of the chosen host."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.sts import Mode
from mxgui.model.text import text
from mxgui.report.policies import policy_text, report_steps
from mxgui.report.report import Report
from mxgui.routing.route import Host
from mxgui.routing.shapes import Tone
from mxgui.routing.sts import reporting_of, sts_of, sts_of_probe
from mxgui.routing.sts_steps import Step, address_words, host_step, sts_steps
from mxgui.ui.dossier.section import Line, Section, cut

_MOST_ADDRESSES = 12  # for reports
_SIGNS = {Tone.OK: "✓", Tone.WARN: "!", Tone.FAIL: "✗"}


def policy_sections(report: Report) -> Iterator[Section]:
    """What the domain says of encryption; nothing before it was asked."""
    if not report_steps(report):
        return
    steps = sts_steps(report.inspection, report.route)
    yield Section(text("MTA-STS"), tuple(line for step in steps for line in _lines(step)))
    lines = policy_text(report)
    if lines:
        written = tuple(Line(cut(line), mono=True) for line in lines)
        yield Section(text("The policy as it was fetched"), written)
    yield Section(text("TLS reports"), tuple(_report_lines(report)))


def host_policy_sections(report: Report, host: Host) -> Iterator[Section]:
    """How the chosen exchange stands to a policy that counts, and each of its addresses."""
    sts = sts_of(report.inspection)
    if sts.mode in (None, Mode.NONE) or host not in report.route.hosts:
        return
    step = host_step(report.inspection, sts, host)
    lines = [Line(step.words, label=_SIGNS.get(step.tone, "○"))]
    for own in host.addresses:
        found = sts_of_probe(report.inspection, sts, host.name, own.address)
        ways = address_words(report.inspection, host, own.address, found)
        lines.append(Line(text("{ways}", ways=ways), label=own.address))
    yield Section(text("MTA-STS"), tuple(lines))


def _lines(step: Step) -> Iterator[Line]:
    """A step in one line, and below it what it rests on."""
    sign = _SIGNS.get(step.tone, "○")
    yield Line(step.words, label=text("{sign} {name}", sign=sign, name=step.name))
    for line in step.exact.split("\n") if step.exact else ():
        yield Line(cut(line), mono=True)


def _report_lines(report: Report) -> Iterator[Line]:
    """Where reports go, as plain text: nothing here is a link that somebody else wrote."""
    known = reporting_of(report.inspection)
    last = report_steps(report)[-1]
    if not known.record.rua:
        yield from _lines(last)
        return
    for uri in known.record.rua[:_MOST_ADDRESSES]:
        yield Line(cut(uri), label=text("to"), mono=True)
    for uri in known.record.unusable[:_MOST_ADDRESSES]:
        yield Line(cut(uri), label=text("unusable"), mono=True)
    for line in known.record.texts:
        yield Line(cut(line), label=text("record"), mono=True)
