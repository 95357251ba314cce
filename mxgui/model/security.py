"""What our own validation of DNSSEC says of one answer, and the steps that led there.

A state needs keys and the clock of its moment, so it is kept as a fact; the resolver's word (`ad`)
stands in the answer, and never counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.records import Question


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
    the resolver leaves out what is needed. `at` is seconds since the inspection began.
    """

    question: Question
    state: Dnssec = Dnssec.UNKNOWN
    owners: tuple[OwnerState, ...] = ()
    ttl_original: int | None = None
    stripped: bool = False
    at: float = 0.0
    took: float = 0.0

    def state_of(self, name: str, kind: str) -> Dnssec:
        """Give the state of one RRset along the way; UNKNOWN if it is not among them."""
        found = (own.state for own in self.owners if (own.name, own.type) == (name, kind))
        return next(found, Dnssec.UNKNOWN)
