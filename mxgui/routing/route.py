"""The way that mail for a domain takes: tiers of hosts, in the order of preference.

Every record of the answer stays in its tier, in the answer's order, also one that no sender can
use; marks say why. The rules are those of RFC 5321, section 5.1, and RFC 7505.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from ipaddress import ip_address

from mxgui.model.domain import address_of
from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import ROOT, Alias, Answer, Mx, RecordType, Status
from mxgui.routing.planned import is_planned, mx_of
from mxgui.routing.special import AddressKind, kind_of

IMPLICIT_PREFERENCE = 0  # RFC 5321, section 5.1
_MAX_HOST_NAME = 253


class Kind(Enum):
    """What kind of route a domain has."""

    MX = "mx"
    IMPLICIT = "implicit"  # no MX: the domain's own addresses; also an address literal
    NULL = "null"  # the domain says that it takes no mail
    NONE = "none"  # there is nowhere to send to
    UNKNOWN = "unknown"  # DNS did not tell: a sender queues


class Special(Enum):
    """Why an exchange is none that a sender can use, or is there twice."""

    NULL = "null"
    LITERAL = "literal"
    LOCALHOST = "localhost"
    BAD_NAME = "bad_name"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class HostAddress:
    """One address of a host."""

    address: str
    family: int
    ttl: int | None
    special: AddressKind | None = None

    def __hash__(self) -> int:
        """Hash the address alone, quickly: what `once` is asked for is nearly always the same."""
        return hash(self.address)


@dataclass(frozen=True, slots=True)
class Host:
    """One exchange of one MX record; `place` is the record's place in the answer."""

    name: str
    preference: int
    place: int
    ttl: int | None
    special: Special | None
    a: Answer
    aaaa: Answer
    addresses: tuple[HostAddress, ...] = ()
    pending: bool = False

    def __hash__(self) -> int:
        """Hash the name alone, quickly, as an address is hashed."""
        return hash(self.name)

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The alias steps from the exchange's name to where its addresses are."""
        return self.a.aliases or self.aaaa.aliases

    @property
    def usable(self) -> bool:
        """Whether a sender would try it: a real name with an address, listed for the first time."""
        return self.special is None and bool(self.addresses)

    @property
    def is_literal(self) -> bool:
        """Whether it is an address literal in place of a domain, of which nothing is looked up."""
        asked = {self.a.status, self.aaaa.status} != {Status.NOT_ASKED}
        return bool(self.addresses) and not asked and not self.pending

    @property
    def has_no_address(self) -> bool:
        """Whether DNS said for certain that the name has neither A nor AAAA."""
        return self.a.status.is_absent and self.aaaa.status.is_absent


@dataclass(frozen=True, slots=True)
class Tier:
    """The hosts of one preference, in answer order; all are tried before the next tier."""

    preference: int
    hosts: tuple[Host, ...]

    @property
    def usable(self) -> tuple[Host, ...]:
        """The hosts that a sender would try."""
        return tuple(host for host in self.hosts if host.usable)


@dataclass(frozen=True, slots=True)
class Route:
    """The tiers, best first, and the answer that they rest on (MX; NOT_ASKED for a literal).

    Of a `planned` route that is no answer of DNS: it holds the planned records and nothing more.
    """

    kind: Kind
    answer: Answer
    tiers: tuple[Tier, ...] = ()
    planned: bool = False

    def __hash__(self) -> int:
        """Hash the name that was asked for alone, quickly, as a host is hashed."""
        return hash(self.answer.question)

    @property
    def hosts(self) -> tuple[Host, ...]:
        """Every host, tier by tier."""
        return tuple(host for tier in self.tiers for host in tier.hosts)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address once, tier by tier."""
        every = (address.address for host in self.hosts for address in host.addresses)
        return tuple(dict.fromkeys(every))

    @property
    def pending(self) -> bool:
        """Whether addresses are still being looked up."""
        return any(host.pending for host in self.hosts)

    def host(self, name: str) -> Host | None:
        """The best-placed host of that name."""
        return next((host for host in self.hosts if host.name == name), None)

    def hosts_at(self, address: str) -> tuple[Host, ...]:
        """The hosts that have this address."""
        return tuple(
            host for host in self.hosts if any(own.address == address for own in host.addresses)
        )


@once
def route_of(inspection: Inspection) -> Route:
    """The way that mail for the domain takes, or would by planned records, as far as it is known.

    Falls back to the domain's own addresses on NODATA alone: NXDOMAIN is no route, and a failed
    lookup leaves the route unknown (RFC 5321, section 5.1).
    """
    domain = inspection.entry.domain
    answer = mx_of(inspection)
    if domain.literal is not None:
        return _implicit(inspection, answer)
    match answer.status:
        case Status.NOERROR:
            return _of_records(inspection, answer)
        case Status.NODATA:
            return _implicit(inspection, answer)
        case Status.NXDOMAIN:
            return Route(Kind.NONE, answer)
        case _:
            return Route(Kind.UNKNOWN, answer)


def is_null(record: Mx) -> bool:
    """Whether the record's exchange is the root: "no service here" (RFC 7505, section 3)."""
    return record.exchange == ROOT


def _of_records(inspection: Inspection, answer: Answer) -> Route:
    records = answer.mx
    if not records:  # an answer of aliases that leads to nothing of the type
        return Route(Kind.UNKNOWN, answer)
    # several of them leave no host either: nobody delivers
    kind = Kind.NULL if all(map(is_null, records)) else Kind.MX
    specials = _specials(records)
    hosts = [
        _looked_up(
            inspection, record.exchange, record.preference, place, answer.ttl, specials[place]
        )
        for place, record in enumerate(records)
    ]
    preferences = sorted({record.preference for record in records})
    tiers = tuple(
        Tier(preference, tuple(host for host in hosts if host.preference == preference))
        for preference in preferences
    )
    return Route(kind, answer, tiers, is_planned(inspection))


def _looked_up(  # the parts of one host, each from its own fact
    inspection: Inspection,
    name: str,
    preference: int,
    place: int,
    ttl: int | None,
    special: Special | None,
) -> Host:
    a = inspection.answer(name, RecordType.A)
    aaaa = inspection.answer(name, RecordType.AAAA)
    pending = inspection.is_asking(name, RecordType.A) or inspection.is_asking(
        name, RecordType.AAAA
    )
    return Host(
        name, preference, place, ttl, special, a, aaaa, _addresses(a, aaaa), pending=pending
    )


def _addresses(a: Answer, aaaa: Answer) -> tuple[HostAddress, ...]:
    """IPv6 before IPv4, each in answer order (RFC 6724's usual order; RFC 3974, section 3)."""
    return tuple(
        HostAddress(str(address), address.version, answer.ttl, kind_of(address))
        for answer in (aaaa, a)
        for address in answer.addresses
    )


def address_literal(written: str) -> HostAddress:
    """An address that nobody looked up."""
    address = ip_address(written)
    return HostAddress(str(address), address.version, None, kind_of(address))


@lru_cache(maxsize=64)
def _specials(records: tuple[Mx, ...]) -> tuple[Special | None, ...]:
    """What there is to say of the name in each record; the same records are looked at once."""
    best: dict[str, tuple[int, int]] = {}  # of an exchange that stands twice the better counts
    for place, own in enumerate(records):
        there = (own.preference, place)
        best[own.exchange] = min(there, best.get(own.exchange, there))
    return tuple(
        _special(own.exchange, is_repeated=best[own.exchange] != (own.preference, place))
        for place, own in enumerate(records)
    )


def _special(name: str, *, is_repeated: bool) -> Special | None:
    if name == ROOT:
        return Special.NULL
    if address_of(name) is not None:
        return Special.LITERAL
    if name == "localhost" or name.endswith(".localhost"):
        return Special.LOCALHOST
    if not _is_host_name(name):
        return Special.BAD_NAME
    return Special.DUPLICATE if is_repeated else None


def _is_host_name(name: str) -> bool:
    """Whether a resolver could ask for it; odd letters alone do not make a name unusable."""
    return len(name) <= _MAX_HOST_NAME and all(0 < len(label) <= 63 for label in name.split("."))


def _implicit(inspection: Inspection, answer: Answer) -> Route:
    """The domain itself as its only exchange, at preference 0."""
    domain = inspection.entry.domain
    if domain.literal is not None:
        literal = domain.literal
        unasked = Answer(answer.question, Status.NOT_ASKED)
        own = address_literal(str(literal))
        host = Host(domain.ascii, IMPLICIT_PREFERENCE, 0, None, None, unasked, unasked, (own,))
    else:
        name = answer.canonical
        host = _looked_up(inspection, name, IMPLICIT_PREFERENCE, 0, None, None)
        if host.has_no_address and not host.pending:
            return Route(Kind.NONE, answer, (Tier(IMPLICIT_PREFERENCE, (host,)),))
    return Route(Kind.IMPLICIT, answer, (Tier(IMPLICIT_PREFERENCE, (host,)),))
