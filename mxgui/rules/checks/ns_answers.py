"""Name servers that do not agree with each other, or with the resolver, about the route."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Question, RecordType
from mxgui.model.text import Text, text
from mxgui.routing.authority import ZoneAsked
from mxgui.routing.inside import resolver_strays
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import first_of
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.servers import (
    Problem,
    all_zones,
    different_answers,
    different_serials,
    findings_of,
    own_zones,
)

_MOST_SETS = 3  # in one sentence
_MOST_RECORDS = 4


def _check_mx(case: Case) -> Iterator[Finding]:
    zones = () if case.route.planned else own_zones(case)  # what is published is not judged then
    problems = (each for zone in zones for each in _different_mx(zone))
    yield from findings_of(case, problems, "NS-SERIAL")


def _different_mx(zone: ZoneAsked) -> Iterator[Problem]:
    for question, is_lasting in different_answers(zone, RecordType.MX):
        sets = _sets_words(zone, question)
        if is_lasting:
            words = text(
                "The name servers of {zone} give different MX records for one serial: {sets}",
                zone=zone.name,
                sets=sets,
            )
            yield Problem("NS-MX-INCONSISTENT", Severity.ERROR, words)
        else:
            words = text(
                "The name servers of {zone} give different MX records, as their copies of the "
                "zone differ: {sets}",
                zone=zone.name,
                sets=sets,
            )
            yield Problem("NS-MX-INCONSISTENT", Severity.WARNING, words)


def _check_addresses(case: Case) -> Iterator[Finding]:
    told: set[str] = set()
    for zone in all_zones(case):
        for kind in (RecordType.A, RecordType.AAAA):
            for question, _ in different_answers(zone, kind):
                if question.name not in told and case.route.host(question.name) is not None:
                    told.add(question.name)
                    yield _different_addresses(zone, question)
    for question in resolver_strays(case.inspection):
        if question.type is not RecordType.MX and question.name not in told:
            told.add(question.name)
            words = text(
                "The resolver has other {kind} records for {host} than its name servers",
                kind=question.type.value,
                host=question.name,
            )
            yield Finding("NS-ADDR-MISMATCH", Severity.WARNING, question.name, words)


def _different_addresses(zone: ZoneAsked, question: Question) -> Finding:
    words = text(
        "The name servers of {zone} give different {kind} records for {host}: {sets}",
        zone=zone.name,
        kind=question.type.value,
        host=question.name,
        sets=_sets_words(zone, question),
    )
    return Finding("NS-ADDR-MISMATCH", Severity.WARNING, question.name, words)


def _check_serials(case: Case) -> Iterator[Finding]:
    for zone in own_zones(case):
        serials = different_serials(zone)
        if serials:
            words = text(
                "The name servers of {zone} have copies of different age: serials {serials}",
                zone=zone.name,
                serials=tuple(map(str, serials)),
            )
            yield Finding("NS-SERIAL", Severity.INFO, case.domain, words)
            return


def _sets_words(zone: ZoneAsked, question: Question) -> tuple[Text, ...]:
    """Who says what, the set of most servers first."""
    sets = sorted(zone.sets(question).items(), key=lambda pair: (-len(pair[1]), pair[0]))
    told = []
    for records, servers in sets[:_MOST_SETS]:
        shown = first_of(records, _MOST_RECORDS)
        who = first_of(tuple(dict.fromkeys(own.server for own in servers)), _MOST_RECORDS)
        told.append(text("“{records}” at {servers}", servers=who, records=shown))
    return tuple(told)


RULES = (
    Rule(
        id="NS-MX-INCONSISTENT",
        title=text("Name servers of the domain give different MX records"),
        why=text(
            "Which hosts a sender uses depends on the server that its resolver happened to ask. "
            "While the serials differ, a change may be on its way to all servers; with one serial "
            "it will stay so."
        ),
        fix=text(
            "Compare the zone at each server. If a change is on its way, look again after the "
            "refresh time of the zone; else mend notify and transfer, or raise the serial."
        ),
        references=(rfc("1034", "4.3.5"), rfc("1912", "2.2")),
        check=_check_mx,
    ),
    Rule(
        id="NS-ADDR-MISMATCH",
        title=text("Different addresses are given for a mail host"),
        why=text(
            "Some senders get other addresses than others. That may be meant, to spread load or "
            "to give each network the host nearest to it; else some of them go to the wrong host."
        ),
        fix=text(
            "Compare the addresses at each name server. If the resolver alone differs, it may keep "
            "an old answer until its time to live ends, or have a view of its own."
        ),
        references=(rfc("1034", "4.3.5"), rfc("2181", "5")),
        check=_check_addresses,
    ),
    Rule(
        id="NS-SERIAL",
        title=text("Name servers have copies of different age"),
        why=text(
            "That is usual for some minutes after a change. If it stays, some servers no longer "
            "get the zone, and give old answers until it expires there."
        ),
        fix=text("Look again later; if it stays, see why notify or transfer fail."),
        references=(rfc("1996", "2"), rfc("1034", "4.3.5")),
        check=_check_serials,
    ),
)
