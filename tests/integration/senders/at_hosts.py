"""What stands on the far side of the senders: a resolver of fixed order, and every mail host.

`python -m tests.integration.senders.at_hosts`, inside the laboratory. It says `ready` once all of
it listens, and serves until it is ended.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack

from mxgui.routing.sending.behaviour import Behaviour
from tests.integration.senders.facts import table_of
from tests.integration.senders.record_set import LOOPBACK, SENDER, SENDER_IPV6
from tests.integration.senders.shelf import SETS
from tests.servers.dns_server import DnsServer
from tests.servers.smtp_acts import EHLO, EHLO_STARTTLS, GO_AHEAD, PLAIN, silence, then
from tests.servers.smtp_server import Peer, Says, SmtpServer

RESOLVER = "192.0.2.253"
NO_ADDRESS_OF_THE_FAR_SIDE = {LOOPBACK, SENDER, SENDER_IPV6}
TAKES: Mapping[str, Says] = {
    **PLAIN,
    "EHLO": EHLO,
    "MAIL": b"250 2.1.0 ok\r\n",
    "RCPT": b"250 2.1.5 ok\r\n",
    "RSET": b"250 2.0.0 ok\r\n",
}


def says(behaviour: Behaviour) -> Mapping[str, Says] | None:
    """What a mail host of that kind says; None where nobody listens."""
    changed: dict[Behaviour, Mapping[str, Says]] = {
        Behaviour.TAKES: {"DATA": _take},
        Behaviour.MUTE: {"greeting": silence},
        Behaviour.CLOSED: {"greeting": _close},
        Behaviour.DEFERS: {"greeting": then(b"421 4.3.2 come back later\r\n", _close)},
        Behaviour.REJECTS: {"greeting": then(b"554 5.7.1 no mail for you\r\n", _linger)},
        Behaviour.EHLO_FAILS: {"EHLO": b"550 5.7.1 no\r\n", "HELO": b"550 5.7.1 no\r\n"},
        Behaviour.TLS_BROKEN: {
            "EHLO": EHLO_STARTTLS,
            "STARTTLS": then(GO_AHEAD, _break_off),
            "DATA": _take,
        },
        Behaviour.RCPT_DEFERS: {"RCPT": b"450 4.2.0 not now\r\n"},
        Behaviour.RCPT_REJECTS: {"RCPT": b"550 5.1.1 nobody here\r\n"},
    }
    return {**TAKES, **changed[behaviour]} if behaviour in changed else None


async def _take(peer: Peer) -> None:
    await peer.say(b"354 go on\r\n")
    while await peer.hear() != ".":
        pass
    await peer.say(b"250 2.0.0 taken\r\n")


async def _break_off(peer: Peer) -> None:
    """Hear the first bytes of the handshake, and answer with an alert: handshake_failure."""
    await peer.take()
    await peer.say(b"\x15\x03\x03\x00\x02\x02\x28")
    peer.close()


async def _close(peer: Peer) -> None:
    peer.close()


async def _linger(peer: Peer) -> None:
    """Refuse whatever comes until the client goes."""
    while line := await peer.hear():
        if line.upper() == "QUIT":
            await peer.say(b"221 2.0.0 bye\r\n")
            peer.close()
            return
        await peer.say(b"503 5.5.1 no mail for you\r\n")


class FixedServer(DnsServer):
    """A resolver that answers the same question with the same bytes, and so without delay."""

    def __init__(self) -> None:
        super().__init__(table_of(SETS), port=53, at=RESOLVER)
        self._known: dict[bytes, tuple[float, list[bytes] | None]] = {}

    def replies(self, wire: bytes, transport: str) -> tuple[float, list[bytes] | None]:
        """Take a query; give what was given before, with the query's own number."""
        known = self._known.get(wire[2:])
        if known is None:
            known = self._known[wire[2:]] = super().replies(wire, transport)
        delay, wires = known
        return delay, wires and [wire[:2] + one[2:] for one in wires]


async def serve() -> None:
    """Serve all of it until the process is ended."""
    listening: dict[str, Behaviour] = {}
    for records in SETS:
        for places in records.places.values():
            listening |= {place.address: place.behaviour for place in places}
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(FixedServer())
        for address, behaviour in listening.items():
            table = says(behaviour)
            if table is not None and address not in NO_ADDRESS_OF_THE_FAR_SIDE:
                await stack.enter_async_context(SmtpServer(table, at=(address, 25)))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
