"""Certificates of the demo's mail hosts, made when a host first needs one.

An authority of the demo's own signs them, most through an intermediate one; no sender trusts it
unless told to. Keys are EC, since those are made in well under a millisecond. Dates are reckoned
from the moment at which the demo was opened: nothing here reads the clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from mxgui.demo.behaviour import Papers

ISSUER = "mxgui demo authority"
INTERMEDIATE = "mxgui demo intermediate authority"
STRANGER = "An authority that nobody knows"
ANOTHER_HOST = "shop.another.example"
SHORT_KEY = 1024  # bits of RSA
DAY = timedelta(days=1)

Key: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class Issuer(Enum):
    """Who signs a certificate."""

    INTERMEDIATE = "intermediate"
    AUTHORITY = "authority"
    STRANGER = "stranger"  # whose own certificate is sent too, so that nothing is missing
    ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a certificate is made: days are reckoned from now, names may contain `{host}`."""

    issuer: Issuer = Issuer.INTERMEDIATE
    begins: int = -30
    ends: int = 335
    common_name: str = "{host}"
    names: tuple[str, ...] = ("{host}",)
    is_weak: bool = False
    sends_chain: bool = True


RECIPES = {
    Papers.ISSUED: Recipe(),
    Papers.DIRECT: Recipe(Issuer.AUTHORITY),
    Papers.SELF_SIGNED: Recipe(Issuer.ITSELF),
    Papers.STRANGER: Recipe(Issuer.STRANGER),
    Papers.NO_INTERMEDIATE: Recipe(sends_chain=False),
    Papers.EXPIRED: Recipe(begins=-390, ends=-25),
    Papers.NOT_YET: Recipe(begins=7, ends=372),
    Papers.SOON: Recipe(begins=-81, ends=9),
    Papers.OTHER_NAME: Recipe(common_name=ANOTHER_HOST, names=(ANOTHER_HOST,)),
    Papers.CN_ONLY: Recipe(names=()),
    Papers.WILDCARD: Recipe(names=("*.{domain}",)),
    Papers.WEAK: Recipe(is_weak=True),
}


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate and its key, and what a host sends behind it."""

    certificate: x509.Certificate
    key: Key
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> bytes:
        """Key and certificates, as OpenSSL reads them."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        sent = (self.certificate, *self.chain)
        return key + b"".join(each.public_bytes(serialization.Encoding.PEM) for each in sent)


@dataclass(slots=True)
class Authority:
    """Issues what hosts show at the moment `at`, and keeps it for as long as the demo lasts."""

    at: datetime
    _known: dict[str, Identity] = field(default_factory=dict)
    _shown: dict[tuple[str, Papers], Identity] = field(default_factory=dict)

    @property
    def identity(self) -> Identity:
        """The authority's own certificate, made at first use."""
        return self._authority(ISSUER, None)

    @property
    def intermediate(self) -> Identity:
        """The authority that issues most certificates."""
        return self._authority(INTERMEDIATE, self.identity)

    @property
    def pem(self) -> bytes:
        """The authority's own certificate, for those who are to trust it."""
        return self.identity.certificate.public_bytes(serialization.Encoding.PEM)

    def identity_of(self, host: str, papers: Papers) -> Identity:
        """Give the certificate that a host with such papers shows; the same every time."""
        if (host, papers) not in self._shown:
            self._shown[host, papers] = self._fresh(host, papers)
        return self._shown[host, papers]

    def _fresh(self, host: str, papers: Papers) -> Identity:
        recipe = RECIPES[papers]
        key: Key = _weak_key() if recipe.is_weak else _key()
        subject = _named(recipe.common_name.replace("{host}", host))
        issuer = self._issuer(recipe.issuer)
        builder = (
            _builder(key, subject, issuer.certificate.subject if issuer else subject)
            .not_valid_before(self.at + recipe.begins * DAY)
            .not_valid_after(self.at + recipe.ends * DAY)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        )
        names = [x509.DNSName(_whole(name, host)) for name in recipe.names]
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        signed = builder.sign(issuer.key if issuer else key, hashes.SHA256())
        sends = recipe.sends_chain and recipe.issuer in (Issuer.INTERMEDIATE, Issuer.STRANGER)
        return Identity(signed, key, (issuer.certificate,) if issuer and sends else ())

    def _issuer(self, issuer: Issuer) -> Identity | None:
        match issuer:
            case Issuer.INTERMEDIATE:
                return self.intermediate
            case Issuer.AUTHORITY:
                return self.identity
            case Issuer.STRANGER:
                return self._authority(STRANGER, None)
            case Issuer.ITSELF:
                return None

    def _authority(self, name: str, above: Identity | None) -> Identity:
        """Give the authority of that name, signed by the one above or by itself."""
        if name not in self._known:
            key, subject = _key(), _named(name)
            builder = (
                _builder(key, subject, above.certificate.subject if above else subject)
                .not_valid_before(self.at - 400 * DAY)
                .not_valid_after(self.at + 4000 * DAY)
                .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
                .add_extension(_MAY_SIGN, critical=True)
            )
            signed = builder.sign(above.key if above else key, hashes.SHA256())
            self._known[name] = Identity(signed, key)
        return self._known[name]


_MAY_SIGN = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def _key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _weak_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, SHORT_KEY)


def _builder(key: Key, subject: x509.Name, issuer: x509.Name) -> x509.CertificateBuilder:
    public = key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _whole(name: str, host: str) -> str:
    return name.replace("{host}", host).replace("{domain}", host.partition(".")[2])


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])  # RFC 5280: 64 at most
