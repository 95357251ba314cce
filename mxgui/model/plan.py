"""What an inspection is to do, how long it may wait, and who it says it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.line import DIRECT, PROXY
from mxgui.model.records import Mx


class ProbeMode(Enum):
    """Which addresses are probed."""

    EVERY_HOST = "every-host"
    AS_SENDER = "as-sender"  # in try-order, up to the first that would take a message
    NONE = "none"


class Family(Enum):
    """The address families that are probed."""

    ANY = "any"
    ONLY_4 = "4"
    ONLY_6 = "6"

    def includes(self, version: int) -> bool:
        """Tell whether addresses of that version, 4 or 6, are probed."""
        return self is Family.ANY or self.value == str(version)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each step of a probe may take, in seconds."""

    connect: float
    greeting: float
    command: float


QUICK = Patience(5, 10, 10)
NORMAL = Patience(15, 40, 30)
PATIENT = Patience(30, 300, 300)  # RFC 5321, section 4.5.3.2, gives five minutes
USUAL_SENDER = "rfc5321"  # where none was chosen
PATIENCES = {"quick": QUICK, "normal": NORMAL, "patient": PATIENT}


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask and to probe; `dns_patience` is seconds for one question, re-asked till then.

    `proxy` is a SOCKS5 proxy as it is shown, without user and password; `also_direct` probes from
    this line beside it. `canary` is a host that the user knows to answer on the port. `mx` are
    records that are planned, and not published: mail is followed along them; () means those in DNS.
    `own` is the exchange, by name or address, that is itself the sender; empty for none of them.
    """

    resolvers: tuple[str, ...] = ("system",)
    dns_patience: float = 10.0
    mode: ProbeMode = ProbeMode.EVERY_HOST
    port: int = 25
    patience: Patience = NORMAL
    helo: str | None = None
    family: Family = Family.ANY
    allow_private: bool = False
    sender: str = USUAL_SENDER
    seed: int = 0
    fresh: bool = False  # "probe again": no earlier result is reused
    mta_sts_port: int = 443  # of policy hosts; another one is for laboratories
    authoritative: bool = False  # every name server is asked directly too
    expected: tuple[str, ...] = ()  # exchanges that ought to be there and no others, in A-labels
    proxy: str = ""
    also_direct: bool = False
    canary: str = ""
    mx: tuple[Mx, ...] = ()
    own: str = ""

    @property
    def vantages(self) -> tuple[str, ...]:
        """From where addresses are probed."""
        if not self.proxy:
            return (DIRECT,)
        return (DIRECT, PROXY) if self.also_direct else (PROXY,)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who looked: this program's version, and its resolvers as they are shown."""

    version: str
    resolver: str
    demo: bool = False
