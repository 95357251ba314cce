"""As much of DER (X.690) as it takes to cut key and dates out of a certificate, byte for byte.

Digests of keys (RFC 7671, selector 1) are over these very bytes; a key that a library has read and
written again can have others.
"""

from __future__ import annotations

from datetime import UTC, datetime

_SEQUENCE = 0x30
_BIT_STRING = 0x03
_UTC_TIME = 0x17
_VERSION = 0xA0
_BEFORE_THE_DATES = 3  # serial number, signature, issuer (RFC 5280, section 4.1)
_BEFORE_THE_KEY = 5  # serial number, signature, issuer, validity, subject (RFC 5280, section 4.1)


def spki_of(certificate: bytes) -> bytes:
    """Give the SubjectPublicKeyInfo of a certificate in DER. Raises ValueError if it has none."""
    whole = _content(certificate, 0, _SEQUENCE)
    to_be_signed = _content(certificate, whole[0], _SEQUENCE)
    place, end = to_be_signed
    if certificate[place : place + 1] == bytes([_VERSION]):
        place = _content(certificate, place, _VERSION)[1]
    for _ in range(_BEFORE_THE_KEY):
        place = _content(certificate, place)[1]
    key_end = _content(certificate, place, _SEQUENCE)[1]
    if key_end > end:
        raise ValueError("the public key lies beyond its certificate")
    return certificate[place:key_end]


def is_certificate(der: bytes) -> bool:
    """Tell whether the bytes are built as one certificate and nothing beside it."""
    try:
        return _content(der, 0, _SEQUENCE)[1] == len(der) and is_key(spki_of(der))
    except ValueError:
        return False


def is_key(der: bytes) -> bool:
    """Tell whether the bytes are built as one SubjectPublicKeyInfo and nothing beside it."""
    try:
        place, end = _content(der, 0, _SEQUENCE)
        algorithm_end = _content(der, place, _SEQUENCE)[1]
        return end == len(der) == _content(der, algorithm_end, _BIT_STRING)[1]
    except ValueError:
        return False


def validity_of(certificate: bytes) -> tuple[datetime, datetime]:
    """Give the first and the last moment of a certificate in DER (RFC 5280, section 4.1.2.5).

    Raises ValueError if they cannot be read.
    """
    place, _ = _content(certificate, _content(certificate, 0, _SEQUENCE)[0], _SEQUENCE)
    if certificate[place : place + 1] == bytes([_VERSION]):
        place = _content(certificate, place, _VERSION)[1]
    for _ in range(_BEFORE_THE_DATES):
        place = _content(certificate, place)[1]
    place, _ = _content(certificate, place, _SEQUENCE)
    begins, place = _moment(certificate, place)
    return begins, _moment(certificate, place)[0]


def _moment(der: bytes, place: int) -> tuple[datetime, int]:
    """Give the time at that place, and where it ends; years of two digits are 1950 to 2049."""
    begin, end = _content(der, place)
    written = der[begin:end].decode("ascii")
    if der[place] == _UTC_TIME:
        written = ("19" if written[:2] >= "50" else "20") + written
    return datetime.strptime(written, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC), end


def _content(der: bytes, place: int, tag: int | None = None) -> tuple[int, int]:
    """Give where the content of the element at that place begins and ends."""
    if place + 2 > len(der) or (tag is not None and der[place] != tag):
        raise ValueError("the certificate is not built as RFC 5280 says")
    length, begin = der[place + 1], place + 2
    if length & 0x80:
        octets = length & 0x7F
        length = int.from_bytes(der[begin : begin + octets])
        begin += octets
    if begin + length > len(der):
        raise ValueError("the certificate ends too early")
    return begin, begin + length
