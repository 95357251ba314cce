"""Peers that mean well: they warm the libraries up, and show what an honest inspection takes."""

from __future__ import annotations

from tests.hostile.peer import Peer, Waits
from tests.hostile.stage import WITH_POLICY, Stage
from tests.hostile.world import server

PEERS = (
    Peer(
        "a host that means well",
        Stage(WITH_POLICY),
        {"verdict": "flows", "outcome": "greeted", "starttls": "verified", "problems": []},
        waits=Waits(fetches=1),
    ),
    Peer(
        "a signed domain that means well",
        Stage(resolver=server()),
        {"verdict": "flows", "mx_dnssec": "secure", "a_dnssec": "secure", "dane": "match"},
        ("DANE-MATCH",),
    ),
)
