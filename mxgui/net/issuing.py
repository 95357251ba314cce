"""Who signed a certificate, and might: signatures, names and usages, as OpenSSL looks at them.

The rules for authorities are those of `check_ca` in OpenSSL's crypto/x509/v3_purp.c, which decides
for Postfix and Exim too: more lenient than RFC 5280 with certificates of an older time.
"""

from __future__ import annotations

from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.serialization import load_der_public_key

from mxgui.net.certificate import BAD_PART

E = TypeVar("E", bound=x509.ExtensionType)

# Extended key usages with which a server may show a certificate: the last two are from the time
# when strong encryption was gated (OpenSSL: XKU_SSL_SERVER, XKU_SGC). "Any" is not among them.
_FOR_SERVERS = frozenset(("1.3.6.1.5.5.7.3.1", "1.3.6.1.4.1.311.10.3.3", "2.16.840.1.113730.4.1"))


class Signatures:
    """Checks signatures, as many as it was given leave for: a stranger must not keep us busy."""

    def __init__(self, most: int) -> None:
        """Allow so many."""
        self.left = most

    def made_by(self, key: PublicKeyTypes, signed: x509.Certificate) -> bool:
        """Whether that key made the signature; no longer told once all checks are used up."""
        if self.left <= 0:
            return False
        self.left -= 1
        try:
            _verify(key, signed)
        except (InvalidSignature, *BAD_PART):
            return False
        return True


def parsed(der: bytes) -> x509.Certificate | None:
    """Give a certificate as it is parsed; None if it cannot be."""
    try:
        return x509.load_der_x509_certificate(der)
    except BAD_PART:
        return None


def key_of(certificate: x509.Certificate) -> PublicKeyTypes | None:
    """Give the key of a certificate; None if it is of no kind that is known."""
    try:
        return certificate.public_key()
    except BAD_PART:
        return None


def key_in(spki: bytes) -> PublicKeyTypes | None:
    """Give a key out of its SubjectPublicKeyInfo in DER; None if it is none."""
    try:
        return load_der_public_key(spki)
    except BAD_PART:
        return None


def is_named_issuer(issuer: x509.Certificate, signed: x509.Certificate) -> bool:
    """Whether the one certificate's subject is the other's issuer; letter case does not count."""
    try:
        subject, named = issuer.subject, signed.issuer
        return subject == named or _canonical(subject) == _canonical(named)
    except BAD_PART:
        return False


def may_issue(certificate: x509.Certificate) -> bool:
    """Whether OpenSSL lets it issue others: it is said to be an authority, or is old enough.

    Without basic constraints a self-issued one of version 1 may, and one with key usage.
    """
    try:
        usage = _extension(certificate, x509.KeyUsage)
        if usage is not None and not usage.key_cert_sign:
            return False
        constraints = _extension(certificate, x509.BasicConstraints)
        if constraints is not None:
            return constraints.ca
        self_issued = certificate.subject == certificate.issuer
        return usage is not None or (certificate.version is x509.Version.v1 and self_issued)
    except BAD_PART:
        return False


def may_serve(certificate: x509.Certificate) -> bool:
    """Whether a server may show it as its own (OpenSSL's purpose `sslserver`)."""
    try:
        usage = _extension(certificate, x509.KeyUsage)
        signs = usage is None or usage.digital_signature
        return vouches_for_servers(certificate) and (
            signs or (usage is not None and (usage.key_encipherment or usage.key_agreement))
        )
    except BAD_PART:
        return True  # what OpenSSL makes of it is told by OpenSSL


def vouches_for_servers(certificate: x509.Certificate) -> bool:
    """Whether its extended key usage, if there is one, is for servers; of authorities too."""
    try:
        usages = _extension(certificate, x509.ExtendedKeyUsage)
        return usages is None or any(one.dotted_string in _FOR_SERVERS for one in usages)
    except BAD_PART:
        return True


def _extension(certificate: x509.Certificate, kind: type[E]) -> E | None:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def _canonical(name: x509.Name) -> list[frozenset[tuple[str, str]]]:
    """Give a name as it is compared: blanks as one, letters small (RFC 5280, section 7.1)."""
    return [
        frozenset((part.oid.dotted_string, _folded(part.value)) for part in one)
        for one in name.rdns
    ]


def _folded(value: str | bytes) -> str:
    return " ".join(str(value).split()).lower()


def _verify(key: PublicKeyTypes, signed: x509.Certificate) -> None:
    """Raise InvalidSignature, or one of BAD_PART, unless that key made the signature."""
    signature, over = signed.signature, signed.tbs_certificate_bytes
    match key:
        case ed25519.Ed25519PublicKey() | ed448.Ed448PublicKey():
            key.verify(signature, over)
        case ec.EllipticCurvePublicKey():
            how = signed.signature_algorithm_parameters
            if not isinstance(how, ec.ECDSA):
                raise InvalidSignature
            key.verify(signature, over, how)
        case rsa.RSAPublicKey():
            padding, digest = signed.signature_algorithm_parameters, signed.signature_hash_algorithm
            if padding is None or isinstance(padding, ec.ECDSA) or digest is None:
                raise InvalidSignature
            key.verify(signature, over, padding, digest)
        case dsa.DSAPublicKey():
            digest = signed.signature_hash_algorithm
            if digest is None:
                raise InvalidSignature
            key.verify(signature, over, digest)
        case _:
            raise UnsupportedAlgorithm("a key of a kind that signs no certificates here")
