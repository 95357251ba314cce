"""The facts of a certificate, read out of its bytes whatever is wrong with them.

A certificate comes from a stranger and may be anything. Each fact is read on its own: where one
cannot be read, the others are kept, and `malformed` says what was the matter.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa
from cryptography.x509.oid import (
    ExtendedKeyUsageOID,
    ExtensionOID,
    NameOID,
    SignatureAlgorithmOID,
)

from mxgui.model.certificate import Certificate
from mxgui.model.der import spki_of
from mxgui.net.limits import (
    CERTIFICATE_LETTERS,
    CERTIFICATE_NAMES,
    CERTIFICATE_USAGES,
    NOTE_LETTERS,
)
from mxgui.net.visible import cut, visible

Fact = TypeVar("Fact")
Other = TypeVar("Other")

# All that reading a part of a hostile certificate can raise
BAD_PART = (
    ValueError,
    TypeError,
    OverflowError,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
_SIGNATURES = {
    oid: name.lower().replace("_", "-")
    for name, oid in vars(SignatureAlgorithmOID).items()
    if isinstance(oid, x509.ObjectIdentifier)
}

_USAGES = {
    oid: name.lower().replace("_", " ")
    for name, oid in vars(ExtendedKeyUsageOID).items()
    if isinstance(oid, x509.ObjectIdentifier)
}


def certificate_of(der: bytes) -> Certificate:
    """Read a certificate; never raises, whatever the bytes are."""
    digest = sha256(der).hexdigest()
    with unwarned():
        try:
            parsed = x509.load_der_x509_certificate(der)
        except BAD_PART as error:
            return Certificate(der, digest, malformed=_word(error))
        return _Reader(parsed).certificate(der, digest)


@contextmanager
def unwarned() -> Iterator[None]:
    """Keep the library from warning of what we tell as facts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class _Reader:
    """Reads the facts of one certificate one by one, and remembers the first that could not be."""

    def __init__(self, parsed: x509.Certificate) -> None:
        self._parsed = parsed
        self._malformed = ""

    def certificate(self, der: bytes, digest: str) -> Certificate:
        """Give all facts that can be read."""
        parsed = self._parsed
        spki = self._read(lambda: spki_of(der), b"")
        read = Certificate(
            der,
            digest,
            subject=self._read(lambda: _plain(parsed.subject.rfc4514_string()), ""),
            issuer=self._read(lambda: _plain(parsed.issuer.rfc4514_string()), ""),
            names=self._read(self._names, ()),
            common_names=self._read(self._common_names, ()),
            not_before=self._moment(lambda: parsed.not_valid_before_utc),
            not_after=self._moment(lambda: parsed.not_valid_after_utc),
            spki_sha256=sha256(spki).hexdigest() if spki else "",
            key=self._read(self._key, ""),
            signature=self._read(self._signature, ""),
            serial=self._read(lambda: _plain(f"{parsed.serial_number:x}"), ""),
            digest=self._digest(),
            authority=self._read(self._authority, False),
            usages=self._read(self._usages, ()),
        )
        return replace(read, malformed=self._malformed)

    def _read(self, fact: Callable[[], Fact], otherwise: Other) -> Fact | Other:
        try:
            return fact()
        except BAD_PART as error:
            self._malformed = self._malformed or _word(error)
            return otherwise

    def _moment(self, fact: Callable[[], datetime]) -> datetime | None:
        return self._read(fact, None)

    def _names(self) -> tuple[str, ...]:
        extensions = self._parsed.extensions
        try:
            names = extensions.get_extension_for_oid(ExtensionOID.SUBJECT_ALTERNATIVE_NAME).value
        except x509.ExtensionNotFound:
            return ()
        if not isinstance(names, x509.SubjectAlternativeName):
            return ()
        written = names.get_values_for_type(x509.DNSName)
        return tuple(_plain(name) for name in written[:CERTIFICATE_NAMES])

    def _common_names(self) -> tuple[str, ...]:
        found = self._parsed.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return tuple(_plain(part.value) for part in found[:CERTIFICATE_NAMES])

    def _key(self) -> str:
        match self._parsed.public_key():
            case ec.EllipticCurvePublicKey() as key:
                return f"EC {key.curve.key_size}"
            case rsa.RSAPublicKey() as key:
                return f"RSA {key.key_size}"
            case dsa.DSAPublicKey() as key:
                return f"DSA {key.key_size}"
            case ed25519.Ed25519PublicKey():
                return "Ed25519"
            case ed448.Ed448PublicKey():
                return "Ed448"
            case key:
                return type(key).__name__

    def _signature(self) -> str:
        oid = self._parsed.signature_algorithm_oid
        return _SIGNATURES.get(oid, oid.dotted_string)

    def _digest(self) -> str:
        """Give the hash under the signature; none where it is part of the signature, or unknown."""
        try:
            digest = self._parsed.signature_hash_algorithm
        except BAD_PART:  # an algorithm that is new to the library, and no fault of its own
            return ""
        return digest.name if digest is not None else ""

    def _authority(self) -> bool:
        try:
            constraints = self._parsed.extensions.get_extension_for_class(x509.BasicConstraints)
        except x509.ExtensionNotFound:
            return False
        return constraints.value.ca

    def _usages(self) -> tuple[str, ...]:
        try:
            usages = self._parsed.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
        except x509.ExtensionNotFound:
            return ()
        return tuple(_USAGES.get(one, one.dotted_string) for one in usages.value)[
            :CERTIFICATE_USAGES
        ]


def _plain(text: str | bytes) -> str:
    return cut(visible(text), CERTIFICATE_LETTERS)


def _word(error: Exception) -> str:
    return cut(visible(str(error)) or type(error).__name__, NOTE_LETTERS)
