"""Whom to believe when a resolver, or the host of a policy, shows its certificate."""

from __future__ import annotations

import ssl
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import certifi

# Where systems keep their store, in case OpenSSL was built elsewhere, as in a frozen program:
# Debian and its kin, Fedora and its kin, openSUSE, Alpine and BSD, macOS.
BUNDLES = (
    Path("/etc/ssl/certs/ca-certificates.crt"),
    Path("/etc/pki/tls/certs/ca-bundle.crt"),
    Path("/etc/ssl/ca-bundle.pem"),
    Path("/etc/ssl/cert.pem"),
)


def system_trust(platform: str = sys.platform) -> ssl.SSLContext:
    """Give a context that verifies names and certificates by the system's store.

    SSL_CERT_FILE and SSL_CERT_DIR are obeyed, as by every program that uses OpenSSL. Where there is
    no store at all, certifi's list stands in. On Windows it stands beside the store, which holds
    an authority only once Windows has needed it.
    """
    context = ssl.create_default_context()
    if platform == "win32" or not _has_store(context):
        context.load_verify_locations(bundle())
    return context


@lru_cache(maxsize=4)
def verifying_context(
    extra_roots: tuple[bytes, ...] = (), *, system: bool = True
) -> ssl.SSLContext:
    """Give the context for a policy host: the system's authorities, and these as well, in DER.

    Made once, as reading them takes 15 ms and more. Without `system` these stand alone. One that
    cannot be read is left out. Names count as DNS-IDs
    alone, never as a common name (RFC 8461, section 3.3).
    """
    context = system_trust() if system else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.hostname_checks_common_name = False
    context.set_alpn_protocols(["http/1.1"])
    for der in extra_roots:
        with suppress(ssl.SSLError, ValueError):
            context.load_verify_locations(cadata=der)
    return context


def bundle(candidates: Sequence[Path] = BUNDLES) -> str:
    """Give the file with the system's authorities, certifi's if there is none."""
    return next((str(path) for path in candidates if path.is_file()), certifi.where())


def _has_store(context: ssl.SSLContext) -> bool:
    """Tell whether OpenSSL finds authorities by itself; those in a folder it reads when needed."""
    folder = ssl.get_default_verify_paths().capath
    return bool(context.cert_store_stats()["x509_ca"]) or (
        folder is not None and any(Path(folder).iterdir())
    )
