"""What is wrong with the name servers of one zone, as far as asking them directly shows.

A problem is told by a rule of its own where it is the domain's zone, and within one finding where
it is the zone of an exchange. Only what is settled counts: while servers are still being asked,
nothing is held against those that have not answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mxgui.model.authority import ServerAnswer, Skipped
from mxgui.model.records import Question, RecordType
from mxgui.model.text import Text, counted, text
from mxgui.routing.authority import (
    ServerAt,
    ZoneAsked,
    is_blocked,
    is_intercepted,
    is_of_domain,
    zones_asked,
)
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import first_of

_MOST_NAMED = 4  # servers in one sentence; the grid has all


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a zone, and how much that matters to the zone."""

    id: str
    severity: Severity
    text: Text


def own_zones(case: Case) -> list[ZoneAsked]:
    """The settled zones in which the domain's MX records are; none where we could not look."""
    return [zone for zone in _seen(case) if is_of_domain(case.inspection, zone)]


def other_zones(case: Case) -> list[ZoneAsked]:
    """The settled zones that have addresses of exchanges and nothing else."""
    return [zone for zone in _seen(case) if not is_of_domain(case.inspection, zone)]


def all_zones(case: Case) -> list[ZoneAsked]:
    """All settled zones."""
    return _seen(case)


def findings_of(case: Case, problems: Iterable[Problem], *includes: str) -> Iterator[Finding]:
    """Tell of problems of the domain's own zone; the worst of a kind stands for the others."""
    found = sorted(problems, key=lambda problem: problem.severity.rank)
    seen: set[str] = set()
    is_open = any(not zone.is_settled for zone in zones_asked(case.inspection))
    for problem in found:
        if problem.id not in seen:
            seen.add(problem.id)
            yield Finding(
                problem.id, problem.severity, case.domain, problem.text, is_open, includes
            )


def _seen(case: Case) -> list[ZoneAsked]:
    inspection = case.inspection
    zones = [zone for zone in zones_asked(inspection) if zone.is_settled]
    if not zones or is_blocked(inspection) or is_intercepted(inspection):
        return []
    return zones


# ---------------------------------------------------------------------- servers


def silent_servers(zone: ZoneAsked, case: Case) -> Iterator[Problem]:
    """Servers that do not answer at any address, or over one transport only."""
    silent = [name for name in zone.names if _is_silent(zone.at(name))]
    certain = [name for name in silent if _may_be_blamed(zone.at(name), case)]
    for names, severity in (
        (certain, Severity.WARNING),
        ([name for name in silent if name not in certain], Severity.INCONCLUSIVE),
    ):
        if names:
            words = counted(
                "A name server of {zone} does not answer: {servers}",
                "{n} name servers of {zone} do not answer: {servers}",
                len(names),
                zone=zone.name,
                servers=_with_addresses(zone, names),
            )
            yield Problem("NS-MX-NORESP", severity, words)
    if certain or silent:
        return  # one cause, one finding: what answers on one transport only is told when all do
    yield from _one_transport(zone, case)


def _one_transport(zone: ZoneAsked, case: Case) -> Iterator[Problem]:
    every = [own for each in zones_asked(case.inspection) for own in each.servers]
    for name, others, words in (
        (
            [own for own in zone.servers if _hears(own.soa) and _mute(own.soa_tcp)],
            any(_hears(own.soa_tcp) for own in every),
            text("over TCP"),
        ),
        (
            [own for own in zone.servers if _hears(own.soa_tcp) and _mute(own.soa)],
            any(_hears(own.soa) for own in every),
            text("over UDP"),
        ),
    ):
        if name:
            told = counted(
                "A name server of {zone} does not answer {how}: {servers}",
                "{n} addresses of name servers of {zone} do not answer {how}: {servers}",
                len(name),
                zone=zone.name,
                how=words,
                servers=places_of(name),
            )
            severity = Severity.WARNING if others else Severity.INCONCLUSIVE
            yield Problem("NS-MX-NORESP", severity, told)


def unreached_families(zone: ZoneAsked, case: Case, family: int) -> Iterator[Problem]:
    """Servers that answer over the other family, and at no address of this one."""
    lost: list[ServerAt] = []
    for name in zone.names:
        heard = {own.family for own in zone.at(name) if own.is_heard}
        if heard and family not in heard:
            lost += [own for own in zone.at(name) if own.family == family and own.is_silent]
    if not lost:
        return
    words = counted(
        "A name server of {zone} does not answer over IPv{family}: {servers}",
        "{n} addresses of name servers of {zone} do not answer over IPv{family}: {servers}",
        len(lost),
        zone=zone.name,
        family=family,
        servers=places_of(lost),
    )
    severity = Severity.NOTICE if _family_works(case, family) else Severity.INCONCLUSIVE
    yield Problem(f"NS-V{family}-REACH", severity, words)


def lame_servers(zone: ZoneAsked) -> Iterator[Problem]:
    """Servers that answer without authority: the zone is not theirs."""
    lame = [own for own in zone.servers if own.is_lame]
    if lame:
        words = counted(
            "A name server of {zone} answers without authority for it: {servers}",
            "{n} name servers of {zone} answer without authority for it: {servers}",
            len(lame),
            zone=zone.name,
            servers=places_of(lame),
        )
        yield Problem("NS-MX-NONAUTH", Severity.WARNING, words)


def failing_servers(zone: ZoneAsked) -> Iterator[Problem]:
    """Servers that answer with an error, or with nonsense."""
    failing = [own for own in zone.servers if _error(own) is not None]
    if failing:
        codes = dict.fromkeys(_error(own) or text("malformed answer") for own in failing)
        words = counted(
            "A name server of {zone} answers with an error: {servers} ({codes})",
            "{n} name servers of {zone} answer with an error: {servers} ({codes})",
            len(failing),
            zone=zone.name,
            servers=places_of(failing),
            codes=tuple(codes),
        )
        yield Problem("NS-MX-RCODE", Severity.WARNING, words)


def _error(own: ServerAt) -> str | None:
    """The error with which a server answers for the zone, or to a question of the route."""
    if own.error is not None:
        return own.error
    said = (answer for answer in own.answers.values() if answer.question.type is not RecordType.NS)
    failed = (
        answer.rcode or ""
        for answer in said
        if answer.status.is_failure and answer.rcode not in (None, "NOERROR")
    )
    return next(failed, None)


# ---------------------------------------------------------------------- answers


def different_answers(zone: ZoneAsked, kind: RecordType) -> Iterator[tuple[Question, bool]]:
    """Questions of a kind to which servers answer differently, and whether of one serial."""
    for question in zone.questions:
        sets = zone.sets(question) if question.type is kind else {}
        if len(sets) > 1:
            yield question, _of_one_serial(sets)


def _of_one_serial(sets: dict[tuple[str, ...], list[ServerAt]]) -> bool:
    """Whether two servers with the same copy of the zone differ, and so no transfer is on."""
    serials = [{own.serial for own in servers} - {None} for servers in sets.values()]
    return any(one & other for at, one in enumerate(serials) for other in serials[at + 1 :])


def different_serials(zone: ZoneAsked) -> tuple[int, ...]:
    """The serials that servers with authority have, if they are not all alike; latest first."""
    found = {own.serial for own in zone.servers if own.has_authority and own.serial is not None}
    return tuple(sorted(found, reverse=True)) if len(found) > 1 else ()


# ---------------------------------------------------------------------- small parts


def _is_silent(places: tuple[ServerAt, ...]) -> bool:
    asked = [own for own in places if own.skipped is None]
    return bool(asked) and all(own.is_silent for own in asked)


def _may_be_blamed(places: tuple[ServerAt, ...], case: Case) -> bool:
    """Whether silence at these addresses is theirs: others of the family were heard from here."""
    return any(_family_works(case, own.family) for own in places if own.skipped is None)


def _family_works(case: Case, family: int) -> bool:
    known = case.inspection.server_answers
    return any(own.is_heard and (":" in own.address) == (family == 6) for own in known)


def _hears(answer: ServerAnswer | None) -> bool:
    return answer is not None and answer.is_heard


def _mute(answer: ServerAnswer | None) -> bool:
    return answer is not None and not answer.is_heard and answer.skipped is None


def _with_addresses(zone: ZoneAsked, names: list[str]) -> tuple[str | Text, ...]:
    return places_of([own for name in names for own in zone.at(name) if own.is_silent])


def private_servers(zone: ZoneAsked) -> list[ServerAt]:
    """The places that were not asked because they are private."""
    return [own for own in zone.servers if own.skipped is Skipped.PRIVATE_ADDRESS]


def places_of(servers: list[ServerAt]) -> tuple[str | Text, ...]:
    """Servers with their addresses, for a sentence."""
    told = [text("{server} ({address})", server=own.server, address=own.address) for own in servers]
    return first_of(told, _MOST_NAMED)
