"""What our own validation of DNSSEC says of one answer, and the steps that led there.

A state needs keys and the clock of its moment, so it is kept as a fact; the resolver's word (`ad`)
stands in the answer, and never counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from mxgui.model.records import Question, Status


class Dnssec(Enum):
    """How far an answer can be trusted (RFC 4033, section 5)."""

    SECURE = "secure"  # signed, down from the root
    INSECURE = "insecure"  # proved to lie where nothing is signed
    BOGUS = "bogus"  # ought to be signed rightly, and is not
    INDETERMINATE = "indeterminate"  # a key or a proof could not be had
    UNKNOWN = "unknown"  # not validated, or the resolver strips the records

    @property
    def is_error(self) -> bool:
        """Whether a validating sender treats the answer as a failed lookup (RFC 7672, 2.1.1)."""
        return self in (Dnssec.BOGUS, Dnssec.INDETERMINATE)


_WORST = (  # first; an answer is worth what its worst part is worth
    Dnssec.BOGUS,
    Dnssec.INDETERMINATE,
    Dnssec.UNKNOWN,
    Dnssec.INSECURE,
    Dnssec.SECURE,
)


def worst_of(states: Iterable[Dnssec]) -> Dnssec:
    """Give what several parts are worth together; UNKNOWN if there are none."""
    return min(states, key=_WORST.index, default=Dnssec.UNKNOWN)


class Check(Enum):
    """What one step of a validation looks at."""

    ANCHOR = "anchor"  # whether the keys of the root are those that we trust
    DELEGATION = "delegation"  # what the parent says of a zone: its DS records, or that it has none
    KEYS = "keys"  # the keys of a zone against its DS records
    SIGNATURE = "signature"  # over one RRset
    WILDCARD = "wildcard"  # whether a name may be answered out of a wildcard
    ALIAS = "alias"  # whether an alias follows from a DNAME record
    ABSENCE = "absence"  # the proof that there are no such records
    RESOLVER = "resolver"  # whether the resolver gives what is needed


class Why(Enum):
    """What came of a step."""

    # as it should be
    SIGNED = "signed"
    MATCHES = "matches"
    FOLLOWS = "follows"
    NODATA = "nodata"  # proved that the name has no such records
    NXDOMAIN = "nxdomain"  # proved that there is no such name
    WILDCARD = "wildcard"  # proved that the wildcard speaks for the name
    # not signed, and that is proved (RFC 4035, section 5.2)
    NO_DS = "no_ds"
    OPT_OUT = "opt_out"  # RFC 5155, section 6
    UNSUPPORTED = "unsupported"  # no algorithm or digest of it is known here
    ITERATIONS = "iterations"  # more than anyone should compute (RFC 9276, section 3.2)
    # wrong
    NO_SIGNATURE = "no_signature"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    MISMATCH = "mismatch"  # the signature is not of these records and this key
    NO_KEY = "no_key"  # none of the zone's keys has the number in the signature
    WRONG_SIGNER = "wrong_signer"
    WRONG_DS = "wrong_ds"  # no key of the zone is the one in its DS records
    NO_PROOF = "no_proof"  # of absence, or of there being no DS
    # not known
    NOT_ANSWERED = "not_answered"
    NO_ANCHOR = "no_anchor"  # the root's keys are none that we trust
    TOO_MUCH = "too_much"  # more work than is done for one answer
    STRIPPED = "stripped"  # the resolver leaves out signatures


@dataclass(frozen=True, slots=True)
class SecurityStep:
    """One thing that was checked, and what came of it.

    `zone` is whose keys or word it rests on. `key_tag` and `algorithm` are those of the signature
    or of the DS record, `since` and `until` when the signature holds.
    """

    check: Check
    why: Why
    state: Dnssec
    zone: str
    name: str
    type: str
    key_tag: int | None = None
    algorithm: int | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnerState:
    """The state of one RRset of an answer: an alias on its way, or what it ends in."""

    name: str
    type: str
    state: Dnssec


@dataclass(frozen=True, slots=True)
class Security:
    """What validation says of the answer to one question, its absence included.

    `state` is the worst of `owners`, which are the alias steps in their order and then the records,
    or the proof that there are none. `ttl_original` is signed, in seconds. `stripped` tells that
    the resolver leaves out what is needed. `at` is seconds since the inspection began. `steps` are
    what was checked, from the root down. `signed` tells that the answer came with signatures,
    whatever they are worth. `unchecked` is how the question ended when it failed, and was asked
    again with checking disabled (RFC 4035, section 3.2.2).
    """

    question: Question
    state: Dnssec = Dnssec.UNKNOWN
    owners: tuple[OwnerState, ...] = ()
    ttl_original: int | None = None
    stripped: bool = False
    at: float = 0.0
    took: float = 0.0
    steps: tuple[SecurityStep, ...] = ()
    signed: bool = False
    unchecked: Status = Status.NOT_ASKED

    @property
    def cause(self) -> SecurityStep | None:
        """The first step that made the answer less than secure; None if none did."""
        if self.state is Dnssec.SECURE:
            return None
        return next((step for step in self.steps if step.state is self.state), None)

    def state_of(self, name: str, kind: str) -> Dnssec:
        """Give the state of one RRset along the way; UNKNOWN if it is not among them."""
        found = (own.state for own in self.owners if (own.name, own.type) == (name, kind))
        return next(found, Dnssec.UNKNOWN)
