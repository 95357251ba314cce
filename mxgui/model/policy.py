"""An MTA-STS policy as it was fetched, or what kept it from being fetched: facts, not judged.

What the text of a policy means is read in `model/sts.py`; whether it lets a host pass is computed
in `routing/sts.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from mxgui.model.certificate import Tls

POLICY_PORT = 443
POLICY_PATH = "/.well-known/mta-sts.txt"  # RFC 8461, section 3.2
STATUS_OK = 200
_PREFIX = "mta-sts."
_RECORD_PREFIX = "_mta-sts."
_REPORT_PREFIX = "_smtp._tls."
_MAX_NAME = 253  # letters of a name in DNS


class FetchOutcome(Enum):
    """How a fetch ended."""

    FETCHED = "fetched"  # status 200, and a whole body
    NO_ADDRESS = "no_address"  # DNS says for certain that the policy host has none
    LOOKUP_FAILED = "lookup_failed"  # DNS does not tell
    PRIVATE_ADDRESS = "private_address"  # it has no other, and those are refused
    NOT_REACHABLE = "not_reachable"  # no address could be connected to; `tries` tell them apart
    TLS_FAILED = "tls_failed"
    STATUS = "status"  # other than 200, and no redirect
    REDIRECT = "redirect"
    TOO_BIG = "too_big"
    TOO_SLOW = "too_slow"
    NOT_HTTP = "not_http"
    CLOSED = "closed"  # closed or reset before the answer was whole


class TlsProblem(Enum):
    """Why the policy host could not be talked to, or not be believed (RFC 8461, section 3.3)."""

    NAME_MISMATCH = "name_mismatch"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    SELF_SIGNED = "self_signed"
    UNKNOWN_ISSUER = "unknown_issuer"  # also where an intermediate was not sent
    BAD_CERTIFICATE = "bad_certificate"  # another fault of it: use, strength, form
    NOT_TLS = "not_tls"
    HANDSHAKE = "handshake"  # refused, or broken off
    CLOSED = "closed"

    @property
    def is_of_certificate(self) -> bool:
        """Whether the certificate is at fault."""
        return self not in (TlsProblem.NOT_TLS, TlsProblem.HANDSHAKE, TlsProblem.CLOSED)


class Reach(Enum):
    """What became of connecting to one address."""

    CONNECTED = "connected"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"
    CLOSED = "closed"
    BLOCKED_HERE = "blocked_here"
    PROXY_NO_ANSWER = "proxy_no_answer"
    PRIVATE = "private"  # never tried
    NOT_TRIED = "not_tried"  # for want of something on this machine

    @property
    def may_be_us(self) -> bool:
        """Whether this line or this machine may be the reason."""
        return self not in (Reach.CONNECTED, Reach.REFUSED, Reach.PRIVATE)


@dataclass(frozen=True, slots=True)
class PolicyTry:
    """One address of the policy host that was tried; times in seconds, `at` as everywhere."""

    address: str
    reach: Reach
    at: float = 0.0
    took: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class PolicyFetch:
    """What came of asking a policy host for its policy, once.

    `text` is the body of a reply of status 200, with LF for its line ends and visible escapes for
    whatever does not print; at most 64 KiB were taken. `is_utf8` tells whether it was UTF-8.
    `status`, `media_type`, `encoding` and `location` are what the host sent, `location` of a
    redirect that was not followed. `version` is the id of the record that it was fetched for.
    `moment` is UTC; `limit` the seconds that the whole was given; `reused_age` is seconds if the
    result is an earlier one. `at` is seconds since the inspection began.
    """

    domain: str
    outcome: FetchOutcome
    tls_problem: TlsProblem | None = None
    status: int | None = None
    media_type: str | None = None
    encoding: str = ""
    location: str | None = None
    text: str = ""
    is_utf8: bool = True
    tries: tuple[PolicyTry, ...] = ()
    tls: Tls | None = None
    version: str = ""
    port: int = POLICY_PORT
    moment: datetime | None = None
    limit: float = 0.0
    note: str = ""
    reused_age: float | None = None
    at: float = 0.0
    took: float = 0.0

    @property
    def may_be_us(self) -> bool:
        """Whether it stays open if other senders get the policy."""
        match self.outcome:
            case FetchOutcome.LOOKUP_FAILED | FetchOutcome.PRIVATE_ADDRESS:
                return self.outcome is FetchOutcome.LOOKUP_FAILED
            case FetchOutcome.NOT_REACHABLE:
                return any(one.reach.may_be_us for one in self.tries)
            case _:
                return False


def policy_host(domain: str) -> str | None:
    """Give the name of the policy host of a domain; None if DNS could not hold it."""
    return _bounded(f"{_PREFIX}{domain}")


def policy_record(domain: str) -> str | None:
    """Give the name that announces a policy (RFC 8461, 3.1); None if DNS could not hold it."""
    return _bounded(f"{_RECORD_PREFIX}{domain}")


def report_record(domain: str) -> str | None:
    """Give the name of the record for TLS reports (RFC 8460, section 3); None as above."""
    return _bounded(f"{_REPORT_PREFIX}{domain}")


def _bounded(name: str) -> str | None:
    return name if len(name) <= _MAX_NAME else None
