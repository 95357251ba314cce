"""How much the route rests on one host: a host listed twice, or alone."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network

from mxgui.model.text import text
from mxgui.routing.route import Host, Kind
from mxgui.routing.standing import is_looked_up
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

_PREFIXES = {4: 24, 6: 48}  # bits; what is usually routed, and lost, as one


def _check_duplicate(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        preferences = sorted(
            {other.preference for other in case.route.hosts if other.name == host.name}
        )
        if len(preferences) > 1:
            words = text(
                "{host} is listed at the preferences {preferences}",
                host=host.name,
                preferences=tuple(map(str, preferences)),
            )
            yield Finding("MX-DUP-HOST", Severity.NOTICE, host.name, words)


def _check_single(case: Case) -> Iterator[Finding]:
    names = {record.exchange for record in case.route.answer.mx}
    if case.route.kind is not Kind.MX or len(names) != 1 or not case.hosts:
        return
    host = case.hosts[0]
    words = text("All mail depends on one exchange: {host}", host=host.name)
    yield Finding(
        "MX-SINGLE-HOST",
        Severity.NOTICE if _stands_in_one_place(case, host) else Severity.INFO,
        host.name,
        words,
        case.is_looking_up(host),
    )


def _stands_in_one_place(case: Case, host: Host) -> bool:
    """Whether all of its addresses are known, and those of each family lie in one prefix."""
    places = {
        (own.family, ip_network((own.address, _PREFIXES[own.family]), strict=False))
        for own in host.addresses
    }
    return is_looked_up(case.inspection, host) and len(places) == len(
        {family for family, _ in places}
    )


RULES = (
    Rule(
        id="MX-DUP-HOST",
        title=text("One host is listed at two preferences"),
        why=text(
            "Only the better place counts: a host that has just failed is not tried again under "
            "another number. The second record is no backup."
        ),
        fix=text("Take one of the records away, or let it name another host."),
        references=(rfc("5321", "5.1"),),
        check=_check_duplicate,
    ),
    Rule(
        id="MX-SINGLE-HOST",
        title=text("All mail depends on one exchange"),
        why=text(
            "While the host is down, mail waits at the senders and comes late. That is no loss as "
            "long as the host is back within days. Where its addresses lie in several networks, "
            "more than one machine may stand behind the name."
        ),
        fix=text(
            "Add a second host that works as well as the first, with the same preference and in "
            "another network; or accept the delay of an outage."
        ),
        # written for name servers; the reasons for a second one elsewhere are the same
        references=(rfc("2182", "3.1"), rfc("5321", "4.5.4.1")),
        check=_check_single,
    ),
)
