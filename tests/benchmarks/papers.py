"""The certificates of the world: one for all hosts, by an authority that the near end trusts.

Both ends make them for themselves. The keys are the same in every process, and so is the name of
the authority: that is all by which its certificates are known.
"""

from __future__ import annotations

import hashlib
import ssl
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric import ec

from mxgui.model.der import spki_of
from tests.benchmarks.domains import ALL
from tests.servers.pki import Issued, issue, names
from tests.servers.signing import NOW, WEEK, Zone, key_of

ROOT_KEY = f". IN DNSKEY {key_of(Zone('.'))}"
_BEGINS = NOW - WEEK


@cache
def root() -> Issued:
    """The authority."""
    return issue("mxgui bench root", begins=_BEGINS, authority=True, key=_key("root"))


@cache
def chain() -> tuple[Issued, ...]:
    """What every host shows: its own certificate, and the one between that and the authority."""
    inner = issue("mxgui bench inner", root(), begins=_BEGINS, authority=True, key=_key("inner"))
    every = names(*(f"*.{domain.name}" for domain in ALL))
    leaf = issue("bench", inner, extensions=(every,), begins=_BEGINS, key=_key("leaf"))
    return leaf, inner


def pin() -> str:
    """The TLSA record of every host, as a master file has it (RFC 7672, section 3.1.1)."""
    return f"3 1 1 {hashlib.sha256(spki_of(chain()[0].der)).hexdigest()}"


def server_context() -> ssl.SSLContext:
    """The context of every host."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:  # ssl reads nothing but files
        file = Path(folder) / "host.pem"
        file.write_bytes(chain()[0].key_pem + b"".join(one.pem for one in chain()))
        context.load_cert_chain(file)
    return context


def _key(name: str) -> ec.EllipticCurvePrivateKey:
    digest = hashlib.sha256(name.encode()).digest()
    return ec.derive_private_key(int.from_bytes(digest[:16], "big") + 1, ec.SECP256R1())
