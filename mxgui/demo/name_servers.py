"""The name servers of the demo network: where each stands, and how it behaves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Manner(Enum):
    """How a name server answers."""

    GOOD = "good"
    STALE = "stale"  # with the zone before its last change
    LAME = "lame"  # it knows nothing of the zone, and refuses
    MUTE = "mute"  # never


@dataclass(frozen=True, slots=True)
class NameServerHost:
    """One name server; `glue` is the address that parents give for it, its own unless told."""

    name: str
    addresses: tuple[str, ...]
    manner: Manner = Manner.GOOD
    glue: tuple[str, ...] = ()

    @property
    def known_to_parents(self) -> tuple[str, ...]:
        """The addresses that a referral gives."""
        return self.glue or self.addresses


ROOT_SERVERS = ("a.root.demo.example", "b.root.demo.example")
TOP_SERVERS = ("a.nic.example", "b.nic.example")
ARPA_SERVERS = ROOT_SERVERS

NAME_SERVERS = (
    NameServerHost("a.root.demo.example", ("203.0.113.201",)),
    NameServerHost("b.root.demo.example", ("203.0.113.202",)),
    NameServerHost("a.nic.example", ("203.0.113.203",)),
    NameServerHost("b.nic.example", ("203.0.113.204", "2001:db8:53::4")),
    NameServerHost("ns1.demo.example", ("203.0.113.211", "2001:db8:53::11")),
    NameServerHost("ns2.demo.example", ("198.51.100.212", "2001:db8:54::12")),
    NameServerHost("ns3.demo.example", ("203.0.113.213",)),
    NameServerHost("ns2.two-answers.example", ("198.51.100.214",), Manner.STALE),
    NameServerHost("ns2.lame-server.example", ("198.51.100.215",), Manner.LAME),
    NameServerHost("ns2.mute-server.example", ("198.51.100.216",), Manner.MUTE),
    NameServerHost("ns2.wrong-glue.example", ("198.51.100.217",), glue=("198.51.100.218",)),
)
OLD_ADDRESSES = ("198.51.100.218",)  # nothing answers there any more
