"""Peers that mean well: they warm the libraries up, and show what an honest inspection takes."""

from __future__ import annotations

from tests.hostile.peer import Peer, Waits
from tests.hostile.stage import WITH_POLICY, Stage

PEERS = (
    Peer(
        "a host that means well",
        Stage(WITH_POLICY),
        {"verdict": "flows", "outcome": "greeted", "starttls": "verified", "problems": []},
        waits=Waits(fetches=1),
    ),
)
