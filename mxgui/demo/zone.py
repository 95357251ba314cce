"""A domain of the demo network: its name, what it shows, and what DNS says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.domain import Domain
from mxgui.model.records import ROOT, Mx
from mxgui.model.text import Text

HOUR = 3600  # seconds; the TTL of MX records and aliases, unless a domain says otherwise


class Trouble(Enum):
    """How a question about a name goes wrong."""

    MISSING = "missing"  # NXDOMAIN
    SERVFAIL = "servfail"
    REFUSED = "refused"
    DROPPED = "dropped"  # no reply at all
    MALFORMED = "malformed"  # a reply that is no DNS message


@dataclass(frozen=True, slots=True)
class DemoDomain:
    """One domain to try, and in one sentence what it shows.

    `name` is as people type it. `mx` is written as in a master file, record by record between
    commas: a preference, then a host name, which is relative to the domain unless it ends in a dot.
    `alias` is the name that the domain is a CNAME of.
    """

    name: str
    what: Text
    mx: str = ""
    alias: str | None = None
    trouble: Trouble | None = None
    ttl: int = HOUR

    @property
    def ascii(self) -> str:
        """The name in A-labels, as DNS holds it."""
        return self.name if self.name.isascii() else Domain.parse(self.name).ascii

    @property
    def exchanges(self) -> tuple[Mx, ...]:
        """The MX records, in the order in which the resolver gives them."""
        return tuple(_record(written, self.ascii) for written in self.mx.split(",") if written)


def _record(written: str, origin: str) -> Mx:
    preference, name = written.split()
    return Mx(int(preference), _absolute(name, origin))


def _absolute(name: str, origin: str) -> str:
    if name == ROOT:
        return ROOT
    return name.removesuffix(".") if name.endswith(".") else f"{name}.{origin}"
