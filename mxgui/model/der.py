"""As much of DER (X.690) as it takes to cut the public key out of a certificate, byte for byte.

Digests of keys (RFC 7671, selector 1) are over these very bytes; a key that a library has read and
written again can have others.
"""

from __future__ import annotations

_SEQUENCE = 0x30
_VERSION = 0xA0
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
