"""The mail hosts of the laboratory for DANE: one for each `PORT.pem` in a folder, with that chain.

`python -m tests.integration.dane_hosts FOLDER`, inside the laboratory.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests.servers.smtp_acts import encrypting
from tests.servers.smtp_server import SmtpServer

ADDRESS = "192.0.2.80"


async def serve(files: Sequence[Path]) -> None:
    """Serve all of them until the process is ended."""
    async with AsyncExitStack() as stack:
        for file in files:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(file)
            server = SmtpServer(encrypting(), context, (ADDRESS, int(file.stem)))
            await stack.enter_async_context(server)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sorted(Path(sys.argv[1]).glob("*.pem"))))
