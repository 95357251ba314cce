"""OpenSSL's own test server behind an SMTP greeting: versions and ciphers of twenty years ago."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from mxgui.model.smtp import Probe
from tests.servers.minting import a_leaf, an_rsa_key
from tests.servers.probing import knock
from tests.servers.smtp_acts import GO_AHEAD, encrypting
from tests.servers.smtp_server import LOOPBACK, Peer, SmtpServer

REPLIES = {"EHLO": b"250 old.example.org\r\n", "QUIT": b"221 Bye\r\n"}


async def probe_of(folder: Path, options: Sequence[str]) -> Probe:
    """Probe a mail host whose TLS is spoken by `openssl s_server` with these options."""
    async with _s_server(folder, options) as port:

        async def go_on(peer: Peer) -> None:
            await peer.say(GO_AHEAD)
            await peer.relay(port)

        async with SmtpServer(encrypting(STARTTLS=go_on)) as host:
            return await knock(host.port)


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
                break
        async with asyncio.TaskGroup() as group:
            speaking = group.create_task(_speak(process))
            yield int(found[1])
            speaking.cancel()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def _speak(process: asyncio.subprocess.Process) -> None:
    """Reply to what it prints of the conversation: what it is given to read, it sends."""
    assert process.stdout is not None
    assert process.stdin is not None
    while line := await process.stdout.readline():
        reply = REPLIES.get(line[:4].decode(errors="replace"))
        if reply is not None:
            process.stdin.write(reply)
            await process.stdin.drain()
