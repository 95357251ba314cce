"""A domain of the demo network: its name, what it shows, and what DNS says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from mxgui.demo.group import Group
from mxgui.demo.hosts import DemoHost
from mxgui.demo.policy_host import PolicyHost
from mxgui.model.domain import Domain
from mxgui.model.records import ROOT, Mx
from mxgui.model.text import Text

HOUR = 3600  # seconds; the TTL of MX records and aliases, unless a domain says otherwise
HOSTING = ("ns1.demo.example", "ns2.demo.example")  # the name servers of most domains


class Trouble(Enum):
    """How a question about a name goes wrong."""

    MISSING = "missing"  # NXDOMAIN
    SERVFAIL = "servfail"
    REFUSED = "refused"
    DROPPED = "dropped"  # no reply at all
    MALFORMED = "malformed"  # a reply that is no DNS message


class Signing(Enum):
    """How a zone is signed, and what is wrong with that."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    NO_DS = "no_ds"  # signed, and its parent does not say so
    EXPIRED = "expired"  # its signatures ended yesterday
    NOT_YET = "not_yet"  # its signatures begin next week
    WRONG_DS = "wrong_ds"  # its parent names a key that it has no more
    NOT_SIGNED = "not_signed"  # its parent names a key, and the zone has no signatures
    TAMPERED = "tampered"  # its signatures are those of other data

    @property
    def has_keys(self) -> bool:
        """Whether the zone has keys and signatures."""
        return self not in (Signing.UNSIGNED, Signing.NOT_SIGNED)

    @property
    def has_ds(self) -> bool:
        """Whether the parent has a DS record for the zone."""
        return self not in (Signing.UNSIGNED, Signing.NO_DS)

    @property
    def is_broken(self) -> bool:
        """Whether validation fails where the parent is secure."""
        return self.has_ds and self is not Signing.SIGNED


class Denial(Enum):
    """How a signed zone proves that something does not exist."""

    NSEC = "nsec"  # RFC 4034, section 4
    NSEC3 = "nsec3"  # RFC 5155
    OPT_OUT = "opt_out"  # RFC 5155, section 6: without unsigned delegations


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the tables have it: kind and data as a master file writes them.

    The data of a TLSA record may name what it is of, see `mxgui.demo.pins`.
    """

    kind: str
    data: str


@dataclass(frozen=True, slots=True)
class DemoDomain:
    """One domain to try, and in one sentence what it shows.

    `name` is as people type it. `mx` is written as in a master file, record by record between
    commas: a preference, then a host name, which is relative to the domain unless it ends in a dot.
    `records` has other records line by line: a name relative to the domain (or `@`), kind, data;
    a name and SERVFAIL make questions for that name fail. `alias` is the name that the domain is a
    CNAME of. `servers` are the name servers as the domain has them, `delegated` as its parent has
    them, the same unless told; `old_mx` is what a server still says that missed the last change.
    `planned` are MX records as `mx` has them, which are planned in place of these: no server has
    them.
    `shows` are ids of findings that an inspection is to contain, and the telling ones come first.
    """

    name: str
    what: Text
    group: Group
    mx: str = ""
    alias: str | None = None
    trouble: Trouble | None = None
    ttl: int = HOUR
    signing: Signing = Signing.SIGNED
    denial: Denial = Denial.NSEC
    records: str = ""
    hosts: tuple[DemoHost, ...] = ()
    policy: PolicyHost | None = None
    servers: tuple[str, ...] = HOSTING
    delegated: tuple[str, ...] = ()
    old_mx: str = ""
    planned: str = ""
    shows: tuple[str, ...] = ()

    @property
    def ascii(self) -> str:
        """The name in A-labels, as DNS holds it."""
        return self.name if self.name.isascii() else Domain.parse(self.name).ascii

    @property
    def exchanges(self) -> tuple[Mx, ...]:
        """The MX records, in the order in which the resolver gives them."""
        return self._read(self.mx)

    @property
    def old_exchanges(self) -> tuple[Mx, ...]:
        """The MX records before the last change; those of today if there was none."""
        return self._read(self.old_mx or self.mx)

    @property
    def planned_exchanges(self) -> tuple[Mx, ...]:
        """The MX records that are planned; none where nothing is."""
        return self._read(self.planned)

    @property
    def mail_hosts(self) -> tuple[DemoHost, ...]:
        """Its hosts, with whole names."""
        return tuple(replace(host, name=self._whole(host.name)) for host in self.hosts)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Give the other records, each with the whole name of its owner."""
        for line in self.records.splitlines():
            if line.strip():
                owner, kind, *data = line.split(maxsplit=2)
                yield self._whole(owner), Entry(kind, "".join(data).strip())

    def _whole(self, name: str) -> str:
        return self.ascii if name == "@" else absolute(name, self.ascii)

    def _read(self, written: str) -> tuple[Mx, ...]:
        return tuple(_record(record, self.ascii) for record in written.split(",") if record)


def _record(written: str, origin: str) -> Mx:
    preference, name = written.split()
    return Mx(int(preference), absolute(name, origin))


def absolute(name: str, origin: str) -> str:
    """Give the whole name, without trailing dot, of one as a master file writes it."""
    if name == ROOT:
        return ROOT
    return name.removesuffix(".") if name.endswith(".") else f"{name}.{origin}"
