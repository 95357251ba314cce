"""OpenSSL's own test server behind an SMTP greeting: versions and ciphers of twenty years ago."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from mxgui.model.plan import Patience
from mxgui.model.smtp import Probe
from tests.servers.minting import a_leaf, an_rsa_key
from tests.servers.probing import knock
from tests.servers.smtp_acts import GO_AHEAD, encrypting
from tests.servers.smtp_server import LOOPBACK, Peer, SmtpServer

# It answers no EHLO under TLS, and that is not what is looked at.
UP_TO_TLS = Patience(10, 10, 1.5)


async def probe_of(folder: Path, options: Sequence[str]) -> Probe:
    """Probe a mail host whose TLS is spoken by `openssl s_server` with these options."""
    async with _s_server(folder, options) as port:

        async def go_on(peer: Peer) -> None:
            await peer.say(GO_AHEAD)
            await peer.relay(port)

        async with SmtpServer(encrypting(STARTTLS=go_on)) as host:
            return await knock(host.port, UP_TO_TLS)


@asynccontextmanager
async def _s_server(folder: Path, options: Sequence[str]) -> AsyncIterator[int]:
    minted = a_leaf(key=an_rsa_key())
    file = folder / "server.pem"
    file.write_bytes(minted.key_pem + minted.pem)
    process = await asyncio.create_subprocess_exec(
        "openssl", "s_server", "-accept", f"{LOOPBACK}:0", "-cert", str(file), *options,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        while True:
            line = (await process.stdout.readline()).decode()
            assert line, "it ended without a port"
            found = re.match(r"ACCEPT .*:(\d+)$", line.strip())
            if found:
                yield int(found[1])
                return
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
