"""What OpenSSL's own client says of TLSA records and a chain, asked over SMTP on loopback."""

from __future__ import annotations

import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mxgui.routing.dane_steps import Verdict
from tests.dane_cases import DaneCase
from tests.dane_shelf import HOST
from tests.integration.saying import said_by
from tests.servers.pki import Issued
from tests.servers.smtp_acts import encrypting
from tests.servers.smtp_server import LOOPBACK, SmtpServer

# DANE-EE is not to look at names (RFC 7672, 3.1.1); this client does unless it is told.
OPTIONS = ("-brief", "-dane_ee_no_namechecks", "-no-CAfile", "-no-CApath", "-no-CAstore")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a tool made of a case, and its own words for it."""

    verdict: Verdict
    words: str


async def ask_openssl(case: DaneCase, folder: Path) -> Opinion:
    """Let the client connect to a server that shows the chain of the case."""
    async with SmtpServer(encrypting(), context_of(case.chain, folder)) as server:
        said = await said_by(
            "openssl", "s_client", "-starttls", "smtp", *OPTIONS,
            "-connect", f"{LOOPBACK}:{server.port}", "-dane_tlsa_domain", HOST,
            *(word for record in case.tlsa for word in ("-dane_tlsa_rrdata", str(record))),
        )  # fmt: skip
    return _opinion(said)


def context_of(chain: Sequence[Issued], folder: Path) -> ssl.SSLContext:
    """The context of a server that shows the chain as it is, leaf first."""
    file = folder / "chain.pem"
    file.write_bytes(chain[0].key_pem + b"".join(one.pem for one in chain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def _opinion(said: str) -> Opinion:
    if "Failed to import any TLSA records" in said or "allocate 0 bytes" in said:
        return Opinion(
            Verdict.UNUSABLE, "no usable record"
        )  # of one without data it says the latter
    told = re.search(r"^Verification(?: error)?: (.+)$", said, re.MULTILINE)
    if told is None:
        raise ValueError(said)
    return Opinion(Verdict.MATCH if told[1] == "OK" else Verdict.MISMATCH, told[1])
