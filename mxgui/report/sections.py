"""The parts of a report in words and rows, the same for every document that people read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from mxgui.model.entry import TakenAs
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Family, ProbeMode
from mxgui.model.records import Answer, Mx
from mxgui.model.smtp import Probe, Speaker, Stage
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.labels import status_words
from mxgui.routing.resolver_words import resolver_words
from mxgui.routing.route import route_of
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.sender import Unit
from mxgui.routing.sending.sender_words import name_of
from mxgui.routing.shapes import Tone
from mxgui.routing.sightings import outcomes_words, vantage_name
from mxgui.routing.spans import FIXED
from mxgui.routing.words import outcome_words
from mxgui.rules.finding import Severity

SEVERITIES = {
    Severity.CRITICAL: (text("Critical"), Tone.FAIL),
    Severity.ERROR: (text("Error"), Tone.FAIL),
    Severity.WARNING: (text("Warning"), Tone.WARN),
    Severity.NOTICE: (text("Notice"), Tone.WARN),
    Severity.INFO: (text("Info"), Tone.PLAIN),
    Severity.INCONCLUSIVE: (text("Inconclusive"), Tone.IDLE),
}
PHASES = (
    (Stage.CONNECT, text("Connect")),
    (Stage.GREETING, text("Greeting")),
    (Stage.EHLO, text("EHLO")),
    (Stage.STARTTLS, text("STARTTLS")),
    (Stage.HANDSHAKE, text("TLS")),
    (Stage.EHLO_TLS, text("EHLO again")),
)
SPEAKERS = {Speaker.SERVER: "←", Speaker.CLIENT: "→", Speaker.NOTE: "·"}
NOTHING = "–"  # noqa: RUF001 (a cell in which there is nothing to say)
_TAKEN = {
    TakenAs.DOMAIN: text("a domain"),
    TakenAs.ADDRESS: text("a mail address"),
    TakenAs.URL: text("a URL"),
    TakenAs.LITERAL: text("an address literal"),
    TakenAs.BOUNCE: text("a bounce or a log line"),
}
_MODES = {
    ProbeMode.EVERY_HOST: text("every address"),
    ProbeMode.AS_SENDER: text("as a sender: up to the first host that takes mail"),
    ProbeMode.NONE: text("none: DNS only"),
}
_FAMILIES = {
    Family.ANY: text("IPv4 and IPv6"),
    Family.ONLY_4: text("IPv4 only"),
    Family.ONLY_6: text("IPv6 only"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the run, with its label."""

    label: str
    value: str
    is_exact: bool = False  # set as machines write it


def coverage_words(report: Report) -> tuple[Text, ...]:
    """How many addresses of each family take mail."""
    return tuple(
        text("IPv{family}: {n} of {total}", family=own.family, n=own.answered, total=own.total)
        for own in report.coverage
    )


def caveats(report: Report) -> Iterator[Text]:
    """What a reader must know before all else about how far the report can be trusted."""
    return caveats_of(report.inspection)


def caveats_of(inspection: Inspection) -> Iterator[Text]:
    """The same of whatever rests on an inspection."""
    if inspection.origin.demo:
        yield text("This is the built-in demo network, not the Internet.")
    if route_of(inspection).planned:
        yield text("The MX records are planned: DNS has not published them.")
    if inspection.running:
        yield text("The inspection was still under way when this was written.")
    elif inspection.cut_short:
        yield text("The inspection was stopped before its end.")


def run_facts(report: Report) -> Iterator[Fact]:
    """Who looked, when, how, and from where."""
    yield from _entry_facts(report)
    yield from _time_facts(report)
    yield from _plan_facts(report)


def _entry_facts(report: Report) -> Iterator[Fact]:
    inspection, say = report.inspection, report.say
    domain = inspection.entry.domain
    if domain.is_international:
        yield Fact(say(text("Name in DNS")), domain.ascii, is_exact=True)
    if inspection.entry.taken_as is not TakenAs.DOMAIN:
        yield Fact(say(text("Taken from")), say(_TAKEN[inspection.entry.taken_as]))
    bounce = inspection.entry.bounce
    if bounce is not None and bounce.host is not None:
        yield Fact(say(text("Remote host")), bounce.host, is_exact=True)
    if bounce is not None and bounce.reply is not None:
        yield Fact(say(text("The bounce says")), bounce.reply, is_exact=True)


def _time_facts(report: Report) -> Iterator[Fact]:
    inspection, say = report.inspection, report.say
    yield Fact(say(text("Began")), say(text("{moment}", moment=inspection.began)))
    if inspection.lasted is not None:
        yield Fact(say(text("Took")), took(report, _seconds(inspection.lasted)))


def _plan_facts(report: Report) -> Iterator[Fact]:
    inspection, plan, say = report.inspection, report.inspection.plan, report.say
    yield Fact(
        say(text("Resolver")), say(resolver_words(inspection.origin.resolver)), is_exact=True
    )
    yield Fact(say(text("Looked from")), say(_vantage(report)))
    yield Fact(say(text("Probed")), say(_MODES[plan.mode]))
    if plan.port != 25 or plan.family is not Family.ANY:
        family = _FAMILIES[plan.family]
        yield Fact(say(text("Port")), say(text("{port}, {family}", port=plan.port, family=family)))
    given = {probe.helo for _, probe in inspection.knocks if probe.helo}
    if given:
        yield Fact(say(text("EHLO name")), ", ".join(sorted(given)), is_exact=True)
    yield Fact(say(text("Order of tries")), say(order_words(report)))
    yield Fact(say(text("Inspected by")), f"mxgui {inspection.origin.version}")


def outcome_of(report: Report, address: str) -> str:
    """What became of an address, in a phrase."""
    words = outcomes_words(report.inspection, address)
    return report.say(text("not probed") if words is None else words)


def probe_words(report: Report, probe: Probe) -> str:
    """What became of one connection, and from where it was made if that is not the only place."""
    words = report.say(outcome_words(probe))
    if not _several(report):
        return words
    return f"{report.say(vantage_name(probe.target.vantage))}: {words}"


def _several(report: Report) -> bool:
    return len({step.vantage for step, _ in report.inspection.knocks}) > 1


def row_tone(report: Report, address: str) -> Tone:
    """How an address is meant, as on the picture."""
    return next((row.tone for row in report.diagram.rows if row.address == address), Tone.IDLE)


def took(report: Report, seconds: float | None) -> str:
    """A duration as the reader's language writes it."""
    if seconds is None:
        return NOTHING
    return report.say(text("{took}", took=timedelta(seconds=seconds)))


def tls_words(probe: Probe) -> str:
    """Version and cipher of the session, as agreed."""
    if probe.tls is None:
        return NOTHING
    return f"{probe.tls.version.replace('TLSv', 'TLS ')} · {probe.tls.cipher}"


def answer_words(report: Report, answer: Answer) -> str:
    """What a question brought: the records, or how it failed."""
    records = [
        f"{record.preference} {record.exchange}" if isinstance(record, Mx) else str(record)
        for record in answer.records
    ]
    aliases = [f"→ {alias.target}" for alias in answer.aliases]
    found = ", ".join([*aliases, *records])
    return found or report.say(status_words(answer))


def _seconds(duration: timedelta) -> float:
    return duration.total_seconds()


def _vantage(report: Report) -> Text:
    plan, line = report.inspection.plan, report.inspection.line
    if plan.proxy and not plan.also_direct:
        return text("the proxy {proxy}", proxy=plan.proxy)
    if plan.proxy:
        return text("this computer, and through the proxy {proxy}", proxy=plan.proxy)
    if line is None:
        return text("this computer")
    if not line.ipv6:
        return text("this computer, which has no IPv6")
    return text("this computer") if line.ipv4 else text("this computer, which has no IPv4")


def order_words(report: Report) -> Text:
    """Whose order of tries it is, with its shuffle, and as which exchange it is seen."""
    own = report.inspection.plan.own
    if not own:
        return _order_words(report)
    return text(
        "{order}; seen by {own} itself, which leaves out what is no better (RFC 5321, section 5.1)",
        order=_order_words(report),
        own=own,
    )


def _order_words(report: Report) -> Text:
    plan = report.inspection.plan
    sender = sender_of(plan.sender)
    name = name_of(sender)
    if sender.ordering.unit is Unit.HOST and sender.ordering.hosts in FIXED:
        return text("as {sender} has it, by the resolver's answer", sender=name)
    return text("as {sender} has it, shuffled with seed {seed}", sender=name, seed=plan.seed)
