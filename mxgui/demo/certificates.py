"""Certificates of the demo's mail hosts, made when a host first needs one.

An authority of the demo's own signs them; no sender trusts it unless told to. Keys are EC, since
those are made in well under a millisecond. Dates are fixed: nothing here reads the clock.
"""

from __future__ import annotations

import ssl
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from mxgui.demo.behaviour import Papers

ISSUER = "mxgui demo authority"
BEGINS = datetime(2024, 1, 1, tzinfo=UTC)
ENDS = datetime(2054, 1, 1, tzinfo=UTC)
EXPIRED_BEGINS = datetime(2019, 1, 1, tzinfo=UTC)
EXPIRED_ENDS = datetime(2020, 1, 1, tzinfo=UTC)
ANOTHER_HOST = "shop.another.example"


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """Key and certificate, as OpenSSL reads them."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return key + self.certificate.public_bytes(serialization.Encoding.PEM)


@dataclass(slots=True)
class Authority:
    """Issues what hosts show, and keeps it for as long as the demo lasts."""

    _identity: Identity | None = None
    _contexts: dict[tuple[str, Papers], ssl.SSLContext] = field(default_factory=dict)

    @property
    def identity(self) -> Identity:
        """The authority's own certificate, made at first use."""
        if self._identity is None:
            self._identity = _self_signed(ISSUER, authority=True)
        return self._identity

    def context_for(self, host: str, papers: Papers) -> ssl.SSLContext:
        """Give what a host needs to take a TLS handshake, with the certificate that it shows."""
        known = self._contexts.get((host, papers))
        if known is None:
            known = _context(self.identity_of(host, papers))
            self._contexts[host, papers] = known
        return known

    def identity_of(self, host: str, papers: Papers) -> Identity:
        """Make the certificate that a host with such papers shows."""
        match papers:
            case Papers.ISSUED:
                return self._issued(host, BEGINS, ENDS)
            case Papers.SELF_SIGNED:
                return _self_signed(host, authority=False)
            case Papers.EXPIRED:
                return self._issued(host, EXPIRED_BEGINS, EXPIRED_ENDS)
            case Papers.OTHER_NAME:
                return self._issued(ANOTHER_HOST, BEGINS, ENDS)

    def _issued(self, host: str, begins: datetime, ends: datetime) -> Identity:
        key = ec.generate_private_key(ec.SECP256R1())
        issuer = self.identity
        builder = (
            _builder(key, host, issuer.certificate.subject)
            .not_valid_before(begins)
            .not_valid_after(ends)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        )
        return Identity(builder.sign(issuer.key, hashes.SHA256()), key)


def _self_signed(name: str, authority: bool) -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder(key, name, _named(name)).not_valid_before(BEGINS).not_valid_after(ENDS)
    builder = builder.add_extension(
        x509.BasicConstraints(ca=authority, path_length=None), critical=True
    )
    if not authority:
        names = x509.SubjectAlternativeName([x509.DNSName(name)])
        builder = builder.add_extension(names, critical=False)
    return Identity(builder.sign(key, hashes.SHA256()), key)


def _builder(
    key: ec.EllipticCurvePrivateKey, subject: str, issuer: x509.Name
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_named(subject))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])  # RFC 5280: 64 at most


def _context(identity: Identity) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # the ssl module reads keys from files only; the folder is readable by its owner alone
    with tempfile.TemporaryDirectory(prefix="mxgui-demo-") as folder:
        path = Path(folder, "host.pem")
        path.write_bytes(identity.pem)
        context.load_cert_chain(path)
    return context
