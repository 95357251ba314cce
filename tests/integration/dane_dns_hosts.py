"""The mail hosts of the laboratory for DANE and DNS: each takes no message, but says so at MAIL.

`python -m tests.integration.dane_dns_hosts FOLDER`, inside the laboratory; `ADDRESS.pem` in the
folder has the chain of each that encrypts.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests.integration.dane_dns_cases import PLAIN_TEXT
from tests.servers.smtp_acts import PLAIN, encrypting
from tests.servers.smtp_server import SmtpServer

LATER = b"450 4.3.2 This host takes no mail today\r\n"
WELL = b"250 2.0.0 Well\r\n"


async def serve(files: Sequence[Path]) -> None:
    """Serve all of them until the process is ended."""
    async with AsyncExitStack() as stack:
        plain = SmtpServer({**PLAIN, "MAIL": LATER, "RSET": WELL}, at=(PLAIN_TEXT, 25))
        await stack.enter_async_context(plain)
        for file in files:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(file)
            table = encrypting(MAIL=LATER, RSET=WELL)
            await stack.enter_async_context(SmtpServer(table, context, (file.stem, 25)))
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sorted(Path(sys.argv[1]).glob("*.pem"))))
