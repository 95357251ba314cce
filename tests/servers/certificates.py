"""Throw-away authorities and certificates, and the contexts of servers that show them."""

from __future__ import annotations

import ssl
import warnings
from datetime import UTC, datetime, timedelta

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

NAME = "mx1.example.org"
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def leaf(*names: str, authority: trustme.CA | None = None) -> trustme.LeafCert:
    """A good certificate for the names, by an authority of its own unless one is given."""
    return (authority or trustme.CA()).issue_cert(*(names or (NAME,)))


def expired(name: str = NAME, authority: trustme.CA | None = None) -> trustme.LeafCert:
    """A certificate that ended long ago."""
    return (authority or trustme.CA()).issue_cert(
        name, not_before=LONG_AGO, not_after=LONG_AGO + timedelta(days=90)
    )


def self_signed(
    name: str = NAME, extensions: tuple[x509.ExtensionType, ...] = ()
) -> trustme.LeafCert:
    """A certificate that nobody but its own key vouches for; the name is its common name."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(LONG_AGO)
        .not_valid_after(LONG_AGO + timedelta(days=36_500))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    signed = builder.sign(key, hashes.SHA256())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return trustme.LeafCert(private, signed.public_bytes(Encoding.PEM), [])


def der_of(certificate: trustme.LeafCert) -> bytes:
    """The certificate itself in DER, without the rest of its chain."""
    pem = certificate.cert_chain_pems[0].bytes()
    return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def der_of_authority(authority: trustme.CA) -> bytes:
    """The certificate of an authority in DER."""
    return x509.load_pem_x509_certificate(authority.cert_pem.bytes()).public_bytes(Encoding.DER)


def server_context(certificate: trustme.LeafCert | None = None) -> ssl.SSLContext:
    """The context of a server with a certificate; a good one unless another is given."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (certificate or leaf()).configure_cert(context)
    return context


def old_server_context(certificate: trustme.LeafCert | None = None) -> ssl.SSLContext:
    """The context of a server that knows nothing newer than TLS 1.0."""
    context = server_context(certificate)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    return context
