"""The data of TLSA records in the demo: pins of certificates that its hosts show, or do not.

In the tables the last field of a record says what it is of: `own` the certificate of the host that
the record stands for, `issuer` the intermediate authority, `root` the authority itself; `next` and
`other` are pins of keys that no host shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mxgui.demo.hosts import DemoHost

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from mxgui.demo.certificates import Authority

SMTP_PORT = 25
PREFIX = f"_{SMTP_PORT}._tcp."  # of TLSA owner names (RFC 6698, section 3)
_DIGESTS = {"1": hashlib.sha256, "2": hashlib.sha512}


@dataclass(slots=True)
class Pins:
    """Writes TLSA records of these hosts, whose certificates the authority makes."""

    authority: Authority
    hosts: Iterable[DemoHost]

    def write(self, owner: str, written: str) -> str:
        """Give the data of a record of that owner, as a master file has it."""
        usage, selector, matching, what = written.split()
        selected = self._selected(owner, selector, what)
        digest = _DIGESTS.get(matching)
        data = digest(selected).hexdigest() if digest else selected.hex()
        return f"{usage} {selector} {matching} {data}"

    def _selected(self, owner: str, selector: str, what: str) -> bytes:
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        certificate = self._certificate(owner, what)
        if certificate is None:
            return f"a key of {owner} that nobody has: {what}".encode()
        if selector == "0":
            return certificate.public_bytes(Encoding.DER)
        return certificate.public_key().public_bytes(
            Encoding.DER, PublicFormat.SubjectPublicKeyInfo
        )

    def _certificate(self, owner: str, what: str) -> Certificate | None:
        match what:
            case "own":
                name = owner.partition("._tcp.")[2]
                host = next(host for host in self.hosts if host.name == name)
                return self.authority.identity_of(name, host.behaviour.papers).certificate
            case "issuer":
                return self.authority.intermediate.certificate
            case "root":
                return self.authority.identity.certificate
            case _:
                return None
