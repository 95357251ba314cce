"""Facts in one line each, so that a test says only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_address
from typing import Any, TypeAlias

from mxgui.model.authority import ServerAnswer
from mxgui.model.domain import address_of
from mxgui.model.entry import Entry, read_entry
from mxgui.model.event import (
    Asked,
    AskStep,
    Began,
    Ended,
    Event,
    Learned,
    LineStep,
    chain_step,
    probe_step,
)
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.line import Line
from mxgui.model.plan import Origin, Plan, ProbeMode
from mxgui.model.records import (
    ROOT,
    Answer,
    Caa,
    Mx,
    NameServer,
    Pointer,
    Question,
    Record,
    RecordType,
    Status,
    Tlsa,
    Txt,
)
from mxgui.model.smtp import Outcome, Probe, Reason, Target
from tests.probes import NOON, a_certificate, a_chain, a_probe, a_reply, a_target

__all__ = [
    "NOON",
    "ORIGIN",
    "PLAN",
    "ProbeFact",
    "a_certificate",
    "a_chain",
    "a_failed_answer",
    "a_line",
    "a_probe",
    "a_question",
    "a_reply",
    "a_server_answer",
    "a_target",
    "an_answer",
    "an_entry",
    "an_inspection",
    "began",
    "records_of",
]

PLAN = Plan()
ORIGIN = Origin("0.1.0", "192.0.2.53:53 (system)")
ProbeFact: TypeAlias = Outcome | Reason | Probe | None  # None: this address was not probed


def an_entry(typed: str = "example.org") -> Entry:
    """What somebody typed, read."""
    return read_entry(typed)


def a_question(name: str = "example.org", kind: str | RecordType = "MX") -> Question:
    """A question to DNS."""
    return Question(name, RecordType(kind))


def an_answer(
    name: str = "example.org", kind: str | RecordType = "MX", records: str = "", **facts: Any
) -> Answer:
    """An answer with the records written as in a zone, joined by commas; none of them is NODATA."""
    found = records_of(records, RecordType(kind))
    told: dict[str, Any] = {
        "status": Status.NOERROR if found else Status.NODATA,
        "rcode": "NOERROR",
    }
    if found:
        told["ttl"] = 300
    return Answer(a_question(name, kind), records=found, **{**told, **facts})


def a_failed_answer(
    name: str = "example.org",
    kind: str | RecordType = "MX",
    status: Status = Status.SERVFAIL,
    **facts: Any,
) -> Answer:
    """An answer without records, for the reason given."""
    return Answer(a_question(name, kind), status, **facts)


def records_of(written: str, kind: RecordType) -> tuple[Record, ...]:
    """Read `10 mx1.example.org, 20 mx2.example.org`, or addresses joined by commas or spaces.

    The others are as in a master file, joined by commas; a TXT is all that is given.
    """
    parts = [part.split() for part in written.split(",") if part.strip()]
    match kind:
        case RecordType.MX:
            return tuple(Mx(int(preference), exchange) for preference, exchange in parts)
        case RecordType.A | RecordType.AAAA:
            return tuple(ip_address(word) for part in parts for word in part)
        case RecordType.TLSA:
            return tuple(a_tlsa(*part) for part in parts)
        case RecordType.TXT:
            return (Txt(written),) if written else ()
        case RecordType.CAA:
            return tuple(Caa(int(flags), tag, value) for flags, tag, value in parts)
        case RecordType.PTR:
            return tuple(Pointer(part[0]) for part in parts)
        case RecordType.NS:
            return tuple(NameServer(part[0]) for part in parts)
        case _:
            return ()  # what no resolver is asked for


def a_tlsa(usage: str, selector: str, matching: str, data: str = "") -> Tlsa:
    """A TLSA record from the words of a master file."""
    return Tlsa(int(usage), int(selector), int(matching), bytes.fromhex(data))


def a_server_answer(
    question: str, address: str, *answer: str, zone: str = "example.org", **facts: Any
) -> ServerAnswer:
    """What a server of a zone says with authority; without records it has none, or its SOA."""
    name, kind = question.split()
    told: dict[str, Any] = {
        "server": "ns1.example.org",
        "status": Status.NOERROR if answer or "serial" in facts else Status.NODATA,
        "rcode": "NOERROR",
        "authoritative": True,
        "recursive": False,
        "answer": tuple(sorted(answer)),
        "ttl": 3600,
    }
    told |= facts
    return ServerAnswer(zone, address=address, question=a_question(name, kind), **told)


def a_line(**facts: Any) -> Line:
    """A line with both families and a name to greet by."""
    told: dict[str, Any] = {"helo": "mail.example.net", "sources": ("198.51.100.7",)}
    return Line(**{**told, **facts})


def began(typed: str = "example.org", plan: Plan = PLAN) -> Began:
    """The first event of an inspection."""
    return Began(an_entry(typed), plan, ORIGIN, NOON)


def an_inspection(
    domain: str = "example.org",
    *,
    mx: str | Status = "10 mx1.example.org",
    hosts: Mapping[str, str | Status] | None = None,
    probes: Mapping[str, ProbeFact] | None = None,
    plan: Plan = PLAN,
    **changes: Any,
) -> Inspection:
    """An ended inspection with all the facts of a whole run.

    `mx` is `""` for NODATA or the status of a failure. Of `hosts` each has its addresses joined by
    spaces, `""` for none, or a status; a host that is not named does not exist. Without `hosts`
    each exchange has one address, 192.0.2.1 and onward. An address that `probes` does not name
    greets. `changes` replace fields of the result, as `ended=None` does for a running one;
    `answers=(...)` are answers that replace those made here.
    """
    answers = tuple(changes.pop("answers", ()))
    entry = an_entry(domain)
    known = begin(Began(entry, plan, ORIGIN, NOON))
    given = {answer.question: answer for answer in answers}
    asked = [given.get(answer.question, answer) for answer in _answers(entry, mx, hosts)]
    asked += [answer for answer in answers if answer not in asked]
    for event in _events(asked, entry, probes or {}, plan):
        known = learn(known, event)
    return replace(known, **changes)


def _events(
    answers: Iterable[Answer], entry: Entry, probes: Mapping[str, ProbeFact], plan: Plan
) -> Iterator[Event]:
    """Tell what a whole run tells, one hundredth of a second a step."""
    at = 0.0
    yield Learned(LineStep(), a_line())
    for answer in answers:
        at += 0.01
        step = AskStep(answer.question)
        yield Asked(step, at)
        yield Learned(step, replace(answer, at=at, took=0.01))
    if plan.mode is not ProbeMode.NONE:
        for host, address in _targets(answers, entry):
            probe = _probe_of(
                Target(host, address, plan.port), probes.get(address, Outcome.GREETED)
            )
            if probe is not None:
                at += 0.01
                step_of_probe = probe_step(probe.target)
                yield Asked(step_of_probe, at)
                yield Learned(step_of_probe, replace(probe, at=at))
                if probe.tls is not None and probe.tls.chain:
                    yield Learned(chain_step(step_of_probe), replace(a_chain(probe), at=at))
    yield Ended(NOON + timedelta(seconds=at))


def _probe_of(target: Target, told: ProbeFact) -> Probe | None:
    match told:
        case Outcome():
            return a_probe(target.host, target.address, told, port=target.port)
        case Reason():
            probe = a_probe(target.host, target.address, Outcome.NOT_TRIED, port=target.port)
            return replace(probe, reason=told)
        case _:
            return told


def _answers(
    entry: Entry, mx: str | Status, hosts: Mapping[str, str | Status] | None
) -> Iterator[Answer]:
    """Give the answers to MX of the domain, then A and AAAA of each exchange."""
    if entry.domain.literal is not None:
        return
    name = entry.domain.ascii
    answer = (
        a_failed_answer(name, "MX", mx) if isinstance(mx, Status) else an_answer(name, "MX", mx)
    )
    yield answer
    names = [name] if answer.status is Status.NODATA else [record.exchange for record in answer.mx]
    exchanges = [name for name in dict.fromkeys(names) if name != ROOT]
    known = _numbered(exchanges) if hosts is None else hosts
    for exchange in exchanges:
        for kind, version in ((RecordType.A, 4), (RecordType.AAAA, 6)):
            yield _addresses_of(exchange, kind, version, known.get(exchange, Status.NXDOMAIN))


def _numbered(exchanges: Iterable[str]) -> dict[str, str | Status]:
    """Give every exchange an address of its own; one that is an address itself has none."""
    named = (exchange for exchange in exchanges if address_of(exchange) is None)
    return {exchange: f"192.0.2.{number}" for number, exchange in enumerate(named, start=1)}


def _addresses_of(name: str, kind: RecordType, version: int, told: str | Status) -> Answer:
    if isinstance(told, Status):
        return a_failed_answer(name, kind, told)
    fitting = [word for word in told.split() if ip_address(word).version == version]
    return an_answer(name, kind, " ".join(fitting))


def _targets(answers: Iterable[Answer], entry: Entry) -> list[tuple[str, str]]:
    """Give host and address of what is probed, by preference; a shared address once."""
    if entry.domain.literal is not None:
        return [(entry.domain.ascii, str(entry.domain.literal))]
    known = list(answers)
    ranks = {mx.exchange: mx.preference for answer in known for mx in reversed(answer.mx)}
    pairs = [(a.question.name, str(address)) for a in known for address in a.addresses]
    first: dict[str, str] = {}
    for host, address in sorted(pairs, key=lambda pair: ranks.get(pair[0], 0)):
        first.setdefault(address, host)
    return [(host, address) for address, host in first.items()]
