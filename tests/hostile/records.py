"""Records of TLS 1.2 made by hand (RFC 5246, sections 6 and 7), as no library would send them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from tests.servers.smtp_acts import GO_AHEAD
from tests.servers.smtp_server import Act, Peer

ALERT, HANDSHAKE, DATA = 21, 22, 23
HELLO_REQUEST, SERVER_HELLO, CERTIFICATE = 0, 2, 11
_MOST = 16_384  # bytes of one record
_SUITE = b"\xc0\x2b"  # ECDHE with ECDSA and AES 128 in GCM


def record(kind: int, content: bytes) -> bytes:
    """As many records as it takes."""
    parts = [content[at : at + _MOST] for at in range(0, len(content), _MOST)] or [b""]
    return b"".join(bytes([kind, 3, 3]) + len(part).to_bytes(2) + part for part in parts)


def message(kind: int, content: bytes) -> bytes:
    """One message of the handshake."""
    return bytes([kind]) + len(content).to_bytes(3) + content


def server_hello() -> bytes:
    """The server agrees to TLS 1.2."""
    return message(SERVER_HELLO, b"\3\3" + b"\x5a" * 32 + b"\0" + _SUITE + b"\0")


def certificates(*ders: bytes) -> bytes:
    """The chain as a message; what it holds need be no certificates."""
    chain = b"".join(len(one).to_bytes(3) + one for one in ders)
    return message(CERTIFICATE, len(chain).to_bytes(3) + chain)


def answering(*said: bytes, then: Act | None = None) -> Act:
    """Take STARTTLS, hear the first message of TLS, and say these bytes; then close, or do that."""

    async def act(peer: Peer) -> None:
        await peer.say(GO_AHEAD)
        await peer.take()
        for part in said:
            await peer.say(part)
        if then is not None:
            await then(peer)
        else:
            peer.close()

    return act


def showing(*ders: bytes) -> Act:
    """Agree to TLS 1.2 and show this chain."""
    hello = record(HANDSHAKE, server_hello())
    return answering(hello + record(HANDSHAKE, certificates(*ders)), then=wait)


def for_ever(part: bytes) -> Act:
    """Take STARTTLS, hear the first message of TLS, and say the same without end."""
    return answering(then=_saying(part for _ in iter(int, 1)))


def _saying(parts: Iterable[bytes]) -> Callable[[Peer], Coroutine[Any, Any, None]]:
    async def act(peer: Peer) -> None:
        for part in parts:
            await peer.say(part)

    return act


async def wait(peer: Peer) -> None:
    """Wait until the client goes."""
    await peer.stay()
