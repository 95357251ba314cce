"""Keys of zones and the digests that vouch for them: DNSKEY and DS records."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache

import dns.dnssecalgs
import dns.exception
import dns.name
import dns.rdataclass
import dns.rdatatype
from cryptography.exceptions import InvalidSignature
from cryptography.exceptions import UnsupportedAlgorithm as UnknownToOpenSsl
from dns.dnssecalgs.base import GenericPublicKey
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from dns.rdtypes.ANY.DS import DS

# RSA with SHA-1, SHA-256 and SHA-512, ECDSA with two curves, Ed25519 and Ed448 (RFC 9904). Zones
# signed by others only are insecure (RFC 4035, section 5.2).
ALGORITHMS = frozenset({5, 7, 8, 10, 13, 14, 15, 16})
_RSA_MD5 = 1  # whose tags are made otherwise
SHA_1, SHA_256, SHA_384 = 1, 2, 4  # digests of a DS record
_HASHES = {SHA_1: hashlib.sha1, SHA_256: hashlib.sha256, SHA_384: hashlib.sha384}

MAX_KEYS = 100  # of one zone; ten are many
MAX_SAME_TAG = 4  # keys tried for one signature: honest ones collide hardly ever (CVE-2023-50387)
MAX_DS = 32  # of one zone
_KEY_BYTES = 520  # of an RSA key: 4096 bits and its exponent (RFC 5702, section 2)
_ZONE_KEY, _REVOKED, _PROTOCOL = 0x0100, 0x0080, 3

_BROKEN = (
    dns.exception.DNSException, UnknownToOpenSsl, ValueError, OverflowError, IndexError,
    TypeError, struct.error,
)  # fmt: skip


def is_usable_key(key: DNSKEY) -> bool:
    """Whether a key may sign records of its zone (RFC 4034, section 2.1; RFC 5011, 2.1)."""
    return (
        bool(key.flags & _ZONE_KEY)
        and not key.flags & _REVOKED
        and key.protocol == _PROTOCOL
        and key.algorithm in ALGORITHMS
    )


def ds_of(zone: dns.name.Name, key: DNSKEY, digest_type: int) -> DS:
    """Make the DS record of a key (RFC 4034, section 5.1.4)."""
    digest = _HASHES[digest_type](_digested(zone, key)).digest()
    return DS(  # type: ignore[no-untyped-call]
        dns.rdataclass.IN, dns.rdatatype.DS, tag_of(key), key.algorithm, digest_type, digest
    )


def vouched_for(
    zone: dns.name.Name, ds: Iterable[DS], keys: Sequence[DNSKEY]
) -> tuple[DNSKEY, ...]:
    """Give the keys of a zone that one of its usable DS records is of."""
    return tuple(
        key for key in keys if is_usable_key(key) and any(_is_of(one, zone, key) for one in ds)
    )


def usable_ds(found: Iterable[DS]) -> tuple[DS, ...]:
    """Give the DS records whose algorithm and digest are known here.

    SHA-1 counts only where there is nothing better (RFC 4509, section 3).
    """
    known = [ds for ds in found if ds.algorithm in ALGORITHMS and ds.digest_type in _HASHES]
    better = [ds for ds in known if ds.digest_type != SHA_1]
    return tuple(better or known)[:MAX_DS]


def is_signed_by(key: DNSKEY, signature: bytes, signed: bytes) -> bool:
    """Whether the signature over the bytes is of that key; a key that is none is of nobody."""
    public = _public(key)
    if public is None:
        return False
    try:
        public.verify(signature, signed)
    except (InvalidSignature, *_BROKEN):
        return False
    return True


@lru_cache(maxsize=1024)
def tag_of(key: DNSKEY) -> int:
    """Give the key tag (RFC 4034, appendix B), of algorithm 1 too (B.1).

    dnspython has it as well, in a module that loads all it has for zones: one MiB for a sum.
    """
    wire = key.to_wire() or b""
    if key.algorithm == _RSA_MD5:
        return int.from_bytes(wire[-3:-1])
    total = (sum(wire[::2]) << 8) + sum(wire[1::2])
    return (total + (total >> 16)) & 0xFFFF


@lru_cache(maxsize=256)
def _public(key: DNSKEY) -> GenericPublicKey | None:
    if len(key.key) > _KEY_BYTES:
        return None
    try:
        return dns.dnssecalgs.get_algorithm_cls_from_dnskey(key).public_cls.from_dnskey(key)
    except _BROKEN:
        return None


def _is_of(ds: DS, zone: dns.name.Name, key: DNSKEY) -> bool:
    if (ds.key_tag, ds.algorithm) != (tag_of(key), key.algorithm):
        return False
    return bool(_HASHES[ds.digest_type](_digested(zone, key)).digest() == ds.digest)


def _digested(zone: dns.name.Name, key: DNSKEY) -> bytes:
    return (zone.to_digestable() or b"") + (key.to_wire() or b"")
