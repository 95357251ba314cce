"""Losses that are more than one address, each told once: a tier, a family, a part of a host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Host, Tier
from mxgui.routing.standing import Standing
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.loss import (
    Down,
    by_failure,
    down_of,
    hosts_of,
    ids_beside,
    ids_of,
    is_lost,
    known_weight,
    standing_of,
)
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import places_of
from mxgui.rules.ways import ways_of


def _check_tier(case: Case) -> Iterator[Finding]:
    if set(case.standings.values()) <= {Standing.DEAD}:
        return  # that is SMTP-ALL-DOWN, or no host has an address at all
    for tier in case.route.tiers:
        hosts = hosts_of(case, tier)
        downs = down_of(case, hosts)
        weight = known_weight(case, hosts[0]) if downs and is_lost(case, hosts) else None
        if weight is None:
            continue
        yield Finding(
            "SMTP-TIER-DOWN",
            weight.severity,
            hosts[0].name if len(hosts) == 1 else case.domain,
            _tier_words(tier, hosts, downs),
            weight.provisional,
            ids_of(downs),
            tuple(host.name for host in hosts),
        )


def _tier_words(tier: Tier, hosts: Sequence[Host], downs: Sequence[Down]) -> Text:
    ways = ways_of(by_failure(downs))
    places = places_of([down.probe for down in downs])
    preference = str(tier.preference)
    if len(hosts) == 1:
        return text(
            "{host}, the only host of preference {preference}, takes no mail: {places} ({ways})",
            host=hosts[0].name,
            preference=preference,
            places=places,
            ways=ways,
        )
    return text(
        "No host of preference {preference} takes mail: {places} ({ways})",
        preference=preference,
        places=places,
        ways=ways,
    )


def _check_family(case: Case) -> Iterator[Finding]:
    for tier, hosts in _hurt_tiers(case):
        for family in (4, 6):
            downs = [down for down in down_of(case, hosts) if down.family == family]
            if _is_family_of_several_down(case, hosts, family):
                yield _family_finding(case, tier, hosts, downs)
                continue
            for host in hosts:
                if _is_family_down(case, host, family):
                    own = [down for down in downs if down.host is host]
                    yield _own_family_finding(case, host, own)


def _check_partial(case: Case) -> Iterator[Finding]:
    for _, hosts in _hurt_tiers(case):
        for host in hosts:
            downs = down_of(case, (host,))
            if not downs or case.weighed[host.name] is not Standing.LIVE:
                continue
            if any(_is_told_by_family(case, hosts, host, family) for family in (4, 6)):
                continue
            words = counted(
                "{host} takes mail, but not at {places} ({ways})",
                "{host} takes mail, but not at {n} of its addresses: {places} ({ways})",
                len(downs),
                host=host.name,
                places=places_of([down.probe for down in downs]),
                ways=ways_of(by_failure(downs)),
            )
            yield Finding(
                "SMTP-ADDR-PARTIAL",
                Severity.WARNING,
                host.name,
                words,
                includes=ids_beside(case, (host,), downs),
            )


def _hurt_tiers(case: Case) -> Iterator[tuple[Tier, tuple[Host, ...]]]:
    """Give the tiers that are not lost, yet have an address that is, once all of that is known."""
    for tier in case.route.tiers:
        hosts = hosts_of(case, tier)
        if not down_of(case, hosts) or is_lost(case, hosts):
            continue
        if known_weight(case, hosts[0]) is not None:
            yield tier, hosts


def _standings(case: Case, host: Host, family: int) -> list[Standing]:
    return [standing_of(case, own) for own in host.addresses if own.family == family]


def _is_family_down(case: Case, host: Host, family: int) -> bool:
    """Whether a host is of no use over one family, and takes mail over the other."""
    own = _standings(case, host, family)
    downs = [down for down in down_of(case, (host,)) if down.family == family]
    if not own or len(downs) < len(own):
        return False
    return Standing.LIVE in _standings(case, host, 10 - family)


def _is_family_of_several_down(case: Case, hosts: Sequence[Host], family: int) -> bool:
    """Whether two hosts or more have addresses of that family, all dead, and the other works."""
    having = [host for host in hosts if _standings(case, host, family)]
    own = {each.address for host in having for each in host.addresses if each.family == family}
    downs = [down for down in down_of(case, having) if down.family == family]
    if len(having) < 2 or len(downs) < len(own):
        return False
    return any(Standing.LIVE in _standings(case, host, 10 - family) for host in hosts)


def _is_told_by_family(case: Case, hosts: Sequence[Host], host: Host, family: int) -> bool:
    if _is_family_down(case, host, family):
        return True
    return bool(_standings(case, host, family)) and _is_family_of_several_down(case, hosts, family)


def _family_finding(
    case: Case, tier: Tier, hosts: Sequence[Host], downs: Sequence[Down]
) -> Finding:
    words = text(
        "No host of preference {preference} takes mail over IPv{family}: {places} ({ways})",
        preference=str(tier.preference),
        family=str(downs[0].family),
        places=places_of([down.probe for down in downs]),
        ways=ways_of(by_failure(downs)),
    )
    about = tuple(dict.fromkeys(down.host.name for down in downs))
    return Finding(
        "SMTP-FAMILY-DOWN",
        Severity.WARNING,
        case.domain,
        words,
        includes=ids_beside(case, hosts, downs),
        about=about,
    )


def _own_family_finding(case: Case, host: Host, downs: Sequence[Down]) -> Finding:
    words = text(
        "{host} takes no mail over IPv{family}: {places} ({ways})",
        host=host.name,
        family=str(downs[0].family),
        places=places_of([down.probe for down in downs]),
        ways=ways_of(by_failure(downs)),
    )
    return Finding(
        "SMTP-FAMILY-DOWN",
        Severity.WARNING,
        host.name,
        words,
        includes=ids_beside(case, (host,), downs),
    )


RULES = (
    Rule(
        id="SMTP-TIER-DOWN",
        title=text("No host of a preference takes mail"),
        why=text(
            "If it is the best preference, every sender tries these hosts in vain before it turns "
            "to the next, which costs it up to minutes for each address; some senders give up for "
            "the while before they get that far. If it is a worse one, there is no net below the "
            "better hosts."
        ),
        fix=text(
            "Bring a host of this preference back, or take it out of the MX records. How they "
            "fail, told in brackets, says where to look: at the server, at what listens in its "
            "place, or at the firewall."
        ),
        references=(rfc("5321", "5.1"), rfc("5321", "4.5.4.1")),
        check=_check_tier,
    ),
    Rule(
        id="SMTP-FAMILY-DOWN",
        title=text("Mail is taken over one family of addresses only"),
        why=text(
            "Senders that try the other family first lose time at each message, and those that "
            "have no other are lost. A whole family that fails is seldom the mail server: it is "
            "the network, the firewall, or a server that does not listen on all its addresses."
        ),
        fix=text(
            "Let the mail server listen over this family too, and open the port for it; or take "
            "these addresses out of DNS until it does."
        ),
        references=(rfc("3974", "3"), rfc("5321", "5.2")),
        check=_check_family,
    ),
    Rule(
        id="SMTP-ADDR-PARTIAL",
        title=text("Some addresses of a mail host take no mail"),
        why=text(
            "Senders go on to the next address, and lose time with it; the host has less in "
            "reserve than its records promise."
        ),
        fix=text("Bring these addresses back, or take them out of DNS."),
        references=(rfc("5321", "5.1"),),
        check=_check_partial,
    ),
)
