"""The sections of the HTML report, each as markup; nothing in them loads or runs anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mxgui.model.smtp import Probe
from mxgui.model.text import Text, text
from mxgui.report.grade import GRADES
from mxgui.report.marks import Shape, shape_of_state, shape_of_tone
from mxgui.report.markup import Markup, element, joined
from mxgui.report.palette import ink
from mxgui.report.report import Report
from mxgui.report.sections import (
    PHASES,
    SEVERITIES,
    Fact,
    caveats,
    coverage_words,
    order_words,
    outcome_of,
    probe_words,
    row_tone,
    run_facts,
    tls_words,
    took,
)
from mxgui.report.svg import draw
from mxgui.report.svg_elements import mark_parts
from mxgui.routing.reach import state_from
from mxgui.routing.readings import tone_of
from mxgui.routing.shapes import Tone
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding


def head(report: Report) -> Markup:
    """The domain, the verdict in one sentence, and how far it can be trusted."""
    inspection = report.inspection
    domain = inspection.entry.domain
    name = element("span", domain.ascii, class_="mono") if domain.is_international else ""
    word, tone = GRADES[report.grade]
    about = (*coverage_words(report), text("{moment}", moment=inspection.began))
    return element(
        "header",
        element("h1", element("span", domain.unicode, class_="isolated"), name),
        element(
            "div",
            mark(shape_of_tone(tone), tone),
            element("strong", report.say(word), class_=ink(tone)),
            element("span", report.say(report.headline)),
            class_="verdict",
        ),
        *(element("p", report.say(words), class_="caveat") for words in caveats(report)),
        element("p", *(element("span", report.say(words)) for words in about), class_="about"),
    )


def route_section(report: Report) -> Markup:
    """The graph."""
    picture = draw(report.diagram, report.say, report.say(report.headline))
    return section(report, text("Mail route"), element("figure", picture, tabindex="0"))


def findings_section(report: Report) -> Markup:
    """What is wrong, why it matters, how to mend it; worst first."""
    if not report.findings:
        nothing = report.say(text("The checks found nothing to report."))
        return section(report, text("Findings"), element("p", nothing, class_="good"))
    cards = (_finding(finding, report) for finding in report.findings)
    return section(report, text("Findings"), *cards, aside=str(len(report.findings)))


def order_section(report: Report) -> Markup:
    """The order in which one message would try the addresses."""
    if not report.order:
        return Markup()
    rows = (
        (
            _number(str(place.position)),
            _number(str(place.preference)),
            element("td", place.host, class_="wide"),
            element("td", element("code", place.address)),
            _outcome(report, place.address),
        )
        for place in report.order
    )
    columns = (text("Try"), text("Preference"), text("Host"), text("Address"), text("Outcome"))
    whole = table(report, columns, rows, numbers=(0, 1))
    return section(report, text("Try order"), whole, aside=report.say(order_words(report)))


def probes_section(report: Report) -> Markup:
    """How long each step of each probe took, and the encryption agreed on."""
    if not report.probes:
        return Markup()
    columns = (
        text("Address"),
        text("Outcome"),
        *(name for _, name in PHASES),
        text("Encryption"),
    )
    numbers = tuple(range(2, 2 + len(PHASES)))
    rows = (_probe_cells(probe, report) for probe in report.probes)
    return section(report, text("Probes"), table(report, columns, rows, numbers))


def run_section(report: Report) -> Markup:
    """Who looked, when and how."""
    rows = (_fact(fact) for fact in run_facts(report))
    return section(report, text("This run"), element("div", element("dl", *rows), class_="card"))


def foot(report: Report) -> Markup:
    """How to make other documents of this one."""
    words = text(
        "This file holds all that was learned: “mxgui report FILE --format json” gives it to "
        "programs, without asking the network again."
    )
    return element("footer", element("p", report.say(words)))


def mark(shape: Shape, tone: Tone) -> Markup:
    """A round mark, to stand beside the word that says the same."""
    return element(
        "svg",
        *mark_parts(shape, tone),
        viewBox="-8 -8 16 16",
        class_="mark",
        aria_hidden="true",
    )


def table(
    report: Report,
    columns: Iterable[Text],
    rows: Iterable[Iterable[Markup]],
    numbers: tuple[int, ...] = (),
) -> Markup:
    """A table of ready cells; the columns of `numbers` have their heads at the right too."""
    heads = (
        element("th", report.say(name), scope="col", class_="number" if at in numbers else None)
        for at, name in enumerate(columns)
    )
    body = (element("tr", *cells) for cells in rows)
    whole = element("table", element("thead", element("tr", *heads)), element("tbody", *body))
    return element("div", whole, class_="card scroll", tabindex="0")


def section(report: Report, title: Text, *parts: str, aside: str = "") -> Markup:
    """A titled part of the page."""
    small = element("small", aside) if aside else ""
    return element("section", element("h2", report.say(title), small), *parts)


def _finding(finding: Finding, report: Report) -> Markup:
    rule = explain(finding.id)
    word, tone = SEVERITIES[finding.severity]
    return element(
        "article",
        mark(shape_of_tone(tone), tone),
        element(
            "div",
            element("h3", report.say(finding.text)),
            element("p", *_level(finding, report, word), class_="level"),
            element(
                "dl",
                *_term(report, text("Why"), report.say(rule.why)),
                *_term(report, text("What to do"), report.say(rule.fix)),
                *_term(report, text("Read"), "; ".join(map(report.say, rule.references))),
            ),
        ),
        class_="card finding",
    )


def _level(finding: Finding, report: Report, word: Text) -> Iterator[str]:
    yield element("span", report.say(word), class_=ink(SEVERITIES[finding.severity][1]))
    yield f" · {finding.id} · "
    yield element("span", finding.subject, class_="isolated")
    if finding.provisional:
        yield " · " + report.say(text("provisional: probes were still running"))


def _term(report: Report, name: Text, value: str) -> tuple[Markup, ...]:
    return (element("dt", report.say(name)), element("dd", value)) if value else ()


def _fact(fact: Fact) -> Markup:
    value = element("code", fact.value) if fact.is_exact else fact.value
    return joined(element("dt", fact.label), element("dd", value))


def _number(words: str) -> Markup:
    return element("td", words, class_="number")


def _outcome(report: Report, address: str) -> Markup:
    state, tone = report.state(address), row_tone(report, address)
    shape = mark(shape_of_state(state, tone), tone)
    return element("td", shape, " ", outcome_of(report, address), class_="nowrap")


def _said_by(probe: Probe, report: Report) -> Markup:
    """What became of one connection; the mark is that of its address, unless others looked too."""
    state = state_from(report.inspection, probe.target.address, probe.target.vantage)
    tone = tone_of(state, probe)
    shape = mark(shape_of_state(state, tone), tone)
    return element("td", shape, " ", probe_words(report, probe), class_="nowrap")


def _probe_cells(probe: Probe, report: Report) -> Iterator[Markup]:
    address = probe.target.address
    host = element("div", probe.target.host, class_="muted wide")
    yield element("td", element("code", address), host)
    yield _said_by(probe, report)
    for stage, _ in PHASES:
        yield _number(took(report, probe.took_for(stage)))
    yield element("td", tls_words(probe), class_="muted")
