"""TLSA records against the chain of certificates that a server showed, each on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from mxgui.model.certificate import Certificate
from mxgui.model.chain import Chain
from mxgui.model.der import spki_of, validity_of
from mxgui.model.records import Tlsa
from mxgui.routing.dane_steps import RecordResult, Result, Why
from mxgui.routing.names import names_host, names_host_by_cn
from mxgui.routing.usable import (
    CERT,
    DANE_EE,
    FULL,
    is_outranked,
    strongest_digests,
    why_unusable,
)

# The last two are from the time when strong encryption was gated.
_FOR_SERVERS = ("server auth", "1.3.6.1.4.1.311.10.3.3", "2.16.840.1.113730.4.1")
_DIGESTS = {1: hashlib.sha256, 2: hashlib.sha512}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a server showed, and what records of usage 2 want beside it.

    `certificates` are as sent, leaf first. `chain` tells which signed which; None if that is not
    known, or not yet. `names` are those of which the leaf must bear one; one of `perhaps` will do
    too once it is known that the MX records are secure. `at` is when it was seen.
    """

    certificates: tuple[Certificate, ...]
    chain: Chain | None
    names: tuple[str, ...]
    perhaps: tuple[str, ...]
    at: datetime


def compared(records: tuple[Tlsa, ...], shown: Shown | None) -> tuple[RecordResult, ...]:
    """Give what comes of each record, in their order; without a chain only what DNS decides."""
    strongest = strongest_digests(records)
    return tuple(_compared(record, strongest, shown) for record in records)


def _compared(
    record: Tlsa, strongest: Mapping[tuple[int, int], int], shown: Shown | None
) -> RecordResult:
    why = why_unusable(record)
    if why is not None:
        return RecordResult(record, Result.UNUSABLE, why)
    found = RecordResult(record) if shown is None else _against(record, shown)
    if not is_outranked(record, strongest):
        return found
    would_match = found.result is Result.MATCH
    return replace(found, result=Result.OUTRANKED, why=Why.WEAKER, would_match=would_match)


def _against(record: Tlsa, shown: Shown) -> RecordResult:
    """Compare a usable record with the chain, as if it stood alone."""
    places = [
        place
        for place, certificate in enumerate(shown.certificates)
        if association(certificate.der, record.selector, record.matching) == record.data
    ]
    if record.usage == DANE_EE:
        # Neither names nor dates nor uses of the key count (RFC 7672, section 3.1.1).
        if 0 in places:
            return RecordResult(record, Result.MATCH, place=0)
        return RecordResult(record, Result.NO_MATCH, Why.DIFFERENT)
    return _as_anchor(record, shown, places)


def _as_anchor(record: Tlsa, shown: Shown, places: list[int]) -> RecordResult:
    """Whether the chain leads from the leaf to the anchor that the record names.

    The leaf is no anchor of itself: what it was signed by is (RFC 7671, section 5.2; OpenSSL looks
    for usage 2 above the leaf alone). Only a bare key in the record can have signed the leaf that
    bears it.
    """
    above = [place for place in places if place > 0]
    place = above[0] if above else (places[0] if places else None)
    if shown.chain is None and (above or record.matching == FULL):
        return RecordResult(record, None, Why.UNCHECKED, place=place)
    fault = _fault_on_the_way(record, shown, above)
    if fault is Why.NOT_SENT and places:
        fault = Why.LEAF
    fault = fault or _fault_of_name(shown)
    if fault is Why.UNCHECKED:
        return RecordResult(record, None, fault, place=place)
    result = Result.MATCH if fault is None else Result.NO_MATCH
    return RecordResult(record, result, fault, place=place)


def _fault_on_the_way(record: Tlsa, shown: Shown, above: list[int]) -> Why | None:
    """What keeps the leaf from the anchor; None if a way leads there on which all is in date."""
    signed_by = shown.chain.signed_by if shown.chain is not None else ()
    signs = _signed_by_record(record, shown)
    if signs is None:
        return Why.UNCHECKED
    if not above and not signs:
        return Why.NOT_SENT
    every = range(len(shown.certificates))
    linked = _reached(signed_by, every)
    if not linked.intersection(above) and not linked.intersection(signs):
        return Why.NOT_LINKED
    in_date = [place for place in every if is_in_date(shown.certificates[place], shown.at)]
    whole_in_date = _is_record_in_date(record, shown.at)

    def leads_over(allowed: Iterable[int]) -> bool:
        good = _reached(signed_by, allowed)
        return bool(good.intersection(above) or (whole_in_date and good.intersection(signs)))

    if not leads_over(in_date):
        return Why.OUT_OF_DATE
    fit = (place for place in in_date if is_for_servers(shown.certificates[place]))
    return None if leads_over(fit) else Why.USE


def _signed_by_record(record: Tlsa, shown: Shown) -> tuple[int, ...] | None:
    """Which certificates the anchor inside the record signed; None if that was not checked."""
    if record.matching != FULL:
        return ()
    checked = shown.chain.anchors if shown.chain is not None else ()
    signs = next((anchor.signs for anchor in checked if anchor.record == record), None)
    if signs is None or record.selector != CERT:
        return signs
    # A certificate that signs itself is its own issuer: it is never looked for in the record.
    own = {place for place, sent in enumerate(shown.certificates) if sent.der == record.data}
    return tuple(place for place in signs if place not in own)


def _reached(signed_by: tuple[tuple[int, ...], ...], allowed: Iterable[int]) -> set[int]:
    """Give the certificates to which signatures lead from the leaf, over allowed ones alone."""
    left = set(allowed)
    ahead = [0] if 0 in left else []
    reached: set[int] = set()
    while ahead:
        place = ahead.pop()
        reached.add(place)
        issuers = signed_by[place] if place < len(signed_by) else ()
        ahead += [issuer for issuer in issuers if issuer in left and issuer not in reached]
    return reached


def is_in_date(certificate: Certificate, at: datetime) -> bool:
    """Tell whether a certificate is valid at that moment; one without readable dates is not."""
    begins, ends = certificate.not_before, certificate.not_after
    return begins is not None and ends is not None and begins <= at < ends


def is_for_servers(certificate: Certificate) -> bool:
    """Tell whether a certificate may be a server's, as far as it says what it is for.

    That holds for authorities as well (OpenSSL's purpose `sslserver`, which Postfix and Exim want).
    """
    return not certificate.usages or any(use in _FOR_SERVERS for use in certificate.usages)


def _is_record_in_date(record: Tlsa, at: datetime) -> bool:
    if record.selector != CERT:
        return True  # a bare key has no dates
    try:
        begins, ends = validity_of(record.data)
    except ValueError:
        return False
    return begins <= at < ends


def _fault_of_name(shown: Shown) -> Why | None:
    leaf = shown.certificates[0]
    bears = names_host if leaf.names else names_host_by_cn
    if bears(leaf, shown.names):
        return None
    return Why.UNCHECKED if bears(leaf, shown.perhaps) else Why.NAME


@lru_cache(maxsize=2048)
def association(der: bytes, selector: int, matching: int) -> bytes | None:
    """Give what a TLSA record of that kind has as its data for a certificate (RFC 6698, 2.1).

    None where the certificate has no key that could be cut out of it.
    """
    try:
        chosen = der if selector == CERT else spki_of(der)
    except ValueError:
        return None
    return chosen if matching == FULL else _DIGESTS[matching](chosen).digest()
