"""A DANE decision in words: a sentence for each step, a phrase for what comes of each record."""

from __future__ import annotations

from mxgui.model.records import Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls
from mxgui.model.text import Text, counted, text
from mxgui.routing.dane_steps import DaneStep, Look, RecordResult, Result, Verdict, Why
from mxgui.routing.shapes import Tone

_SHORT = 12  # hexadecimal digits of a record's data that tell it from the others

_VERDICTS = {
    Verdict.NONE: text("no TLSA records: a sender delivers as without DANE"),
    Verdict.NOT_APPLICABLE: text("DANE does not apply: a sender delivers as without it"),
    Verdict.MATCH: text("a record matches: the session is encrypted and authenticated"),
    Verdict.MISMATCH: text("no record matches: a sender that uses DANE skips the host"),
    Verdict.UNUSABLE: text("no record can be used: a sender encrypts, and takes any certificate"),
    Verdict.LOOKUP_FAILED: text("a lookup fails: a sender that uses DANE skips the host"),
    Verdict.NO_TLS: text("no encryption: a sender that uses DANE skips the host"),
    Verdict.NOT_TESTED: text("the certificate was not seen, so that it stays open"),
    Verdict.UNKNOWN: text("not known"),
}
_WHYS = {
    Why.USAGE: text("senders of mail do not know its usage"),
    Why.SELECTOR: text("its selector is unknown"),
    Why.MATCHING: text("its matching type is unknown"),
    Why.LENGTH: text("its data has not the length of such a digest"),
    Why.NOT_DER: text("its data is no certificate or key"),
    Why.WEAKER: text("a stronger digest of the same usage and selector is published"),
    Why.DIFFERENT: text("the server shows another certificate or key"),
    Why.LEAF: text("it names the server's own certificate, which is no anchor"),
    Why.NOT_SENT: text("the server does not send such an anchor"),
    Why.NOT_LINKED: text("the chain does not lead to its anchor"),
    Why.OUT_OF_DATE: text("a certificate on the way to its anchor is out of date"),
    Why.USE: text("a certificate on the way to its anchor is not meant for servers"),
    Why.NAME: text("the anchor is right, and the certificate is for another name"),
    Why.UNCHECKED: text("what it takes to tell is not known"),
}
_STARTTLS = {
    StartTls.NOT_TESTED: text("did not come as far as encryption"),
    StartTls.NOT_OFFERED: text("is offered no encryption"),
    StartTls.REFUSED: text("is offered STARTTLS, and refused it when asked"),
    StartTls.FAILED: text("is offered STARTTLS, and the handshake fails"),
    StartTls.UNVERIFIED: text("is encrypted"),
    StartTls.VERIFIED: text("is encrypted"),
}
_STATES = {
    Dnssec.SECURE: text("secure"),
    Dnssec.INSECURE: text("insecure: not signed"),
    Dnssec.BOGUS: text("bogus: the signatures are wrong"),
    Dnssec.INDETERMINATE: text("indeterminate: a key or a proof is missing"),
    Dnssec.UNKNOWN: text("of unknown state: not validated"),
}


def step_words(step: DaneStep) -> Text:
    """Give one step as a sentence."""
    match step.look:
        case Look.LITERAL:
            return text("“{name}” is no name in DNS: DANE does not apply.", name=step.name)
        case Look.MX | Look.PLANNED | Look.ADDRESSES | Look.ALIAS | Look.TOO_LONG | Look.LOOKUP:
            return _dns_words(step)
        case Look.USABLE:
            return counted(
                "{usable} of {n} record can be used.",
                "{usable} of {n} records can be used.",
                step.total,
                usable=step.count,
            )
        case Look.STARTTLS:
            came_to = _STARTTLS[step.starttls or StartTls.NOT_TESTED]
            return text("The session at {address} {came_to}.", address=step.name, came_to=came_to)
        case Look.SNI:
            return text(
                "It was asked by the name {name}; asked by {base} it may show another certificate.",
                name=step.name,
                base=step.names[0],
            )
        case Look.NAMES:
            return text(
                "Below an anchor the certificate has to be for one of these names: {names}.",
                names=step.names,
            )
        case Look.RECORD | Look.VERDICT:
            return _end_words(step)


def _dns_words(step: DaneStep) -> Text:
    state = _STATES[step.state or Dnssec.UNKNOWN]
    match step.look:
        case Look.MX:
            return _mx_words(step, state)
        case Look.PLANNED:
            return _planned_words(step)
        case Look.ALIAS:
            return text(
                "{name} is an alias that leads to {end}; the alias itself is {state}.",
                name=step.name,
                end=step.names[0],
                state=state,
            )
        case Look.TOO_LONG:
            return text(
                "No TLSA record is possible at {name}: its name is too long.", name=step.name
            )
        case Look.LOOKUP if step.count:
            return counted(
                "{name} has {n} TLSA record, {state}.",
                "{name} has {n} TLSA records, {state}.",
                step.count,
                name=step.name,
                state=state,
            )
        case _:
            return _lookup_words(step, state)


def _mx_words(step: DaneStep, state: Text) -> Text:
    match step.status:
        case Status.NOERROR:
            return text("The MX records of {name} are {state}.", name=step.name, state=state)
        case Status.NODATA:
            return text(
                "{name} has no MX record; that answer is {state}.", name=step.name, state=state
            )
        case _:
            return text("MX records of {name} were not found.", name=step.name)


def _planned_words(step: DaneStep) -> Text:
    """Say what a set of records that nobody signs yet would be worth (RFC 7672, 2.2.1)."""
    match step.state:
        case Dnssec.SECURE:
            return text(
                "The MX records are planned, and signed by nobody yet; {name} is signed today, so "
                "that they will be secure if they are published in the same way.",
                name=step.name,
            )
        case Dnssec.INSECURE:
            return text(
                "The MX records are planned, and {name} is not signed today: unless that changes, "
                "they will be insecure, and a sender need not use DANE for hosts that they name.",
                name=step.name,
            )
        case _:
            return text(
                "The MX records are planned, and signed by nobody yet: whether those of {name} "
                "will be secure is not known.",
                name=step.name,
            )


def _lookup_words(step: DaneStep, state: Text) -> Text:
    status = step.status or Status.NOT_ASKED
    wanted = text("addresses") if step.look is Look.ADDRESSES else text("TLSA records")
    if status is Status.NOT_ASKED:
        return text("The {wanted} of {name} are not looked up yet.", wanted=wanted, name=step.name)
    if status.is_failure:
        return text(
            "The lookup of the {wanted} of {name} fails ({status}).",
            wanted=wanted,
            name=step.name,
            status=status.value.upper().replace("_", " "),
        )
    if status is Status.NOERROR:
        return text(
            "The {wanted} of {name} are {state}.", wanted=wanted, name=step.name, state=state
        )
    return text(
        "{name} has no {wanted}; that answer is {state}.",
        wanted=wanted,
        name=step.name,
        state=state,
    )


def _end_words(step: DaneStep) -> Text:
    if step.record is not None:
        return text(
            "{record}: {result}.",
            record=short(step.record.record),
            result=result_words(step.record),
        )
    return text("So: {verdict}.", verdict=verdict_words(step.verdict or Verdict.UNKNOWN))


def verdict_words(verdict: Verdict) -> Text:
    """Give what a verdict means to a sender, as half a sentence."""
    return _VERDICTS[verdict]


def verdict_tone(verdict: Verdict) -> Tone:
    """Give how a verdict is meant."""
    match verdict:
        case Verdict.MATCH:
            return Tone.OK
        case Verdict.UNUSABLE | Verdict.NOT_APPLICABLE:
            return Tone.WARN
        case _:
            return Tone.FAIL if verdict.skips else Tone.IDLE


def result_words(one: RecordResult) -> Text:
    """Give what came of a record, and why."""
    why = _WHYS[one.why] if one.why is not None else None
    match one.result:
        case Result.MATCH:
            return text("match")
        case Result.NO_MATCH:
            return text("no match: {why}", why=why or "")
        case Result.UNUSABLE:
            return text("unusable: {why}", why=why or "")
        case Result.OUTRANKED if one.would_match:
            return text("would match, and is outranked: {why}", why=why or "")
        case Result.OUTRANKED:
            return text("outranked: {why}", why=why or "")
        case _:
            # Translators: it is not known, and why; “open” as of a question
            return text("not compared") if why is None else text("open: {why}", why=why)


def short(record: Tlsa) -> str:
    """Give a record so that it can be told from the others, as in `3 1 1 5ae2b9c07f31…`."""
    data = record.data.hex()
    cut = f"{data[:_SHORT]}…" if len(data) > _SHORT + 1 else data
    return f"{record.usage} {record.selector} {record.matching} {cut}".rstrip()
