"""What one name server said when it was asked directly, and not through a resolver."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.records import Question, Status, Transport


class Skipped(Enum):
    """Why a server was not asked."""

    PRIVATE_ADDRESS = "private_address"
    NO_IPV6_HERE = "no_ipv6_here"
    NO_IPV4_HERE = "no_ipv4_here"
    SILENT = "silent"  # it had not answered the question before this one
    OUT_OF_TIME = "out_of_time"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """One question put to one address of one server of a zone, over one transport.

    A question about a name below the zone is one for the delegation: `answer` then has the servers
    that the zone above names, and `glue` their addresses, as `ns1.example.org 192.0.2.1`.
    `answer` has the records as text, sorted; an alias stands there as `CNAME` and its target.
    `transport` is the one that brought the answer. `authoritative` and `recursive` are the flags AA
    and RA, None without an answer. `serial` is that of the SOA record, `ttl` seconds. `at` is
    seconds since the inspection began. `skipped` is why it is NOT_ASKED.
    `note` is what else there is to say of the try.
    """

    zone: str
    server: str
    address: str
    question: Question
    transport: Transport = Transport.UDP
    status: Status = Status.NOT_ASKED
    rcode: str | None = None
    authoritative: bool | None = None
    recursive: bool | None = None
    serial: int | None = None
    answer: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    ttl: int | None = None
    at: float = 0.0
    took: float = 0.0
    note: str = ""
    skipped: Skipped | None = None

    @property
    def is_heard(self) -> bool:
        """Whether the server said anything at all."""
        return self.rcode is not None
