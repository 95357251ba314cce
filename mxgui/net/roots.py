"""The authorities that a chain of certificates may rest on: the system's, and those added by hand.

They are loaded certificate by certificate, so that one which cannot be read costs no other, once in
the life of the program and not before the first chain is checked: about 10 ms for 150 of them.
"""

from __future__ import annotations

import binascii
import os
import re
import ssl
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path

from OpenSSL import crypto

from mxgui.net.limits import BUNDLE_BYTES
from mxgui.net.trust import bundle, verifying_context

NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME; pyOpenSSL has no name for it
_BLOCK = re.compile(
    rb"-----BEGIN (?:X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]+?)-----END (?:X509 )?CERTIFICATE-----"
)
_SERVERS = "1.3.6.1.5.5.7.3.1"  # id-kp-serverAuth, for which Windows may trust a root or not


@dataclass(frozen=True)
class Roots:
    """What is trusted: `extra` certificates in DER beside the system's.

    With `system` false they stand alone.
    """

    extra: tuple[bytes, ...] = ()
    system: bool = True

    def prepare(self) -> Iterator[None]:
        """Read them before a check, or a policy host, has to wait: in steps of 10 and 20 ms."""
        _ = self._certificates
        yield
        verifying_context(self.extra, system=self.system)
        yield

    def at(self, moment: datetime) -> crypto.X509Store:
        """Give a store that looks at dates, for one moment: OpenSSL sets it once for a store."""
        store = self._store()
        store.set_time(moment)
        return store

    @cached_property
    def timeless(self) -> crypto.X509Store:
        """The store that looks at no dates, so that other faults can be seen."""
        store = self._store()
        store.set_flags(NO_CHECK_TIME)
        return store

    @cached_property
    def _certificates(self) -> tuple[crypto.X509, ...]:
        known = _system_certificates() if self.system else ()
        return (*known, *_loaded(self.extra))

    def _store(self) -> crypto.X509Store:
        store = crypto.X509Store()
        for certificate in self._certificates:
            store.add_cert(certificate)
        return store


def certificates_in(pem: bytes) -> tuple[bytes, ...]:
    """Give the certificates of a PEM file in DER; what is none is left out."""
    return tuple(der for der in _blocks(pem) if loaded(der) is not None)


def loaded(der: bytes) -> crypto.X509 | None:
    """Give a certificate as OpenSSL reads it; None if it cannot."""
    try:
        return crypto.load_certificate(crypto.FILETYPE_ASN1, der)
    except (crypto.Error, ValueError, TypeError):
        return None


def system_bundle() -> Path:
    """Give the file of the system's authorities; SSL_CERT_FILE wins, as with OpenSSL itself."""
    named = os.environ.get(ssl.get_default_verify_paths().openssl_cafile_env)
    return Path(named) if named and Path(named).is_file() else Path(bundle())


@cache
def _system_certificates() -> tuple[crypto.X509, ...]:
    return tuple(_loaded(system_ders(_of_windows())))


def system_ders(of_windows: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Give the system's authorities in DER: those of Windows, if any, and those of the bundle.

    Windows fetches an authority when it first needs it, so its store alone lacks many that it does
    trust: certifi's list, which is the bundle there, stands beside it.
    """
    return tuple(dict.fromkeys((*of_windows, *_in_file(system_bundle()))))


def _loaded(ders: tuple[bytes, ...]) -> Iterator[crypto.X509]:
    found = (loaded(der) for der in ders)
    return (certificate for certificate in found if certificate is not None)


def _in_file(file: Path) -> tuple[bytes, ...]:
    try:
        with file.open("rb") as opened:
            return tuple(_blocks(opened.read(BUNDLE_BYTES)))
    except OSError:
        return ()


def _blocks(pem: bytes) -> Iterator[bytes]:
    for block in _BLOCK.finditer(pem):
        try:
            yield binascii.a2b_base64(block[1])
        except binascii.Error:
            continue


def _of_windows() -> tuple[bytes, ...]:
    """Give what the store of Windows trusts for servers; nothing on other systems."""
    if sys.platform == "win32":
        return tuple(
            der
            for store in ("ROOT", "CA")
            for der, encoding, trust in ssl.enum_certificates(store)
            if encoding == "x509_asn" and (trust is True or _SERVERS in trust)
        )
    return ()
