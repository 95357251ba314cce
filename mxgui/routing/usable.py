"""Which TLSA records a sender of mail can use, and which of those are outranked by another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from mxgui.model.der import is_certificate, is_key
from mxgui.model.records import Tlsa
from mxgui.routing.dane_steps import Why

DANE_TA = 2  # the record names an anchor that the chain must lead to (RFC 7218)
DANE_EE = 3  # the record names the server's own certificate or key
CERT = 0  # selector: the whole certificate
SPKI = 1  # selector: its public key
FULL = 0  # matching type: what is named stands in the record itself
_DIGESTS = {
    1: 32,
    2: 64,
}  # SHA-256 and SHA-512, by matching type: octets, and the order of strength


def is_usable(record: Tlsa) -> bool:
    """Tell whether a sender of mail can use the record."""
    return why_unusable(record) is None


@lru_cache(maxsize=1024)
def why_unusable(record: Tlsa) -> Why | None:
    """Give why no sender of mail can use the record; None if it can be used.

    Usages 0 and 1 are undefined for SMTP (RFC 7672, section 3.1.3). Data that cannot be what the
    other fields say leaves a record as unusable as an unknown number does (RFC 6698, section 4.1).
    """
    if record.usage not in (DANE_TA, DANE_EE):
        return Why.USAGE
    if record.selector not in (CERT, SPKI):
        return Why.SELECTOR
    if record.matching == FULL:
        is_whole = is_certificate if record.selector == CERT else is_key
        return None if is_whole(record.data) else Why.NOT_DER
    if record.matching not in _DIGESTS:
        return Why.MATCHING
    return None if len(record.data) == _DIGESTS[record.matching] else Why.LENGTH


def strongest_digests(records: Iterable[Tlsa]) -> Mapping[tuple[int, int], int]:
    """Give the strongest digest, as a matching type, among the usable records of each kind.

    A kind is a usage and a selector. Only usable records count (RFC 7671, section 9).
    """
    strongest: dict[tuple[int, int], int] = {}
    for record in records:
        kind = (record.usage, record.selector)
        if record.matching > strongest.get(kind, FULL) and is_usable(record):
            strongest[kind] = record.matching
    return strongest


def is_outranked(record: Tlsa, strongest: Mapping[tuple[int, int], int]) -> bool:
    """Tell whether a usable record loses against a stronger digest of its usage and selector.

    Whole certificates and keys (matching type 0) neither lose nor outrank (RFC 7672, section 5).
    """
    if record.matching == FULL:
        return False
    return record.matching < strongest.get((record.usage, record.selector), FULL)
