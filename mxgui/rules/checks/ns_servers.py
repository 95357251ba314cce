"""Name servers of the domain that do not answer, or not as those of the zone."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import text
from mxgui.routing.authority import is_blocked, is_intercepted, zones_asked
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.servers import (
    failing_servers,
    findings_of,
    lame_servers,
    own_zones,
    silent_servers,
    unreached_families,
)


def _check_silent(case: Case) -> Iterator[Finding]:
    if zones_asked(case.inspection) and is_blocked(case.inspection):
        words = text(
            "No name server answers this line, although the resolver does: DNS (port 53) is "
            "blocked outwards from here"
        )
        is_open = case.inspection.running
        yield Finding("NS-MX-NORESP", Severity.INCONCLUSIVE, case.domain, words, is_open)
    yield from findings_of(
        case, (each for zone in own_zones(case) for each in silent_servers(zone, case))
    )


def _check_lame(case: Case) -> Iterator[Finding]:
    if is_intercepted(case.inspection):
        words = text(
            "Whatever name server is asked, a resolver answers: something on the way from here "
            "speaks for all of them"
        )
        is_open = case.inspection.running
        yield Finding("NS-MX-NONAUTH", Severity.INCONCLUSIVE, case.domain, words, is_open)
    yield from findings_of(case, (each for zone in own_zones(case) for each in lame_servers(zone)))


def _check_failing(case: Case) -> Iterator[Finding]:
    problems = (each for zone in own_zones(case) for each in failing_servers(zone))
    yield from findings_of(case, problems)


def _check_v4(case: Case) -> Iterator[Finding]:
    yield from findings_of(
        case, (each for zone in own_zones(case) for each in unreached_families(zone, case, 4))
    )


def _check_v6(case: Case) -> Iterator[Finding]:
    yield from findings_of(
        case, (each for zone in own_zones(case) for each in unreached_families(zone, case, 6))
    )


RULES = (
    Rule(
        id="NS-MX-NORESP",
        title=text("A name server does not answer"),
        why=text(
            "Resolvers lose time at it before they turn to another one, and the domain hangs on "
            "those that are left. Over TCP it has to answer too: what does not fit a datagram is "
            "asked for there. If none answers this line, the line is the likelier cause."
        ),
        fix=text(
            "See whether the server runs and whether a firewall drops UDP or TCP on port 53; or "
            "take it out of the zone and out of the delegation. Where port 53 is blocked from "
            "here, look from another line."
        ),
        references=(rfc("1034", "4.3.1"), rfc("7766", "5")),
        check=_check_silent,
    ),
    Rule(
        id="NS-MX-NONAUTH",
        title=text("A name server answers without authority"),
        why=text(
            "A server that is named for a zone has to have it. One that does not is passed over by "
            "resolvers, or gives old data out of a cache. If all of them answer like a resolver, "
            "it is this line on which DNS is intercepted."
        ),
        fix=text(
            "Configure the zone at the server, or take the server out of the zone and of its "
            "delegation. Where DNS is intercepted, look from another line."
        ),
        references=(rfc("2181", "6.1"), rfc("1912", "2.8")),
        check=_check_lame,
    ),
    Rule(
        id="NS-MX-RCODE",
        title=text("A name server answers with an error"),
        why=text(
            "Resolvers that ask it get nothing and turn to another server. Until they find one "
            "that answers, mail to the domain waits."
        ),
        fix=text(
            "See in the server's log why it fails: the zone may not be loaded there, may have "
            "expired, or may be closed to strangers."
        ),
        references=(rfc("1035", "4.1.1"), rfc("2181", "6.1")),
        check=_check_failing,
    ),
    Rule(
        id="NS-V4-REACH",
        title=text("A name server is not reached over IPv4"),
        why=text("Resolvers that have no IPv6, which many have not, cannot use it."),
        fix=text("Let it answer at the address, or take the A record away."),
        references=(rfc("3901", "3"),),
        check=_check_v4,
    ),
    Rule(
        id="NS-V6-REACH",
        title=text("A name server is not reached over IPv6"),
        why=text("Resolvers that try IPv6 first lose time at it."),
        fix=text("Let it answer at the address, or take the AAAA record away."),
        references=(rfc("3901", "3"), rfc("4472", "1.4")),
        check=_check_v6,
    ),
)
