"""The certificates of peers, hostile and honest: made once a process, some of them by hand."""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.servers.minting import Minted, a_leaf, an_authority
from tests.servers.signing import NOW

HOST = "mx.hostile.example"
WEB_HOST = "mta-sts.hostile.example"
KEY = ec.derive_private_key(0x0DD_BA11, ec.SECP256R1())  # the same in every process
_SIGNATURE = bytes.fromhex("300a06082a8648ce3d040302")  # ecdsa-with-SHA256 (RFC 5758, 3.2)


@cache
def authority() -> Minted:
    """The authority that the inspection trusts."""
    return an_authority("Hostile Test Root", key=KEY, at=NOW)


@cache
def leaf(name: str = HOST) -> Minted:
    """A good certificate; its key is the same in every process, for TLSA records."""
    return a_leaf(authority(), KEY, common_name=name, names=(name,), at=NOW)


@cache
def usual_context() -> ssl.SSLContext:
    """The context of a mail host that means well."""
    return context_of(leaf())


def context_of(*chain: Minted) -> ssl.SSLContext:
    """The context of a server that shows this chain, the leaf first."""
    return context_from(chain[0].key_pem, b"".join(one.pem for one in chain))


def context_from(key_pem: bytes, chain_pem: bytes) -> ssl.SSLContext:
    """The same from PEM."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "chain.pem")
        file.write_bytes(key_pem + chain_pem)
        context.load_cert_chain(file)
    return context


def der(tag: int, *content: bytes) -> bytes:
    """One element of DER."""
    whole = b"".join(content)
    if len(whole) < 0x80:
        return bytes([tag, len(whole)]) + whole
    octets = len(whole).to_bytes((len(whole).bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(octets)]) + octets + whole


def common_name(value: bytes, kind: int = 0x0C) -> bytes:
    """A name with one common name, in whatever letters."""
    return der(0x30, der(0x31, der(0x30, bytes.fromhex("0603550403"), der(kind, value))))


def names_of(*names: bytes) -> bytes:
    """The extension with DNS names (RFC 5280, 4.2.1.6)."""
    value = der(0x30, *(der(0x82, name) for name in names))
    return der(0x30, bytes.fromhex("0603551d11"), der(0x04, value))


def by_hand(
    *,
    serial: bytes = b"\x01",
    subject: bytes | None = None,
    begins: bytes = b"20200101000000Z",
    ends: bytes = b"20400101000000Z",
    extensions: bytes | None = None,
    key: bytes = b"",
) -> bytes:
    """A certificate that no library makes, by the authority; `key` is its SubjectPublicKeyInfo."""
    info = key or public_key()
    fields = (
        der(0xA0, der(0x02, b"\x02")),
        der(0x02, serial),
        _SIGNATURE,
        authority().certificate.subject.public_bytes(),
        der(0x30, der(0x18, begins), der(0x18, ends)),
        common_name(HOST.encode()) if subject is None else subject,
        info,
        der(0xA3, der(0x30, names_of(HOST.encode()) if extensions is None else extensions)),
    )
    signed = der(0x30, *fields)
    made = KEY.sign(signed, ec.ECDSA(hashes.SHA256()))
    return der(0x30, signed, _SIGNATURE, der(0x03, b"\0" + made))


def public_key() -> bytes:
    """The SubjectPublicKeyInfo of the key."""
    return KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def shown_by_hand(*ders: bytes) -> Callable[[], ssl.SSLContext]:
    """The context of a server that shows these certificates, the first with our key."""
    return lambda: context_from(leaf().key_pem, b"".join(map(pem, ders)))


def pem(one: bytes) -> bytes:
    """The same in PEM."""
    return ssl.DER_cert_to_PEM_cert(one).encode()
