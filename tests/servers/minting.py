"""Certificates of every make, good and bad, and the authorities behind them, made on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.builders import NOON

Key = (
    rsa.RSAPrivateKey
    | ec.EllipticCurvePrivateKey
    | ed25519.Ed25519PrivateKey
    | ed448.Ed448PrivateKey
    | dsa.DSAPrivateKey
)
HOST = "mx1.example.org"
# sha256WithRSAEncryption and sha1WithRSAEncryption (RFC 4055; RFC 3279, section 2.2.1)
_SHA256 = bytes.fromhex("300d06092a864886f70d01010b0500")
_SHA1 = bytes.fromhex("300d06092a864886f70d0101050500")
FOR_SERVERS = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
FOR_CLIENTS = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])


@dataclass(frozen=True)
class Make:
    """How a certificate is to be: an ordinary one of a server unless told otherwise.

    `common_name` is HOST unless given; `names` are DNS-IDs. Dates are days from `at`.
    """

    common_name: str = HOST
    names: tuple[str, ...] = (HOST,)
    authority: bool | None = False
    path_length: int | None = None
    begins: int = -30
    ends: int = 60
    at: datetime = NOON
    extensions: tuple[x509.ExtensionType, ...] = ()
    critical: bool = False


@dataclass(frozen=True)
class Minted:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: Key

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def an_authority(
    name: str = "Example Root", issuer: Minted | None = None, key: Key | None = None, **make: object
) -> Minted:
    """An authority, a root unless somebody issues it."""
    told = {"names": (), "authority": True, "begins": -1000, "ends": 1000, **make}
    return mint(Make(common_name=name, **told), issuer, key)  # type: ignore[arg-type]


def a_leaf(issuer: Minted | None = None, key: Key | None = None, **make: object) -> Minted:
    """A server's certificate, self-signed unless somebody issues it."""
    return mint(Make(**make), issuer, key)  # type: ignore[arg-type]


def mint(make: Make, issuer: Minted | None = None, key: Key | None = None) -> Minted:
    """Make a certificate, with a new key unless one is given."""
    own = key or ec.generate_private_key(ec.SECP256R1())
    subject = _name(make.common_name)
    by = issuer.key if issuer else own
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(make.at + timedelta(days=make.begins))
        .not_valid_after(make.at + timedelta(days=make.ends))
    )
    if make.names:
        names = x509.SubjectAlternativeName([x509.DNSName(name) for name in make.names])
        builder = builder.add_extension(names, critical=False)
    if make.authority is not None:
        constraints = x509.BasicConstraints(make.authority, make.path_length)
        builder = builder.add_extension(constraints, critical=True)
    for extension in make.extensions:
        builder = builder.add_extension(extension, critical=make.critical)
    edwards = isinstance(by, ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey)
    return Minted(builder.sign(by, None if edwards else hashes.SHA256()), own)


def as_version_1(minted: Minted, by: Minted) -> Minted:
    """The same in the form of 1988: no version, no extensions; signed anew with an RSA key."""
    kept = [one for one in _fields(minted) if one[0] not in (0xA0, 0xA3)]
    return _signed_anew(minted, by, kept, _SHA256, hashes.SHA256())


def with_sha1(minted: Minted, by: Minted) -> Minted:
    """The same with a signature of twenty years ago, which libraries no longer make: by RSA."""
    kept = _fields(minted)
    kept[2] = _SHA1
    return _signed_anew(minted, by, kept, _SHA1, hashes.SHA1())


def _signed_anew(
    minted: Minted, by: Minted, fields: list[bytes], algorithm: bytes, digest: hashes.HashAlgorithm
) -> Minted:
    tbs = _sequence(b"".join(fields))
    assert isinstance(by.key, rsa.RSAPrivateKey)
    signature = by.key.sign(tbs, padding.PKCS1v15(), digest)
    bits = bytes([0x03]) + _length(len(signature) + 1) + b"\0" + signature
    der = _sequence(tbs + algorithm + bits)
    return Minted(x509.load_der_x509_certificate(der), minted.key)


def _fields(minted: Minted) -> list[bytes]:
    return _elements(_content(minted.certificate.tbs_certificate_bytes))


@cache
def an_rsa_key(bits: int = 2048, number: int = 0) -> rsa.RSAPrivateKey:
    """A key that is made once for each size and number: they take long."""
    return rsa.generate_private_key(65537, bits)


def usage(**given: bool) -> x509.KeyUsage:
    """Key usage with these bits and no others."""
    names = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{name: given.get(name, False) for name in names})


def pem_of(chain: Sequence[Minted]) -> bytes:
    """A chain as a server's file has it."""
    return b"".join(one.pem for one in chain)


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)] if common_name else [])


def _length(size: int) -> bytes:
    if size < 0x80:
        return bytes([size])
    octets = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([0x80 | len(octets)]) + octets


def _sequence(content: bytes) -> bytes:
    return b"\x30" + _length(len(content)) + content


def _content(der: bytes) -> bytes:
    head, size = _head(der)
    return der[head : head + size]


def _elements(der: bytes) -> list[bytes]:
    found = []
    while der:
        head, size = _head(der)
        found.append(der[: head + size])
        der = der[head + size :]
    return found


def _head(der: bytes) -> tuple[int, int]:
    if der[1] < 0x80:
        return 2, der[1]
    octets = der[1] & 0x7F
    return 2 + octets, int.from_bytes(der[2 : 2 + octets])
