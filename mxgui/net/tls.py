"""The TLS side of a probe: as lenient as a sender is, so that everything can be seen and told.

Senders encrypt if they can and look at no certificate (RFC 7435), also with hosts of twenty years
ago; a stricter probe would call hosts broken that get their mail. What was agreed, and the chain,
are kept as facts; whether they are good is judged later from these.
"""

from __future__ import annotations

import re
import ssl
from _ssl import ENCODING_DER
from functools import cache

from mxgui.model.certificate import Tls
from mxgui.net.certificate import certificate_of
from mxgui.net.limits import CHAIN_CERTIFICATES

_LEGACY_SERVER_CONNECT = 0x4  # SSL_OP_LEGACY_SERVER_CONNECT; Python 3.12 and later name it
_HOST_NAME = re.compile(r"(?=.*[a-z])(?!.{254})[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\Z")


@cache
def lenient_context() -> ssl.SSLContext:
    """Give a context that agrees to what senders agree to: old versions and ciphers, any chain.

    That is TLS 1.0 and later; SSL 3 stays out, as ssl keeps it out by itself. Sessions are never
    taken up again by it, so that one serves for all.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.options |= _LEGACY_SERVER_CONNECT
    return context


def sni_of(host: str) -> str | None:
    """Give the name to ask for (RFC 6066, section 3); None for an address or what is no name."""
    name = host.lower().removesuffix(".")
    return name if _HOST_NAME.match(name) else None


def tls_of(session: ssl.SSLObject, sni: str | None, *, injected: bool) -> Tls:
    """Give the facts of a session whose handshake is done."""
    cipher = session.cipher()
    chain = tuple(certificate_of(der) for der in _chain_of(session)[:CHAIN_CERTIFICATES])
    return Tls(session.version() or "", cipher[0] if cipher else "", sni or "", injected, chain)


def _chain_of(session: ssl.SSLObject) -> tuple[bytes, ...]:
    """Give the chain as the server sent it, leaf first, in DER; empty if it sent none."""
    # Public from Python 3.13 on; before, the inner object has it, with certificates of its own.
    public = hasattr(session, "get_unverified_chain")
    holder = session if public else getattr(session, "_sslobj", None)
    read = getattr(holder, "get_unverified_chain", None)
    if read is None:
        leaf = session.getpeercert(binary_form=True)
        return (leaf,) if leaf else ()
    return tuple(
        one if isinstance(one, bytes) else one.public_bytes(ENCODING_DER) for one in read() or ()
    )
