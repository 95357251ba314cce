"""The words on the picture of a route: titles, badges, chips, and what stands in for a route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Status
from mxgui.model.security import Dnssec
from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Host, Kind, Route, Special
from mxgui.routing.shapes import Note, Tone, Words
from mxgui.routing.standing import is_circle

_SPECIAL = {
    Special.NULL: (text("null MX"), text("A null MX must stand alone (RFC 7505, section 3).")),
    Special.LITERAL: (text("an address"), text("An MX record must name a host, not an address.")),
    Special.LOCALHOST: (text("localhost"), text("To every sender this name means itself.")),
    Special.BAD_NAME: (text("no valid name"), text("No resolver can ask for this name.")),
}
_STATUS = {
    Status.SERVFAIL: text("SERVFAIL"),
    Status.REFUSED: text("REFUSED"),
    Status.TIMEOUT: text("no answer"),
    Status.BAD_ANSWER: text("malformed answer"),
    Status.LOOP: text("aliases in a circle"),
    Status.NOT_ASKED: text("not asked"),
    Status.NOERROR: text("no such record"),
    Status.NODATA: text("no such record"),
    Status.NXDOMAIN: text("no such name"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip before it has a place; `lock` tells of encryption to a host that is verified."""

    words: Words
    tone: Tone
    tip: Words
    lock: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What there is to say when there is no route to show."""

    title: Text
    about: Text
    tone: Tone


def is_open(host: Host, inspection: Inspection) -> bool:
    """Whether lookups of the host are under way or still to come."""
    unasked = Status.NOT_ASKED in (host.a.status, host.aaaa.status) and not host.addresses
    return host.pending or (inspection.running and unasked)


def is_unknown(host: Host) -> bool:
    """Whether its addresses could not be looked up: other senders may know them."""
    failed = host.a.status.is_failure or host.aaaa.status.is_failure
    return host.special is None and not host.addresses and failed


def status_words(answer: Answer) -> Text:
    """How a question ended, in a word or two."""
    return _STATUS[answer.status]


def badge(first: int, hosts: int) -> str:
    """The place among all hosts tried; equals share theirs."""
    return f"{first}" if hosts == 1 else f"{first}–{first + hosts - 1}"  # noqa: RUF001


def most_telling(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put what is wrong before what is well; otherwise they keep their order."""
    loud = (Tone.FAIL, Tone.WARN)
    return tuple(sorted(marks, key=lambda mark: (*loud, mark.tone).index(mark.tone)))


def name_marks(host: Host, inspection: Inspection) -> Iterator[Mark]:
    """What is to be said of a host's name and its addresses, before any probe."""
    if host.special is Special.DUPLICATE:
        yield Mark(
            text("duplicate"), Tone.WARN, text("This host stands at a better place already.")
        )
    elif host.special is not None:
        words, tip = _SPECIAL[host.special]
        yield Mark(words, Tone.FAIL, tip)
    elif is_open(host, inspection):
        yield Mark(text("looking up"), Tone.RUNNING, text("Its addresses are being looked up."))
    else:
        yield from _address_marks(host, inspection)
    if host.aliases:
        target = host.aliases[-1].target
        tip = text("The name is an alias of {target} (RFC 5321, section 5.1).", target=target)
        yield Mark(text("alias"), Tone.WARN, tip)


def _address_marks(host: Host, inspection: Inspection) -> Iterator[Mark]:
    statuses = {host.a.status, host.aaaa.status}
    if statuses == {Status.NXDOMAIN}:
        yield Mark(text("no such name"), Tone.FAIL, text("The name does not exist in DNS."))
    elif host.has_no_address:
        yield Mark(text("no address"), Tone.FAIL, text("The name has no A and no AAAA record."))
    yield from _failed_marks(host, inspection)
    if not host.addresses and statuses == {Status.NOT_ASKED}:
        yield Mark(text("not looked up"), Tone.IDLE, text("Its addresses were not asked for."))


def _failed_marks(host: Host, inspection: Inspection) -> Iterator[Mark]:
    """Why addresses could not be had: once, if it is the same for both families."""
    failed = [answer for answer in (host.aaaa, host.a) if answer.status.is_failure]
    if any(_is_bogus(answer, inspection) for answer in failed):
        tip = text("Its addresses do not pass DNSSEC: senders that validate do not find them.")
        yield Mark(text("DNSSEC fails"), Tone.FAIL, tip)
        return
    if len(failed) == 2 and failed[0].status is failed[1].status:
        words = status_words(failed[0])
        tip = text("The lookups of AAAA and A failed: {words}.", words=words)
        yield Mark(text("addresses: {words}", words=words), Tone.WARN, tip)
        return
    for answer in failed:
        kind, words = answer.question.type.value, status_words(answer)
        tip = text("The lookup of {kind} failed: {words}.", kind=kind, words=words)
        yield Mark(text("{kind}: {words}", kind=kind, words=words), Tone.WARN, tip)


def _is_bogus(answer: Answer, inspection: Inspection) -> bool:
    question = answer.question
    return inspection.security(question.name, question.type).state is Dnssec.BOGUS


def domain_notes(inspection: Inspection, route: Route) -> Iterator[Note]:
    """The small print on the card of the domain."""
    answer = route.answer
    if inspection.entry.domain.literal is not None:
        yield Note(text("address literal"))
        return
    if route.planned:
        yield Note(text("planned, not published"), Tone.WARN)
    if answer.status is Status.NOERROR and answer.mx:
        yield Note(_count_words(len(answer.mx), len(route.tiers)))
    elif answer.status is Status.NOT_ASKED:
        running = inspection.running
        yield Note(
            text("asking for MX records") if running else text("not asked"),
            Tone.RUNNING if running else Tone.IDLE,
        )
    elif answer.status is Status.NODATA:
        yield Note(text("no MX record"))
    else:
        tone = Tone.FAIL if route.kind is Kind.NONE else Tone.WARN
        yield Note(text("MX: {words}", words=status_words(answer)), tone)
    if answer.ttl is not None:
        yield Note(text("TTL {ttl}", ttl=timedelta(seconds=answer.ttl)))
    if answer.aliases:
        yield Note(text("alias of {target}", target=answer.canonical))


def _count_words(records: int, tiers: int) -> Text:
    if tiers == 1:
        return counted("{n} MX record", "{n} MX records", records)
    return counted(
        "{n} MX record · {tiers}",
        "{n} MX records · {tiers}",
        records,
        tiers=counted("{n} tier", "{n} tiers", tiers),
    )


def message(inspection: Inspection, route: Route) -> Message | None:
    """What to say in place of tiers; None when there are tiers to show."""
    status = route.answer.status
    match route.kind:
        case Kind.NULL:
            about = text("Its null MX says so, and senders return mail for it at once (RFC 7505).")
            return Message(text("Takes no mail"), about, Tone.PLAIN)
        case Kind.NONE if status is Status.NXDOMAIN:
            about = text("The name does not exist in DNS: senders return mail for it at once.")
            return Message(text("No such domain"), about, Tone.FAIL)
        case Kind.NONE:
            about = text("There is no MX record, and the domain has no address of its own.")
            return Message(text("Nowhere to send to"), about, Tone.FAIL)
        case Kind.UNKNOWN:
            return _unknown(inspection, route.answer)
        case _:
            return None


def _unknown(inspection: Inspection, answer: Answer) -> Message:
    if answer.status is Status.NOT_ASKED:
        if inspection.running:
            about = text("The resolver has been asked; nothing is known yet.")
            return Message(text("Looking up the route"), about, Tone.RUNNING)
        about = text("The inspection ended before the MX records were asked for.")
        return Message(text("Route not known"), about, Tone.IDLE)
    if is_circle(answer):
        about = text("The domain's aliases lead in a circle: senders find no route.")
        return Message(text("Nowhere to send to"), about, Tone.FAIL)
    return Message(text("Route not known"), _failure(answer.status), Tone.WARN)


def _failure(status: Status) -> Text:
    match status:
        case Status.SERVFAIL:
            return text("The MX lookup fails (SERVFAIL): senders keep the mail and try again.")
        case Status.LOOP:
            return text("The domain has more aliases in a row than are followed.")
        case Status.REFUSED:
            return text("The resolver refuses the question; another one may answer it.")
        case Status.TIMEOUT:
            return text("No resolver answered in time; senders would keep the mail and try again.")
        case _:
            return text("The answer to the MX question cannot be used.")
