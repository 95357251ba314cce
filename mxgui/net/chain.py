"""The check of a chain as one server sent it: on what it rests, and who signed whom in it.

How problems of the path are told apart, when none leads to a known root:

- self_signed: the leaf signs itself (OpenSSL's 18);
- missing_intermediate: nobody in the chain signed the leaf; or the signatures end before
  authorities that were sent too, so that something between was not;
- unknown_issuer: the signatures lead to the end of what was sent, and that is no known root, nor
  signed by one: the root of a private authority, for the most part;
- unfit: there is an issuer, but what it did is not allowed, or its signature is wrong.

Dates are judged beside that, for every certificate of the path, at the moment of the probe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from OpenSSL import crypto

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.chain import Chain, PathProblem, RecordAnchor
from mxgui.model.records import Tlsa
from mxgui.net.certificate import BAD_PART, certificate_of, unwarned
from mxgui.net.issuing import (
    Signatures,
    is_named_issuer,
    key_in,
    key_of,
    may_issue,
    may_serve,
    parsed,
    vouches_for_servers,
)
from mxgui.net.limits import (
    ANCHOR_RECORDS,
    ANCHOR_SIGNATURES,
    CERTIFICATE_BYTES,
    CHAIN_CERTIFICATES,
    LINK_SIGNATURES,
)
from mxgui.net.path import (
    ENDS_UNKNOWN,
    EXPIRED,
    NO_ISSUER,
    NOT_YET_VALID,
    SELF_SIGNED_LEAF,
    WebPath,
    path_of,
)
from mxgui.net.roots import Roots, loaded

Links = tuple[tuple[int, ...], ...]


def chain_of(tls: Tls, at: datetime, roots: Roots, anchors: Sequence[Tlsa] = ()) -> Chain:
    """Check the chain of a session; `at` is the moment of the probe, UTC. Never raises.

    `anchors` are TLSA records of the host; those of usage 2 that hold their anchor whole (matching
    type 0; RFC 7671, section 5.2.2) are tried on every certificate.
    """
    certificates = tls.chain[:CHAIN_CERTIFICATES]
    digest = certificates[0].sha256 if certificates else ""
    with unwarned():
        read = [_Read.of(certificate) for certificate in certificates]
        links = _links([one.parsed for one in read])
        tried = tuple(_anchors(anchors, [one.parsed for one in read]))
        if not read or read[0].loaded is None:
            problems = (PathProblem.MALFORMED,)
            return Chain(digest, problems=problems, signed_by=links, anchors=tried)
        others = [one.loaded for one in read[1:] if one.loaded is not None]
        path = path_of(read[0].loaded, others, at, roots)
        return _judged(_Checked(certificates, read, links, path, at), tried)


@dataclass(frozen=True, slots=True)
class _Read:
    """One certificate as both libraries read it; None where one cannot."""

    loaded: crypto.X509 | None
    parsed: x509.Certificate | None

    @classmethod
    def of(cls, certificate: Certificate) -> _Read:
        der = certificate.der
        if len(der) > CERTIFICATE_BYTES:
            return cls(None, None)
        return cls(loaded(der), parsed(der))


@dataclass(frozen=True, slots=True)
class _Checked:
    """All that a judgement rests on."""

    certificates: Sequence[Certificate]
    read: Sequence[_Read]
    links: Links
    path: WebPath
    at: datetime


def _judged(known: _Checked, anchors: tuple[RecordAnchor, ...]) -> Chain:
    way = known.path.certificates
    misused = bool(way) and not _is_fit(way)
    problems = set(_date_problems(known)) | set(_path_problems(known, misused=misused))
    trusted = known.path.code == 0 and not misused
    note = "unsuitable certificate purpose" if misused else known.path.note
    return Chain(
        known.certificates[0].sha256,
        trusted=trusted,
        anchor=certificate_of(way[-1]).subject if trusted else "",
        problems=tuple(one for one in PathProblem if one in problems),
        signed_by=known.links,
        anchors=anchors,
        note="" if trusted else note,
        path=_places(known),
    )


def _path_problems(known: _Checked, *, misused: bool) -> Iterator[PathProblem]:
    code = known.path.timeless_code
    if misused:
        yield PathProblem.UNFIT
    if code == SELF_SIGNED_LEAF:
        yield PathProblem.SELF_SIGNED
    elif code in ENDS_UNKNOWN:
        yield PathProblem.UNKNOWN_ISSUER
    elif code in NO_ISSUER:
        yield PathProblem.MISSING_INTERMEDIATE if _breaks(known) else PathProblem.UNKNOWN_ISSUER
    elif code:
        yield PathProblem.UNFIT


def _breaks(known: _Checked) -> bool:
    """Whether something that was not sent is missing between the leaf and the end of the chain."""
    way = _walked(known.links)
    if len(way) == 1:
        return True
    reached = _reached(known.links)
    rest = (one.parsed for place, one in enumerate(known.read) if place not in reached)
    top = known.read[way[-1]].parsed
    is_root = top is not None and is_named_issuer(top, top)
    return not is_root and any(one is not None and may_issue(one) for one in rest)


def _date_problems(known: _Checked) -> Iterator[PathProblem]:
    """What is out of date on the path, the root included; or on what there is of a path."""
    if known.path.code == 0:
        return
    way = [parsed(der) for der in known.path.certificates]
    way = way or [known.read[place].parsed for place in _walked(known.links)]
    for one in way:
        if one is not None:
            yield from _out_of_date(one, known.at)
    if known.path.code == EXPIRED:
        yield PathProblem.EXPIRED
    if known.path.code == NOT_YET_VALID:
        yield PathProblem.NOT_YET_VALID


def _out_of_date(certificate: x509.Certificate, at: datetime) -> Iterator[PathProblem]:
    try:
        if at < certificate.not_valid_before_utc:
            yield PathProblem.NOT_YET_VALID
        if at > certificate.not_valid_after_utc:
            yield PathProblem.EXPIRED
    except BAD_PART:
        return


def _is_fit(way: Sequence[bytes]) -> bool:
    """Whether the whole path is meant for servers (OpenSSL's purpose `sslserver`)."""
    leaf, *authorities = (parsed(der) for der in way)
    fit = leaf is None or may_serve(leaf)
    return fit and all(one is None or vouches_for_servers(one) for one in authorities)


def _places(known: _Checked) -> tuple[int, ...]:
    """Where the certificates of the path stand in what was sent."""
    places = {one.der: place for place, one in reversed(list(enumerate(known.certificates)))}
    way = tuple(places[der] for der in known.path.certificates if der in places)
    return way or _walked(known.links)


def _walked(links: Links) -> tuple[int, ...]:
    """Follow the signatures from the leaf, the first of several, as far as they lead."""
    way = [0]
    while links:
        onward = [place for place in links[way[-1]] if place not in way]
        if not onward:
            break
        way.append(onward[0])
    return tuple(way)


def _reached(links: Links) -> set[int]:
    """Give every place to which signatures lead from the leaf."""
    found, waiting = {0}, [0]
    while waiting:
        new = set(links[waiting.pop()]) - found
        found |= new
        waiting.extend(new)
    return found


def _links(chain: Sequence[x509.Certificate | None]) -> Links:
    """Tell for each certificate which others signed it; the next one is asked first."""
    signatures = Signatures(LINK_SIGNATURES)
    issuers = {place for place, one in enumerate(chain) if one is not None and may_issue(one)}
    return tuple(tuple(_issuers(chain, place, issuers, signatures)) for place in range(len(chain)))


def _issuers(
    chain: Sequence[x509.Certificate | None],
    place: int,
    issuers: Iterable[int],
    signatures: Signatures,
) -> Iterator[int]:
    signed = chain[place]
    if signed is None:
        return
    for other in sorted(issuers, key=lambda one: (one < place, one)):
        issuer = chain[other]
        if other == place or issuer is None or not is_named_issuer(issuer, signed):
            continue
        key = key_of(issuer)
        if key is not None and signatures.made_by(key, signed):
            yield other


def _anchors(
    records: Iterable[Tlsa], chain: Sequence[x509.Certificate | None]
) -> Iterator[RecordAnchor]:
    signatures = Signatures(ANCHOR_SIGNATURES)
    whole = [record for record in dict.fromkeys(records) if _holds_anchor(record)]
    for record in whole[:ANCHOR_RECORDS]:
        yield RecordAnchor(record, tuple(_signed_by_record(record, chain, signatures)))


def _holds_anchor(record: Tlsa) -> bool:
    whole = record.usage == 2 and record.matching == 0 and record.selector in (0, 1)
    return whole and len(record.data) <= CERTIFICATE_BYTES


def _signed_by_record(
    record: Tlsa, chain: Sequence[x509.Certificate | None], signatures: Signatures
) -> Iterator[int]:
    """Tell which certificates the anchor signed; a bare key has no name that could differ."""
    anchor = parsed(record.data) if record.selector == 0 else None
    if record.selector == 0 and (anchor is None or not may_issue(anchor)):
        return
    key = key_in(record.data) if anchor is None else key_of(anchor)
    for place, signed in enumerate(chain):
        if key is None or signed is None:
            continue
        named = anchor is None or is_named_issuer(anchor, signed)
        if named and signatures.made_by(key, signed):
            yield place
