"""One set of records for the laboratory of senders, and what stands behind its addresses.

A set is written in words. `mx` is `10 a, 20 b` in the answer's order, its names short: `a` of the
set `single` is `a.single.test`, `.` and addresses stand for themselves, `lit` is an address of the
set as a name, `me` the sender's own name. `hosts` gives each name what it has, in words: `4` and
`6` are an address, each a new one, with what stands there behind a colon (`refused` if nothing);
`4@2` is the second address of the set, `own` the sender's own, `loop` is 127.0.0.1; `nodata`,
`servfail` and `servfail6` (AAAA alone) are answers; `alias=b` is a CNAME. A name without words does
not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address

from mxgui.routing.sending.behaviour import Behaviour

SENDER = "192.0.2.254"
SENDER_IPV6 = "2001:db8::fe"
SENDER_NAME = "sender.test"
LOOPBACK = "127.0.0.1"
OWN = {"own": (SENDER,), "loop": (LOOPBACK,)}
SPECIAL = {SENDER_NAME: (SENDER, SENDER_IPV6), "localhost": (LOOPBACK,)}  # names outside the set
NETWORKS = ("192.0.2", "198.51.100", "203.0.113")  # RFC 5737; each for 30 sets of eight addresses


@dataclass(frozen=True, slots=True)
class Place:
    """One address and what it does to a sender."""

    address: str
    behaviour: Behaviour = Behaviour.REFUSED


@dataclass(frozen=True, eq=False, slots=True)
class RecordSet:
    """A domain, `NAME.test`, with its MX records and hosts; `number` gives it its addresses.

    `mx` is also `servfail` or `nxdomain`, or empty for NODATA. With `under` the domain is an alias
    of that name, which has the MX records. `knows` is what a sender finds itself by in the list:
    `name`, `address` or, for a name with its address, both.
    """

    name: str
    number: int
    about: str
    mx: str
    hosts: Mapping[str, str] = field(default_factory=dict)
    under: str = ""
    knows: tuple[str, ...] = ()

    @property
    def domain(self) -> str:
        """The domain of the recipient."""
        return f"{self.name}.test"

    @property
    def owner(self) -> str:
        """Whose the MX records are."""
        return self.whole(self.under) if self.under else self.domain

    def whole(self, short: str) -> str:
        """Give the whole name of a host, without a dot at its end."""
        if short in (".", "localhost"):
            return short
        if short == "me":
            return SENDER_NAME
        if short == "lit":
            return self._address("4", 8)
        return self.domain if short == "@" else f"{short}.{self.domain}"

    @property
    def records(self) -> tuple[tuple[int, str], ...]:
        """Preference and whole name of each MX record, in the answer's order."""
        if self.mx in ("", "servfail", "nxdomain"):
            return ()
        pairs = (part.split() for part in self.mx.split(","))
        return tuple((int(preference), self.whole(short)) for preference, short in pairs)

    @property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """The addresses of each host by its whole name, those behind aliases too."""
        found: dict[str, tuple[Place, ...]] = {}
        counted = 0
        for short, words in self.hosts.items():
            here = []
            for word in words.split():
                if word[0] in "46" or word in OWN:
                    counted += word[0] in "46" and "@" not in word
                    here += _places(self, word, counted)
            found[self.whole(short)] = tuple(here)
        for _, name in self.records:
            if name in SPECIAL:
                found[name] = tuple(map(Place, SPECIAL[name]))
            elif name == self.whole("lit"):
                found[name] = (Place(name),)
        return found

    @property
    def aliases(self) -> Mapping[str, str]:
        """The names that are aliases, and of what."""
        pairs = ((short, words.partition("alias=")[2]) for short, words in self.hosts.items())
        return {self.whole(short): self.whole(target) for short, target in pairs if target}

    def answers(self, word: str) -> frozenset[str]:
        """Give the names whose words have this one: `nodata`, `servfail`, `servfail6`."""
        return frozenset(
            self.whole(short) for short, words in self.hosts.items() if word in words.split()
        )

    def _address(self, family: str, count: int) -> str:
        if family == "6":
            return str(ip_address(f"2001:db8::{self.number:x}:{count:x}"))
        return f"{NETWORKS[self.number // 30]}.{self.number % 30 * 8 + count}"


def _places(records: RecordSet, word: str, counted: int) -> list[Place]:
    if word in OWN:
        return [Place(address) for address in OWN[word]]
    address, _, does = word.partition(":")
    family, _, shared = address.partition("@")
    count = int(shared) if shared else counted
    behaviour = Behaviour(does) if does else Behaviour.REFUSED
    return [Place(records._address(family, count), behaviour)]  # noqa: SLF001 - its own kind
