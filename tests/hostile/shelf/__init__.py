"""The shelf of hostile peers, by what they speak."""

from __future__ import annotations

from functools import cache

from tests.hostile.peer import Peer
from tests.hostile.shelf.certificates import PEERS as CERTIFICATES
from tests.hostile.shelf.dane import PEERS as DANE
from tests.hostile.shelf.dns import PEERS as DNS
from tests.hostile.shelf.dnssec import PEERS as DNSSEC
from tests.hostile.shelf.honest import PEERS as HONEST
from tests.hostile.shelf.https import PEERS as HTTPS
from tests.hostile.shelf.name_servers import PEERS as NAME_SERVERS
from tests.hostile.shelf.smtp import PEERS as SMTP
from tests.hostile.shelf.socks import PEERS as SOCKS
from tests.hostile.shelf.tls import PEERS as TLS

SHELVES = {
    "smtp": SMTP,
    "tls": TLS,
    "certificates": CERTIFICATES,
    "dns": DNS,
    "dnssec": DNSSEC,
    "dane": DANE,
    "https": HTTPS,
    "socks": SOCKS,
    "name servers": NAME_SERVERS,
}
PEERS: tuple[Peer, ...] = tuple(peer for shelf in SHELVES.values() for peer in shelf)

__all__ = ["HONEST", "PEERS", "SHELVES", "named"]


def named(name: str) -> Peer:
    """Give the peer of that name."""
    return _by_name()[name]


@cache
def _by_name() -> dict[str, Peer]:
    return {peer.name: peer for peer in (*HONEST, *PEERS)}
