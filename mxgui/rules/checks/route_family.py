"""Families of addresses: hosts that half of the senders cannot reach, and what IPv6 is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mxgui.model.text import counted, text
from mxgui.routing.route import Host, Kind
from mxgui.routing.special import AddressKind, is_private
from mxgui.routing.standing import is_looked_up
from mxgui.routing.verdict import lacks_ipv4
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check_v6_only(case: Case) -> Iterator[Finding]:
    if any(map(case.is_looking_up, case.hosts)) or case.inspection.entry.domain.literal is not None:
        return
    if lacks_ipv4(case.inspection, case.route):
        words = text("{domain} has exchanges with IPv6 addresses alone", domain=case.domain)
        yield Finding("ROUTE-V6-ONLY", Severity.ERROR, case.domain, words)
        return
    for host in case.hosts:
        if _families((host,)) == {6} and is_looked_up(case.inspection, host):
            words = text("{host} has IPv6 addresses alone", host=host.name)
            yield Finding("ROUTE-V6-ONLY", Severity.WARNING, host.name, words)


def _check_common(case: Case) -> Iterator[Finding]:
    if case.route.kind is not Kind.MX or any(map(case.is_looking_up, case.hosts)):
        return
    tiers = [tier.usable for tier in case.route.tiers if tier.usable]
    known = all(is_looked_up(case.inspection, host) for hosts in tiers for host in hosts)
    if len(tiers) < 2 or not known:
        return
    best = _families(tiers[0])
    cut_off = [host for hosts in tiers[1:] for host in hosts if not _families((host,)) & best]
    if cut_off:
        words = counted(
            "{host} and the best exchanges have no family of addresses in common",
            "{n} backups, as {host}, and the best exchanges have no family of addresses in common",
            len(cut_off),
            host=cut_off[0].name,
        )
        yield Finding("ROUTE-BACKUP-NO-COMMON-FAMILY", Severity.WARNING, case.domain, words)


def _check_mapped(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        mapped = tuple(
            own.address
            for own in host.addresses
            # what is private inside is told as such
            if own.special is AddressKind.MAPPED and not is_private(own.address)
        )
        if mapped:
            words = text(
                "{host} has an IPv4 address in the clothes of IPv6: {addresses}",
                host=host.name,
                addresses=mapped,
            )
            yield Finding("ADDR-MAPPED", Severity.WARNING, host.name, words)


def _check_no_v6(case: Case) -> Iterator[Finding]:
    tier = case.best_tier
    if tier is None or not case.takes_advice or case.inspection.entry.domain.literal is not None:
        return
    named = [host for host in tier.hosts if host.special is None]
    known = all(is_looked_up(case.inspection, host) for host in named)
    if known and _families(named) == {4}:
        words = text("No exchange of the best preference has an IPv6 address")
        yield Finding("ADDR-NO-V6", Severity.NOTICE, case.domain, words)


def _families(hosts: Iterable[Host]) -> set[int]:
    return {own.family for host in hosts if host.usable for own in host.addresses}


RULES = (
    Rule(
        id="ROUTE-V6-ONLY",
        title=text("Exchanges without an IPv4 address"),
        why=text(
            "Many senders have no IPv6. To them such a host does not exist: they go on to the next "
            "one, and without another they return the mail or keep it for days in vain."
        ),
        fix=text("Give the host an IPv4 address as well, or add an exchange that has one."),
        references=(rfc("3974", "4.1"), rfc("5321", "5.2")),
        check=_check_v6_only,
    ),
    Rule(
        id="ROUTE-BACKUP-NO-COMMON-FAMILY",
        title=text("A backup and the best exchanges share no family"),
        why=text(
            "A backup passes on what it has taken. With addresses of another family alone it may "
            "have no way to the better hosts: the mail then waits there until it is returned."
        ),
        fix=text("Give both of them addresses of both families."),
        references=(rfc("3974", "4.2"),),
        check=_check_common,
    ),
    Rule(
        id="ADDR-MAPPED",
        title=text("An IPv4 address written as an IPv6 address"),
        why=text(
            "Such an address is for use inside a machine and means nothing on the wire. Some "
            "senders connect over IPv4, others fail."
        ),
        fix=text("Publish the address as an A record and take the AAAA record away."),
        references=(rfc("4291", "2.5.5.2"),),
        check=_check_mapped,
    ),
    Rule(
        id="ADDR-NO-V6",
        title=text("No IPv6 at the best exchanges"),
        why=text(
            "Senders that have IPv6 alone cannot deliver, or use a worse exchange. They are few "
            "today, and there will be more."
        ),
        fix=text(
            "Give the exchanges IPv6 addresses, with reverse names, and let them listen there."
        ),
        references=(rfc("3974", "4.1"),),
        check=_check_no_v6,
    ),
)
