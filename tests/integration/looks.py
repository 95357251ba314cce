"""A look at the laboratory with Python's own means, run inside a room: it prints JSON.

`python -m tests.integration.looks dns NAME TYPE SERVER [tcp]` or `... smtp ADDRESS`.
"""

from __future__ import annotations

import json
import smtplib
import ssl
import sys
from collections.abc import Sequence
from typing import Any

import dns.exception
import dns.flags
import dns.message
import dns.query
import dns.rcode

PATIENCE = 2.0  # seconds for an answer; less than the wait of a host that is meant to be silent


def look_up(name: str, kind: str, server: str, transport: str = "udp") -> dict[str, Any]:
    """What a name server answers to one question."""
    query = dns.message.make_query(name, kind, use_edns=True, payload=1232)
    send = dns.query.tcp if transport == "tcp" else dns.query.udp
    try:
        answer = send(query, server, timeout=PATIENCE)
    except (OSError, dns.exception.Timeout) as error:
        return {"failed": type(error).__name__}
    records = [record.to_text() for rrset in answer.answer for record in rrset]
    return {
        "rcode": dns.rcode.to_text(answer.rcode()),
        "truncated": bool(answer.flags & dns.flags.TC),
        "records": records,
    }


def converse(address: str) -> dict[str, Any]:
    """What a mail server says until TLS stands, or until it ends the conversation."""
    seen: dict[str, Any] = {}
    try:
        with smtplib.SMTP(timeout=PATIENCE) as client:
            seen["greeting"], text = client.connect(address, 25)
            seen["greeting_text"] = text.decode()
            seen["ehlo"] = client.ehlo("sender.example")[0]
            if client.has_extn("starttls"):
                seen["starttls"] = client.docmd("STARTTLS")[0]
                seen["tls"] = _tls_version(client) if seen["starttls"] == 220 else None
    except (OSError, smtplib.SMTPException) as error:
        seen["failed"] = type(error).__name__
    return seen


def _tls_version(client: smtplib.SMTP) -> str | None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.set_ciphers("ALL:@SECLEVEL=0")  # else the version alone does not let TLS 1.0 in
    assert client.sock is not None
    client.sock = context.wrap_socket(client.sock)
    client.file = None
    return client.sock.version()


def main(argv: Sequence[str]) -> None:
    """Take one look and print it."""
    what, *arguments = argv
    seen = look_up(*arguments) if what == "dns" else converse(*arguments)
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1:])
