"""What the certificates of one chain rest on, as it was checked by keys, roots and a clock.

What needs a key or a root is checked once and kept here; whose names they are, which TLSA record
they match and whether they are strong enough is computed from the certificates themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.records import Tlsa


class PathProblem(Enum):
    """What keeps a sender that verifies by the web's authorities from trusting a chain."""

    EXPIRED = "expired"  # the leaf, or any certificate on its path
    NOT_YET_VALID = "not_yet_valid"
    SELF_SIGNED = "self_signed"  # the leaf signs itself
    UNKNOWN_ISSUER = "unknown_issuer"  # whole up to a root, or a last issuer, that is not known
    MISSING_INTERMEDIATE = "missing_intermediate"  # the leaf's issuer, or a later one, was not sent
    MALFORMED = "malformed"
    UNFIT = "unfit"  # what is there must not be used so: usage, path length, constraints, signature


@dataclass(frozen=True, slots=True)
class RecordAnchor:
    """A TLSA record of usage 2 that holds its anchor whole: which certificates that one signed.

    `signs` are places in the chain. (RFC 7671, section 5.2.2)
    """

    record: Tlsa
    signs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """What was checked of the chain that one session showed; places count from the leaf, 0.

    `trusted` tells whether a path leads from the leaf to an authority of the web, dates and uses
    included, names not. `anchor` is that authority's subject. `signed_by` has, for each certificate
    of the chain, the places of those whose key made its signature and that may issue certificates.
    `problems` are several at once, if there are. `path` are the places of what leads from the leaf
    to the anchor, as far as it was sent and leads at all. `sha256` is the leaf's digest. `note` is
    OpenSSL's own word for what stopped it.
    """

    sha256: str
    trusted: bool = False
    anchor: str = ""
    problems: tuple[PathProblem, ...] = ()
    signed_by: tuple[tuple[int, ...], ...] = ()
    anchors: tuple[RecordAnchor, ...] = ()
    note: str = ""
    at: float = 0.0
    took: float = 0.0
    path: tuple[int, ...] = ()
