"""A client for the demo's mail hosts, just enough to ask them things."""

import asyncio
import ssl
from dataclasses import dataclass


@dataclass
class Client:
    """One connection; `say` sends a line and gives the whole reply."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def reply(self) -> list[str]:
        """Read one whole reply, line by line."""
        lines = []
        while True:
            line = (await self.reader.readline()).decode("utf-8", "replace").rstrip("\r\n")
            lines.append(line)
            if line[3:4] != "-":
                return lines

    async def say(self, line: str) -> list[str]:
        """Send a command and read its reply."""
        self.writer.write(f"{line}\r\n".encode())
        return await self.reply()

    async def code(self, line: str) -> str:
        """Send a command and give the code of its reply."""
        return (await self.say(line))[-1][:3]

    async def encrypt(self, name: str | None = None) -> None:
        """Take the TLS handshake, asking for that name, whatever certificate is shown."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        await self.writer.start_tls(context, server_hostname=name)

    def close(self) -> None:
        """Close the connection."""
        self.writer.close()


async def ending(reader: asyncio.StreamReader) -> bytes:
    """What is still said before the connection ends; a reset says nothing."""
    try:
        return await reader.read()
    except ConnectionError:
        return b""
