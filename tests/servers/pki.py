"""Chains of certificates of every shape: who signed whom, for which names, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key
from cryptography.x509.oid import NameOID

from mxgui.model.chain import RecordAnchor
from mxgui.model.records import Tlsa
from tests.servers.minting import Key, Minted

LIFETIME = timedelta(days=90)
Issued: TypeAlias = Minted


def issue(
    common_name: str,
    by: Issued | None = None,
    *,
    extensions: Sequence[x509.ExtensionType] = (),
    begins: datetime,
    authority: bool = False,
    key: Key | None = None,
) -> Issued:
    """Make a certificate for 90 days; it signs itself if nobody else does.

    It has a new key unless one is given.
    """
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    public = by.key.public_key() if by else key.public_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + LIFETIME)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return Issued(builder.sign(by.key if by else key, hashes.SHA256()), key)


def names(*dns: str) -> x509.SubjectAlternativeName:
    """The names of a certificate."""
    return x509.SubjectAlternativeName([x509.DNSName(name) for name in dns])


def signed_by(chain: Sequence[Issued]) -> tuple[tuple[int, ...], ...]:
    """Give for each certificate the places of those that signed it and may issue any."""
    return tuple(
        tuple(
            place
            for place, issuer in enumerate(chain)
            if may_issue(issuer.certificate) and has_signed(issuer.certificate, own.certificate)
        )
        for own in chain
    )


def anchor_of(record: Tlsa, chain: Sequence[Issued]) -> RecordAnchor:
    """Give which certificates the anchor inside a record of usage 2 signed."""
    if record.selector == 1:
        key = load_der_public_key(record.data)
        assert isinstance(key, ec.EllipticCurvePublicKey)
        signs = tuple(
            place for place, own in enumerate(chain) if is_signed_with(key, own.certificate)
        )
    else:
        anchor = x509.load_der_x509_certificate(record.data)
        signs = tuple(
            place
            for place, own in enumerate(chain)
            if may_issue(anchor) and has_signed(anchor, own.certificate)
        )
    return RecordAnchor(record, signs)


def may_issue(certificate: x509.Certificate) -> bool:
    """Whether it is an authority's."""
    return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def has_signed(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    """Whether one certificate's key made the signature of the other, and it says so."""
    key = issuer.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    return certificate.issuer == issuer.subject and is_signed_with(key, certificate)


def is_signed_with(key: ec.EllipticCurvePublicKey, certificate: x509.Certificate) -> bool:
    """Whether a key made the signature of a certificate."""
    made, digest = certificate.signature, certificate.signature_hash_algorithm
    assert digest is not None
    try:
        key.verify(made, certificate.tbs_certificate_bytes, ec.ECDSA(digest))
    except InvalidSignature:
        return False
    return True
