"""The parts of the HTML report that are folded: transcripts, certificates, and what DNS said."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.certificate import Certificate
from mxgui.model.records import Answer
from mxgui.model.smtp import Probe, Said
from mxgui.model.text import Text, counted, text
from mxgui.report.certificates import path_words, view_of, worth_words
from mxgui.report.marks import shape_of_state
from mxgui.report.markup import Markup, element, joined
from mxgui.report.page import mark, section, table
from mxgui.report.report import Report
from mxgui.report.sections import NOTHING, SPEAKERS, answer_words, probe_words, took
from mxgui.report.tries import tries_of
from mxgui.routing.certificate_words import left_words
from mxgui.routing.certificates import CertificateView
from mxgui.routing.reach import state_from
from mxgui.routing.readings import tone_of
from mxgui.routing.shapes import Words

_MOST_NAMES = 100  # of one certificate that are shown; the whole list is in the JSON


def transcripts_section(report: Report) -> Markup:
    """What was said in each session, folded."""
    heard = [probe for probe in report.probes if probe.transcript or probe.tls]
    if not heard:
        return Markup()
    return section(report, text("Transcripts"), *(_session(probe, report) for probe in heard))


def dns_section(report: Report) -> Markup:
    """Every question, what came of it, and how long it took."""
    answers = report.inspection.answers
    if not answers:
        return Markup()
    columns = (text("Name"), text("Type"), text("Answer"), text("TTL"), text("Took"), text("Tries"))
    rows = (_answer_cells(answer, report) for answer in answers)
    return section(report, text("DNS answers"), table(report, columns, rows, numbers=(3, 4, 5)))


def _session(probe: Probe, report: Report) -> Markup:
    target = probe.target
    state = state_from(report.inspection, target.address, target.vantage)
    tone = tone_of(state, probe)
    title = element(
        "summary",
        mark(shape_of_state(state, tone), tone),
        " ",
        element("code", target.address),
        " ",
        element("span", target.host, class_="isolated"),
        element("span", " · ", probe_words(report, probe), class_="muted"),
    )
    lines = element("tbody", *(_line(said, report) for said in probe.transcript))
    return element(
        "details",
        title,
        element("table", lines, class_="transcript") if probe.transcript else "",
        _certificate(probe, report),
        class_="card",
    )


def _line(said: Said, report: Report) -> Markup:
    return element(
        "tr",
        element("td", took(report, said.at), class_="number muted"),
        element("td", SPEAKERS[said.speaker], class_=said.speaker.value),
        element("td", said.text, class_=f"mono {said.speaker.value}"),
    )


def _certificate(probe: Probe, report: Report) -> Markup:
    view = view_of(report, probe)
    if view is None:
        return Markup()
    title = counted("Certificate", "Certificate, first of {n}", len(view.certificates))
    facts = (*_worth(probe, view, report), *_certificate_facts(view.leaf, report))
    rows = (
        joined(element("dt", report.say(name)), element("dd", value))
        for name, value in facts
        if value
    )
    return element("div", element("h3", report.say(title)), element("dl", *rows))


def _worth(probe: Probe, view: CertificateView, report: Report) -> Iterator[tuple[Text, str]]:
    yield text("Encryption"), report.say(worth_words(report, probe))
    left = left_words(view)
    if left is not None:
        yield text("When probed"), report.say(left)
    for role, words in path_words(view):
        yield role, report.said(words)


def _certificate_facts(leaf: Certificate, report: Report) -> Iterator[tuple[Text, str]]:
    yield text("Names"), report.said(_names(leaf.names))
    yield text("Issuer"), leaf.issuer
    if leaf.not_before and leaf.not_after:
        span = text("{begins} to {ends}", begins=leaf.not_before, ends=leaf.not_after)
        yield text("Valid"), report.say(span)
    yield text("Public key"), leaf.key
    yield text("Signature"), leaf.signature
    yield text("SHA-256"), leaf.sha256
    yield text("Malformed"), leaf.malformed


def _names(names: tuple[str, ...]) -> Words:
    told, more = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    return text("{names} and {n} more", names=told, n=more) if more > 0 else told


def _answer_cells(answer: Answer, report: Report) -> Iterator[Markup]:
    yield element("td", element("code", answer.question.name), class_="wide")
    yield element("td", element("code", answer.question.type.value))
    errors = "; ".join(f"EDE {error.code} {error.text}".strip() for error in answer.ede)
    extra = element("div", errors, class_="muted") if errors else ""
    yield element("td", element("code", answer_words(report, answer)), extra, class_="wide")
    ttl = NOTHING if answer.ttl is None else took(report, float(answer.ttl))
    yield element("td", ttl, class_="number")
    yield element("td", took(report, answer.took), class_="number")
    yield element("td", _tries(answer, report), class_="number")


def _tries(answer: Answer, report: Report) -> Markup | str:
    """How often it was asked; unfolded, whom and what came of it."""
    if not answer.attempts:
        return NOTHING
    count = str(len(answer.attempts))
    if not answer.status.is_failure:
        return count
    each = (element("div", report.say(words), class_="muted") for words in tries_of(answer))
    return element("details", element("summary", count), *each)
