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
    certificate and of its SubjectPublicKeyInfo. `digest` is the hash under the signature, as in
    `sha256`; empty if it is none of its own, or not known. `authority` tells whether it says that
    it is one (RFC 5280, section 4.2.1.9), `usages` are its extended key usages, as in `server
    auth`. A certificate that cannot be parsed has a `malformed` note and `sha256`, and no more.
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
    digest: str = ""
    authority: bool = False
    usages: tuple[str, ...] = ()

    @property
    def key_kind(self) -> str:
        """The kind of its key, as in `RSA`."""
        return self.key.partition(" ")[0]

    @property
    def key_bits(self) -> int | None:
        """The size of its key; None for kinds that have but one."""
        size = self.key.partition(" ")[2]
        return int(size) if size.isascii() and size.isdigit() else None

    @property
    def is_self_issued(self) -> bool:
        """Whether it names itself as its issuer; a root does."""
        return bool(self.subject) and self.subject == self.issuer


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
