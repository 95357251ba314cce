"""The steps of a DANE decision, as values: what was looked at, and what it came to.

They are worded only when they are shown (`dane_words`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.records import Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls


class Look(Enum):
    """What a step looks at, in the order of a decision; each with its section of the RFC."""

    LITERAL = "literal"  # an address is no name: RFC 7672, 2.2
    MX = "mx"  # how far the MX records are secure: 2.2.1
    PLANNED = "planned"  # that they are not published, and what is there in their place: 2.2.1
    ADDRESSES = "addresses"  # how far the addresses are secure: 2.2.2
    ALIAS = "alias"  # whether the first alias step is: 2.2.2
    TOO_LONG = "too_long"  # no TLSA record can be at such a long name: RFC 1035, 2.3.4
    LOOKUP = "lookup"  # the TLSA records of one candidate: 2.2.3
    USABLE = "usable"  # how many of them can be used: 3.1
    STARTTLS = "starttls"  # whether the host encrypts: 2.2
    SNI = "sni"  # it was asked by another name than a sender would ask by: 8.1
    NAMES = "names"  # the names of which the certificate must bear one: 3.2.2
    RECORD = "record"  # one record against the chain: 3.1, 5
    VERDICT = "verdict"


class Verdict(Enum):
    """What comes of DANE at one address."""

    NONE = "none"  # no TLSA records: as without DANE
    NOT_APPLICABLE = "not_applicable"  # there are some, and they do not count: as without DANE
    MATCH = "match"
    MISMATCH = "mismatch"  # senders skip the host
    UNUSABLE = "unusable"  # records, none of them usable: encrypted, whoever answers
    LOOKUP_FAILED = "lookup_failed"  # senders skip the host
    NO_TLS = "no_tls"  # not offered, refused or failed: senders skip the host
    NOT_TESTED = "not_tested"  # the address was not seen to come as far as STARTTLS
    UNKNOWN = "unknown"

    @property
    def skips(self) -> bool:
        """Whether a sender that uses DANE turns to the next host."""
        return self in (Verdict.MISMATCH, Verdict.LOOKUP_FAILED, Verdict.NO_TLS)


class Result(Enum):
    """What came of one TLSA record."""

    MATCH = "match"
    NO_MATCH = "no_match"
    UNUSABLE = "unusable"
    OUTRANKED = "outranked"  # another of the same usage and selector has a stronger digest


class Why(Enum):
    """Why a record has that result."""

    USAGE = "usage"  # 0, 1, or one that nobody knows: RFC 7672, 3.1.3
    SELECTOR = "selector"
    MATCHING = "matching"
    LENGTH = "length"  # its data cannot be such a digest: RFC 6698, 2.1.3
    NOT_DER = "not_der"  # matching type 0, and no certificate or key in it
    WEAKER = "weaker"  # RFC 7671, 9
    DIFFERENT = "different"  # it names another certificate or key
    LEAF = "leaf"  # usage 2, and it names the server's own certificate
    NOT_SENT = "not_sent"  # usage 2, and nothing that was sent is its anchor: RFC 7671, 5.2.2
    NOT_LINKED = "not_linked"  # usage 2: the anchor was sent, and has not signed what is below it
    OUT_OF_DATE = "out_of_date"  # usage 2: RFC 7672, 3.1.2
    USE = "use"  # usage 2: a certificate on the way is not meant for servers
    NAME = "name"  # usage 2: RFC 7672, 3.2.2
    UNCHECKED = "unchecked"  # what it takes to tell is not known, or not yet


@dataclass(frozen=True, slots=True)
class RecordResult:
    """One TLSA record and what came of it; None as long as no chain was seen.

    `why` says more; `would_match` that an outranked record would match by itself. `place` is where
    the chain has the certificate or key that the record names, 0 for the server's own.
    """

    record: Tlsa
    result: Result | None = None
    why: Why | None = None
    would_match: bool = False
    place: int | None = None


@dataclass(frozen=True, slots=True)
class DaneStep:
    """One step. Which of the fields are filled goes by what it looks at; `decides` for the last."""

    look: Look
    name: str = ""
    names: tuple[str, ...] = ()
    state: Dnssec | None = None
    status: Status | None = None
    count: int = 0
    total: int = 0
    starttls: StartTls | None = None
    record: RecordResult | None = None
    verdict: Verdict | None = None
    decides: bool = False
