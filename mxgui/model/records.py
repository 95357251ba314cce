"""What DNS said, in our own words, apart from the library that asked.

Names are lower case in presentation form, without the trailing dot; the root is `"."`. Bytes that
are no printable ASCII stay escaped (`\\065`), as RFC 1035 section 5.1 writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import TypeAlias

ROOT = "."
Address: TypeAlias = IPv4Address | IPv6Address


class RecordType(Enum):
    """The kinds of record that are asked for."""

    MX = "MX"
    A = "A"
    AAAA = "AAAA"
    TLSA = "TLSA"
    TXT = "TXT"
    CAA = "CAA"
    PTR = "PTR"
    NS = "NS"
    DS = "DS"  # this and the next are asked for by validation alone, and kept nowhere
    DNSKEY = "DNSKEY"
    SOA = "SOA"  # asked of name servers themselves alone

    # There is one object of each: as a part of every question it is looked up all the time, for
    # which Python's own way, by the name, takes three times as long.
    __hash__ = object.__hash__


class Status(Enum):
    """How a question ended."""

    NOERROR = "noerror"  # there are records
    NODATA = "nodata"  # the name exists, records of this type do not
    NXDOMAIN = "nxdomain"  # the name does not exist
    SERVFAIL = "servfail"
    REFUSED = "refused"
    TIMEOUT = "timeout"  # patience ended without an answer
    BAD_ANSWER = "bad_answer"  # malformed, truncated for good, or to another question
    LOOP = "loop"  # the aliases lead in a circle, or are too many
    NOT_ASKED = "not_asked"

    @property
    def is_absent(self) -> bool:
        """Whether DNS said for certain that there is no such record."""
        return self in (Status.NODATA, Status.NXDOMAIN)

    @property
    def is_failure(self) -> bool:
        """Whether it stays unknown if there is such a record: a sender would try later."""
        return self not in (Status.NOERROR, Status.NODATA, Status.NXDOMAIN, Status.NOT_ASKED)


class Transport(Enum):
    """How a question travelled."""

    UDP = "udp"
    TCP = "tcp"
    TLS = "tls"
    HTTPS = "https"


@dataclass(frozen=True, slots=True)
class Question:
    """A name and the kind of record wanted of it."""

    name: str
    type: RecordType

    def __str__(self) -> str:
        """Give name and type, as in `example.org MX`."""
        return f"{self.name} {self.type.value}"


@dataclass(frozen=True, slots=True)
class Mx:
    """One MX record: a preference (0 to 65535, lowest is tried first) and a host name."""

    preference: int
    exchange: str


@dataclass(frozen=True, slots=True)
class Tlsa:
    """One TLSA record (RFC 6698, section 2.1): three numbers of 0 to 255, and what they are of."""

    usage: int
    selector: int
    matching: int
    data: bytes

    def __str__(self) -> str:
        """Give the record as a master file has it, as in `3 1 1 ab12...`."""
        return f"{self.usage} {self.selector} {self.matching} {self.data.hex()}"


@dataclass(frozen=True, slots=True)
class Txt:
    """One TXT record, its strings joined; bytes that are no printable ASCII are visible escapes."""

    text: str

    def __str__(self) -> str:
        """Give the text in quotes, as a master file has it."""
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Caa:
    """One CAA record (RFC 8659, section 4.1): who may issue certificates for a name."""

    flags: int
    tag: str
    value: str

    def __str__(self) -> str:
        """Give the record as a master file has it, as in `0 issue "ca.example.net"`."""
        return f'{self.flags} {self.tag} "{self.value}"'


@dataclass(frozen=True, slots=True)
class Pointer:
    """One PTR record: the name that an address is said to have."""

    target: str

    def __str__(self) -> str:
        """Give the name."""
        return self.target


@dataclass(frozen=True, slots=True)
class NameServer:
    """One NS record: a server that has authority over a zone."""

    server: str

    def __str__(self) -> str:
        """Give the server's name."""
        return self.server


Record: TypeAlias = Mx | IPv4Address | IPv6Address | Tlsa | Txt | Caa | Pointer | NameServer


@dataclass(frozen=True, slots=True)
class Alias:
    """One CNAME step of an answer, with its TTL in seconds."""

    name: str
    target: str
    ttl: int


@dataclass(frozen=True, slots=True)
class ExtendedError:
    """An extended DNS error (RFC 8914): a code and the server's own words, bounded, plain."""

    code: int
    text: str = ""


class AttemptResult(Enum):
    """How one try of a question at one server ended."""

    ANSWERED = "answered"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"  # no way to the server, or it refused the connection
    TRUNCATED = "truncated"  # to be asked again over TCP
    BAD_ANSWER = "bad_answer"
    TLS_FAILED = "tls_failed"
    HTTP_FAILED = "http_failed"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try of a question at one server; times in seconds, `at` since the inspection began."""

    server: str
    transport: Transport
    result: AttemptResult
    at: float
    took: float
    rcode: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """All that came of one question.

    `records` keep the answer's order. `ttl` is what the resolver had left, in seconds (the least
    along the aliases); `ttl_original` is known only from an authoritative server or a signature.
    `at` is seconds since the inspection began, `took` seconds measured. `raw` is the answer as
    text, bounded. `flags` are the header's, as `qr rd ra ad`. `left_out` counts the
    records beyond what is kept of one answer.
    """

    question: Question
    status: Status
    records: tuple[Record, ...] = ()
    ttl: int | None = None
    ttl_original: int | None = None
    aliases: tuple[Alias, ...] = ()
    ede: tuple[ExtendedError, ...] = ()
    ad: bool | None = None
    rcode: str | None = None
    flags: str = ""
    attempts: tuple[Attempt, ...] = ()
    at: float = 0.0
    took: float = 0.0
    raw: str = ""
    left_out: int = 0

    @property
    def mx(self) -> tuple[Mx, ...]:
        """The MX records among the records, in answer order."""
        return tuple(record for record in self.records if isinstance(record, Mx))

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses among the records, in answer order."""
        return tuple(
            record for record in self.records if isinstance(record, IPv4Address | IPv6Address)
        )

    @property
    def tlsa(self) -> tuple[Tlsa, ...]:
        """The TLSA records among the records, in answer order."""
        return tuple(record for record in self.records if isinstance(record, Tlsa))

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the TXT records among the records, in answer order."""
        return tuple(record.text for record in self.records if isinstance(record, Txt))

    @property
    def pointers(self) -> tuple[str, ...]:
        """The names of the PTR records among the records, in answer order."""
        return tuple(record.target for record in self.records if isinstance(record, Pointer))

    @property
    def servers(self) -> tuple[str, ...]:
        """The names of the NS records among the records, in answer order."""
        return tuple(record.server for record in self.records if isinstance(record, NameServer))

    @property
    def canonical(self) -> str:
        """The name at the end of the aliases."""
        return self.aliases[-1].target if self.aliases else self.question.name
