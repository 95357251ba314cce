"""How zones hang together: the delegation of the domain's zone, and the zones of its exchanges."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import RecordType
from mxgui.model.text import text
from mxgui.routing.authority import ZoneAsked
from mxgui.rules.case import Case
from mxgui.rules.delegation import delegation_problems, glue_problems
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.servers import (
    Problem,
    failing_servers,
    findings_of,
    lame_servers,
    other_zones,
    own_zones,
    silent_servers,
)

_ADDRESSES = (RecordType.A, RecordType.AAAA)
_LAME = ("NS-MX-NONAUTH", "NS-MX-RCODE")  # what it is when no server has authority
_LEAST = Severity.NOTICE


def _check_delegation(case: Case) -> Iterator[Finding]:
    problems = [each for zone in own_zones(case) for each in delegation_problems(zone)]
    is_lost = any(each.severity is Severity.ERROR for each in problems)
    yield from findings_of(case, problems, *(_LAME if is_lost else ()))


def _check_glue(case: Case) -> Iterator[Finding]:
    yield from findings_of(case, (each for zone in own_zones(case) for each in glue_problems(zone)))


def _check_others(case: Case) -> Iterator[Finding]:
    for zone in other_zones(case):
        hosts = dict.fromkeys(each.name for each in zone.questions if each.type in _ADDRESSES)
        named = [name for name in hosts if case.route.host(name) is not None]
        problems = [each for each in _problems(zone, case) if each.severity.is_worse_than(_LEAST)]
        if named and problems:
            words = text(
                "In the zone of {hosts}: {problems}",
                hosts=tuple(named[:3]),
                problems=tuple(each.text for each in problems),
            )
            ids = tuple(dict.fromkeys(each.id for each in problems))
            yield Finding("NS-MXZONE", Severity.WARNING, named[0], words, includes=ids)


def _problems(zone: ZoneAsked, case: Case) -> Iterator[Problem]:
    yield from delegation_problems(zone)
    yield from silent_servers(zone, case)
    yield from lame_servers(zone)
    yield from failing_servers(zone)
    yield from glue_problems(zone)


RULES = (
    Rule(
        id="NS-DELEGATION",
        title=text("The zone above and the zone itself do not fit together"),
        why=text(
            "Resolvers come to a zone by the servers that the zone above names, and go on with "
            "those that it names itself. Where the two differ, or where there are fewer than two, "
            "an outage of one server can make the domain vanish."
        ),
        fix=text(
            "Have the registrar name the same servers as the NS records of the zone: at least two, "
            "on different networks, each with the zone."
        ),
        references=(rfc("1034", "4.2.2"), rfc("2182", "5"), rfc("1912", "2.3")),
        check=_check_delegation,
    ),
    Rule(
        id="NS-GLUE",
        title=text("The zone above has another address for a name server"),
        why=text(
            "A resolver that knows nothing yet goes to the address that the zone above gives. If "
            "no server of the zone is there, it loses time, or finds somebody else."
        ),
        fix=text("Have the registrar bring the address of the name server (“glue”) up to date."),
        references=(rfc("1034", "4.2.1"), rfc("1912", "2.3")),
        check=_check_glue,
    ),
    Rule(
        id="NS-MXZONE",
        title=text("Something is wrong with the name servers of an exchange"),
        why=text(
            "A sender that has the MX records still needs the address of the exchange, from the "
            "name servers of its zone. What is wrong there delays mail or loses the exchange."
        ),
        fix=text(
            "Tell whoever runs the zone; if it is a provider that you pay, they will want to know."
        ),
        references=(rfc("1034", "4.2.2"), rfc("2182", "3")),
        check=_check_others,
    ),
)
