"""A certificate as a server showed it: bytes, and the facts that were read from them.

Nothing here says whether the certificate is good; that is computed from these facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate of a chain.

    `names` are the DNS names of its subjectAltName; `common_names` those of its subject. `key` is
    kind and size, as in `EC 256`. Digests are lower-case hexadecimal SHA-256, of the whole
    certificate and of its SubjectPublicKeyInfo. A certificate that cannot be parsed has a
    `malformed` note and digest, and nothing else.
    """

    der: bytes
    sha256: str
    subject: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    common_names: tuple[str, ...] = ()
    not_before: datetime | None = None
    not_after: datetime | None = None
    spki_sha256: str = ""
    key: str = ""
    signature: str = ""
    serial: str = ""
    malformed: str = ""


@dataclass(frozen=True, slots=True)
class Tls:
    """A TLS session: what was agreed, and the chain as the server sent it, leaf first.

    `injected` tells that plain bytes came behind the 220 of STARTTLS and before the handshake
    (RFC 3207, section 6): a sender that takes them for protected ones can be fooled.
    """

    version: str
    cipher: str
    sni: str
    injected: bool = False
    chain: tuple[Certificate, ...] = ()
