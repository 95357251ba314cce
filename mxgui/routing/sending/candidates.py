"""The exchanges of a route as one sender sees them, each with the addresses that it can use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TypeAlias

from mxgui.model.domain import address_of
from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.routing.route import Host, Route, Special
from mxgui.routing.sending.behaviour import Behaviour, behaviour_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import FamilyRule, NoTarget, NullRule, SameName, Sender

_Network: TypeAlias = "IPv4Network | IPv6Network"

LOOPBACK = "127.0.0.1"  # what `localhost` is to every sender (RFC 6761, section 6.3)
_ITSELF = ("127.0.0.0/8", "0.0.0.0/32", "::1/128", "::/128")  # where a sender reaches itself


class Lack(Enum):
    """Why an exchange has no address that a sender can use."""

    NULL = "null"  # it is `.`
    NONE = "none"  # there is none, or none that this sender uses
    FAILED = "failed"  # a lookup failed for the moment
    OPEN = "open"  # it has not been looked up yet
    REPEATED = "repeated"  # the same name stands at a place that counts
    CUT = "cut"  # by the loop rule, or behind as many records as the sender looks at


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of one exchange, with what happens to a sender that connects to it.

    Without an address it stands for an exchange that has none: the sender comes to it all the same.
    """

    host: str
    preference: int
    place: int  # of the record in the answer
    address: str
    behaviour: Behaviour = Behaviour.TAKES
    lack: Lack | None = None

    @property
    def family(self) -> int:
        """Whether it is an IPv4 or an IPv6 address: 4 or 6.

        Without an address it is 6: Exim's sweep carries IPv4 past it (src/host.c).
        """
        return 4 if "." in self.address else 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """One exchange as a sender sees it; `lack` says why it has no entries.

    An exchange without entries keeps its place in the answer; `is_met`: the sender comes to it on
    its way, and what it finds there may decide the message.
    """

    name: str
    preference: int
    place: int
    entries: tuple[Entry, ...] = ()
    lack: Lack | None = None
    is_met: bool = False

    @property
    def is_soft(self) -> bool:
        """Whether it has no entry because a lookup failed for the moment."""
        return self.lack is Lack.FAILED

    @property
    def is_null(self) -> bool:
        """Whether it is `.`."""
        return self.lack is Lack.NULL

    @property
    def steps(self) -> tuple[Entry, ...]:
        """What the sender goes through: its entries, or one without address where it is met."""
        if self.entries or not self.is_met:
            return self.entries
        return (Entry(self.name, self.preference, self.place, "", lack=self.lack),)


def heard_of(inspection: Inspection, route: Route) -> Iterator[tuple[str, Behaviour]]:
    """Give what the probes saw, address by address; of some nothing was seen."""
    literals = (address_of(host.name) for host in route.hosts if host.special is Special.LITERAL)
    for address in dict.fromkeys((*route.addresses, *map(str, filter(None, literals)))):
        how = behaviour_of(inspection, address)
        if how is not None:
            yield address, how


def candidates_of(
    route: Route, sender: Sender, what_if: WhatIf, heard: Mapping[str, Behaviour]
) -> Iterator[Candidate]:
    """Give every exchange of the answer, in its order; none is left out, but it may have no entry.

    `heard` is what the probes saw, for a what-if that goes by them. An address of which nothing was
    seen from here takes mail, also where it is as probed.
    """
    most = sender.limits.records
    for at, host in enumerate(sorted(route.hosts, key=lambda each: each.place)):
        candidate = Candidate(host.name, host.preference, host.place)
        if most is not None and at >= most:
            yield replace(candidate, lack=Lack.CUT)
            continue
        found = tuple(
            Entry(
                host.name,
                host.preference,
                host.place,
                address,
                _behaviour(host, address, what_if, heard),
            )
            for address in addresses_for(host, sender)
        )
        lack = None if found else _lack(host, sender)
        yield replace(candidate, entries=found, lack=lack, is_met=_is_met(lack, host, sender))


def unheard_of(
    candidates: Iterable[Candidate], what_if: WhatIf, heard: Mapping[str, Behaviour]
) -> tuple[str, ...]:
    """Give the addresses that count as up because nothing was seen of them from here."""
    if not what_if.as_probed:
        return ()
    addresses = (
        entry.address
        for candidate in candidates
        for entry in candidate.entries
        if entry.behaviour is Behaviour.TAKES
    )
    return tuple(address for address in dict.fromkeys(addresses) if address not in heard)


def once_each(candidates: Iterable[Candidate], rule: SameName) -> tuple[Candidate, ...]:
    """Give the candidates; one whose name stands at a better place has no entries any more.

    Whoever merges neighbours also passes over a name that failed before (Sendmail): it is the same.
    """
    given = tuple(candidates)
    if rule is SameName.KEPT:
        return given
    best: dict[str, Candidate] = {}
    for each in given:
        known = best.setdefault(each.name, each)
        if each.preference < known.preference:
            best[each.name] = each
    return tuple(
        each if best[each.name] is each else without(each, Lack.REPEATED) for each in given
    )


def without(candidate: Candidate, lack: Lack) -> Candidate:
    """Give the same candidate without entries; nobody comes to it."""
    return replace(candidate, entries=(), lack=lack, is_met=False)


def leads_home(address: str) -> bool:
    """Whether every sender that connects there reaches its own machine."""
    return within(address, _ITSELF)


@lru_cache(maxsize=4096)
def within(address: str, networks: tuple[str, ...]) -> bool:
    """Whether an address lies in one of the networks, or is one of the addresses."""
    if not networks:
        return False
    own = ip_address(address)
    return any(own.version == net.version and own in net for net in _networks(networks))


@lru_cache(maxsize=256)
def _networks(written: tuple[str, ...]) -> tuple[_Network, ...]:
    return tuple(ip_network(network) for network in written)


def _behaviour(
    host: Host, address: str, what_if: WhatIf, heard: Mapping[str, Behaviour]
) -> Behaviour:
    how = what_if.how(host, address)
    if how is None and leads_home(address):
        return Behaviour.ITSELF
    if how is None and what_if.as_probed:
        how = heard.get(address)
    return how or Behaviour.TAKES


def addresses_for(host: Host, sender: Sender) -> tuple[str, ...]:
    """Give the addresses of a host that a sender can use, IPv6 first, each in answer order."""
    found = [own.address for own in host.addresses]
    if sender.lookups.needs_both and (host.a.status.is_failure or host.aaaa.status.is_failure):
        return ()
    match host.special:
        case Special.LITERAL:
            literal = address_of(host.name)
            found = [str(literal)] if literal is not None and sender.lookups.literal else []
        case Special.LOCALHOST:
            found = [LOOPBACK] if sender.lookups.localhost else []
        case Special.NULL | Special.BAD_NAME:
            found = []
        case Special.DUPLICATE | None:
            pass
    only = {FamilyRule.ONLY_4: 4, FamilyRule.ONLY_6: 6}.get(sender.ordering.family)
    kept = (address for address in found if only in (None, 6 if ":" in address else 4))
    return tuple(address for address in kept if not within(address, sender.lookups.ignored))


def _lack(host: Host, sender: Sender) -> Lack:
    if host.special is Special.NULL:
        return Lack.NULL
    if host.special not in (None, Special.DUPLICATE):
        return Lack.NONE
    asked = {
        FamilyRule.ONLY_4: (host.a.status,),
        FamilyRule.ONLY_6: (host.aaaa.status,),
    }.get(sender.ordering.family, (host.a.status, host.aaaa.status))
    if host.is_literal:
        return Lack.NONE
    if host.pending or Status.NOT_ASKED in asked:
        return Lack.OPEN
    return Lack.FAILED if any(status.is_failure for status in asked) else Lack.NONE


def _is_met(lack: Lack | None, host: Host, sender: Sender) -> bool:
    if lack is Lack.NULL and sender.lookups.null_rule is NullRule.REACHED:
        return True
    is_looked_up = lack in (Lack.NULL, Lack.NONE, Lack.FAILED)
    if sender.lookups.no_target is NoTarget.LISTED:  # where all are ignored nothing is left
        return is_looked_up and not host.addresses and host.special is not Special.LOCALHOST
    return is_looked_up and sender.lookups.no_target is NoTarget.LAST
