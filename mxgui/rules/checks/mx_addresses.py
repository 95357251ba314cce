"""How much the route rests on few addresses, or on more of them than senders try."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import counted, text
from mxgui.routing.route import Host
from mxgui.routing.standing import is_looked_up
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.place import places_of_hosts, stand_in_one_place
from mxgui.rules.rule import Rule, rfc

# Postfix and Exim stop there by default: smtp_mx_address_limit of postconf(5), hosts_max_try of
# the smtp transport in Exim's specification, chapter 30
_MOST_TRIED = 5
_OF_ONE_MACHINE = (
    "MX-SINGLE-ADDR",
    "MX-SINGLE-PREFIX",
    "ROUTE-EQUAL-SHARES",
    "ROUTE-LADDER",
    "ROUTE-OVERLOAD-FALLBACK",
)


def _check_same(case: Case) -> Iterator[Finding]:
    groups: dict[frozenset[str], list[Host]] = {}
    for host in _known_hosts(case):
        own = frozenset(each.address for each in host.addresses)
        groups.setdefault(own, []).append(host)
    for hosts in groups.values():
        if len(hosts) > 1:
            yield _same(case, hosts, is_all=len(groups) == 1)


def _same(case: Case, hosts: list[Host], *, is_all: bool) -> Finding:
    words = text(
        "{hosts} have the same addresses: they are one host with several names",
        hosts=tuple(host.name for host in hosts),
    )
    return Finding(
        "MX-DUP-ADDR",
        Severity.WARNING,
        hosts[0].name,
        words,
        includes=_OF_ONE_MACHINE if is_all else (),
        about=(case.domain, *(host.name for host in hosts)),
    )


def _check_single(case: Case) -> Iterator[Finding]:
    addresses = case.route.addresses
    if _is_all_known(case) and len(addresses) == 1:
        words = text("All mail depends on one address: {address}", address=addresses[0])
        yield Finding("MX-SINGLE-ADDR", Severity.NOTICE, case.domain, words)


def _check_prefix(case: Case) -> Iterator[Finding]:
    hosts = _known_hosts(case)
    if not _is_all_known(case) or len(case.route.addresses) < 2 or not stand_in_one_place(hosts):
        return
    places = sorted(places_of_hosts(hosts), key=lambda place: place.version)
    if len(places) < len(case.route.addresses):  # one of each family is one host as a rule
        words = text("All addresses lie in one network: {places}", places=tuple(map(str, places)))
        yield Finding("MX-SINGLE-PREFIX", Severity.NOTICE, case.domain, words)


def _check_many(case: Case) -> Iterator[Finding]:
    if not case.takes_advice:
        return
    many = [
        (tier.preference, len(addresses))
        for tier in case.route.tiers
        if len(addresses := {own.address for host in tier.usable for own in host.addresses})
        > _MOST_TRIED
    ]
    if many:
        words = counted(
            "Preference {preferences} has {number} addresses, more than some senders try",
            "The preferences {preferences} have up to {number} addresses each, more than some "
            "senders try",
            len(many),
            preferences=tuple(str(preference) for preference, _ in many),
            number=max(number for _, number in many),
        )
        yield Finding("MX-TOO-MANY-ADDR", Severity.NOTICE, case.domain, words)


def _known_hosts(case: Case) -> list[Host]:
    """Give the hosts with addresses whose lookups told all of them, if advice is worth giving."""
    if not case.takes_advice:
        return []
    return [host for host in case.hosts if host.usable and is_looked_up(case.inspection, host)]


def _is_all_known(case: Case) -> bool:
    """Whether that is every host: one that is lost has a finding of its own, and is the cause."""
    return case.takes_advice and len(_known_hosts(case)) == len(case.hosts)


RULES = (
    Rule(
        id="MX-DUP-ADDR",
        title=text("Exchanges with the same addresses"),
        why=text(
            "Their names differ and their machines do not: when one is down so is the other, and "
            "senders that go by names try the same address again for nothing."
        ),
        fix=text("Give one of them an address of another machine, or take its record away."),
        references=(rfc("5321", "5.1"),),
        check=_check_same,
    ),
    Rule(
        id="MX-SINGLE-ADDR",
        title=text("All mail depends on one address"),
        why=text(
            "While it cannot be reached, mail waits at the senders and comes late. That is no loss "
            "as long as it is back within days."
        ),
        fix=text("Add a second host in another network, or accept the delay of an outage."),
        # written for name servers; the reasons for a second place are the same
        references=(rfc("2182", "3.1"), rfc("5321", "4.5.4.1")),
        check=_check_single,
    ),
    Rule(
        id="MX-SINGLE-PREFIX",
        title=text("All addresses lie in one network"),
        why=text(
            "Networks of this size are usually routed as one: a line, a router or a site that "
            "fails takes all exchanges away at once."
        ),
        fix=text("Let one exchange stand in another place, with another provider's addresses."),
        references=(rfc("2182", "3.1"), rfc("5321", "4.5.4.1")),
        check=_check_prefix,
    ),
    Rule(
        id="MX-TOO-MANY-ADDR",
        title=text("More addresses than some senders try"),
        why=text(
            "Some senders try five addresses for a message and then put it off, though others are "
            "left: those of a worse preference may never be reached. Two tries are all that the "
            "standard asks for."
        ),
        fix=text(
            "Name fewer hosts, with one or two addresses each; put a load balancer before those "
            "of one place."
        ),
        references=(rfc("5321", "5.1"),),
        check=_check_many,
    ),
)
