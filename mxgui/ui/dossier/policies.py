"""MTA-STS and TLS reporting of the chosen domain, step by step, and of the chosen host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mxgui.model.sts import Mode
from mxgui.model.text import text
from mxgui.report.policy_steps import policy_text, report_steps
from mxgui.report.report import Report
from mxgui.routing.route import Host
from mxgui.routing.shapes import Tone
from mxgui.routing.sts import (
    ProbeSts,
    Sts,
    StsVerdict,
    covering_pattern,
    reporting_of,
    sts_of,
    sts_of_probe,
)
from mxgui.routing.sts_steps import Step, address_words, host_step, policy_words, sts_steps
from mxgui.ui.dossier.section import Line, Section, cut
from mxgui.ui.dossier.signs import CALM, FAILS, FLAWED, GOOD, sign_of
from mxgui.ui.looks import Look

_MOST_ADDRESSES = 12  # for reports
_BAD = (Tone.WARN, Tone.FAIL)


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
    lines = [Line(step.words, look=sign_of(step.tone), strong=True)]
    if len(host.addresses) > 1:
        lines += [_address_line(report, sts, host, own.address) for own in host.addresses]
    yield Section(text("MTA-STS"), tuple(lines))


def address_policy_sections(report: Report, host: Host, address: str) -> Iterator[Section]:
    """How one address of an exchange stands to a valid policy."""
    sts = sts_of(report.inspection)
    if sts.verdict is not StsVerdict.VALID or host not in report.route.hosts or sts.policy is None:
        return
    pattern = covering_pattern(sts.policy, host.name)
    if pattern is None:
        yield from host_policy_sections(report, host)
        return
    line = _address_line(report, sts, host, address)
    lines = (replace(line, label="", strong=True), Line(cut(pattern), label=text("pattern")))
    mode = Line(policy_words(sts.policy), label=text("policy"))
    yield Section(text("MTA-STS"), (*lines, mode))


def _address_line(report: Report, sts: Sts, host: Host, address: str) -> Line:
    found = sts_of_probe(report.inspection, sts, host.name, address)
    ways = address_words(report.inspection, host, address, found)
    look = _look_of(sts, found)
    return Line(text("{ways}", ways=ways), label=address, look=look)


def _look_of(sts: Sts, found: ProbeSts) -> Look:
    """A failure stops mail only under a policy in force."""
    if found.fails:
        return FAILS if sts.is_enforced else FLAWED
    return GOOD if found is ProbeSts.PASS else CALM


def _lines(step: Step) -> Iterator[Line]:
    """A step in one line, and below it what it rests on."""
    yield Line(step.words, label=step.name, look=sign_of(step.tone), strong=step.tone in _BAD)
    for line in step.exact.split("\n") if step.exact else ():
        yield Line(cut(line), mono=True)


def _report_lines(report: Report) -> Iterator[Line]:
    """Where reports go, as plain text: nothing here is a link that somebody else wrote."""
    known = reporting_of(report.inspection)
    last = report_steps(report)[-1]
    if not known.record.rua:
        yield Line(last.words, look=sign_of(last.tone))
        for line in last.exact.split("\n") if last.exact else ():
            yield Line(cut(line), mono=True)
        return
    for uri in known.record.rua[:_MOST_ADDRESSES]:
        yield Line(cut(uri), label=text("to"), mono=True)
    for uri in known.record.unusable[:_MOST_ADDRESSES]:
        yield Line(cut(uri), label=text("unusable"), mono=True)
    for line in known.record.texts:
        yield Line(cut(line), label=text("record"), mono=True)
