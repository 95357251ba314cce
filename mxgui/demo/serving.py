"""The demo's mail hosts on real loopback addresses, so that other programs can be tried on them.

Linux and Windows let each host have an address of its own out of 127.0.0.0/8 (RFC 1122, section
3.2.1.3). Other systems have 127.0.0.1 alone: one polite host then stands for all of them. IPv6 has
one loopback address everywhere, which goes to one host.
"""

from __future__ import annotations

import errno
import socket
import sys
from dataclasses import dataclass

from mxgui.demo.contexts import Contexts
from mxgui.demo.conversations import LOOPBACK, Conversations
from mxgui.demo.dialer import Door
from mxgui.demo.domains import HOSTS
from mxgui.demo.hosts import DemoAddress, DemoHost, Fate
from mxgui.demo.mail_hosts import Doors, MailHosts
from mxgui.demo.policy_server import PolicyHosts, policy_hosts
from mxgui.model.text import Text, text

SERVED_PORT = 2525  # often used for SMTP where 25 needs rights
SERVED_WEB_PORT = 8443  # often used for HTTPS where 443 needs rights
LOOPBACK_6 = "::1"
SERVED_6 = "2001:db8:1::73"  # the one IPv6 address that stands behind ::1
EVERYBODY = DemoHost("demo.example", ())
DROPS_WHEN_FULL = sys.platform == "linux"  # a full queue refuses elsewhere


@dataclass(frozen=True, slots=True)
class Places:
    """Which real loopback address stands for an address of the demo, on this system."""

    own: bool  # each host has an IPv4 address of its own
    ipv6: bool  # ::1 can be had

    def of(self, address: str) -> str | None:
        """Give the loopback address; None where there is none to be had."""
        if ":" in address:
            return LOOPBACK_6 if self.ipv6 and address == SERVED_6 else None
        return loopback_of(address) if self.own else LOOPBACK

    @property
    def notes(self) -> tuple[Text, ...]:
        """What is not as in the demo itself, for the person who tries it."""
        notes = []
        if not self.own:
            notes.append(
                text(
                    "This system has {loopback} alone: one polite host stands there for all, "
                    "so dead, slow and odd hosts cannot be told apart.",
                    loopback=LOOPBACK,
                )
            )
        elif not DROPS_WHEN_FULL:
            notes.append(text("Addresses where nothing should answer refuse on this system."))
        if self.ipv6:
            notes.append(text("IPv6 has one loopback address: it stands for mx.ipv6-only.example."))
        else:
            notes.append(text("This system has no IPv6 loopback address: IPv6 is left out."))
        return tuple(notes)


def loopback_of(address: str) -> str:
    """Turn an IPv4 address into one of 127.0.0.0/8: the second byte makes way."""
    first, _, third, fourth = address.split(".")
    return f"127.{first}.{third}.{fourth}"


def find_places() -> Places:
    """Find out which loopback addresses this system lets a program have."""
    return Places(own=_can_have("127.192.2.11"), ipv6=_can_have(LOOPBACK_6))


@dataclass(frozen=True, slots=True)
class Stand:
    """One listener to be: who stands where, as at which of its addresses."""

    host: DemoHost
    known: DemoAddress
    address: str

    @property
    def fate(self) -> Fate:
        """What is met there."""
        return self.known.fate


def stands_at(places: Places) -> tuple[Stand, ...]:
    """Give who stands at each loopback address; where two would, the first."""
    stands: dict[str, Stand] = {}
    for host in HOSTS:
        for known in host.addresses:
            place = places.of(known.address)
            if place is not None:
                stands.setdefault(place, _stand(host, known, place))
    return tuple(stands.values())


async def serve(mail: MailHosts, places: Places, port: int) -> Doors:
    """Open every listener on that port.

    Raises OSError if the port is taken at any of the addresses, with some listeners open.
    """
    doors = {}
    for stand in stands_at(places):
        if stand.fate is Fate.LISTENS:
            await mail.listen(stand.host, stand.known, stand.address, port)
        elif stand.fate is Fate.MUTE and DROPS_WHEN_FULL:
            mail.conversations.fall_mute(stand.address, port)
        # nothing listens at the others, and the system itself refuses
        doors[stand.address] = Door(Fate.LISTENS, stand.address, port)
    return doors


async def serve_policies(policies: PolicyHosts, places: Places, port: int) -> Doors:
    """Open a listener on that port for every policy host; as `serve` does.

    Where a system has one loopback address, the first host stands there for all.
    """
    doors: dict[str, Door] = {}
    for _, host, known in policy_hosts():
        place = places.of(known.address)
        if place is not None and place not in doors:
            if known.fate is Fate.LISTENS:
                await policies.listen(host, place, port)
            doors[place] = Door(Fate.LISTENS, place, port)
    return doors


@dataclass(frozen=True, slots=True)
class Served:
    """What was opened, and at which ports."""

    conversations: Conversations
    doors: Doors
    port: int
    web_doors: Doors
    web_port: int


async def serve_somewhere(contexts: Contexts, places: Places, port: int) -> Served:
    """Serve on that port, or if it is taken on another; policies on another one still.

    Raises OSError if no port could be had.
    """
    tried = (port, *(_free_port() for _ in range(5)))
    for candidate in tried:
        conversations = Conversations()
        web_port = SERVED_WEB_PORT if candidate == port else _free_port()
        try:
            doors = await serve(MailHosts(conversations, contexts), places, candidate)
            policies = PolicyHosts.with_papers(conversations, contexts)
            web_doors = await serve_policies(policies, places, web_port)
        except OSError as error:
            await conversations.close()
            last = error
        else:
            return Served(conversations, doors, candidate, web_doors, web_port)
    raise OSError(errno.EADDRINUSE, "no port is free on all loopback addresses") from last


def _stand(host: DemoHost, known: DemoAddress, place: str) -> Stand:
    if place == LOOPBACK:
        return Stand(EVERYBODY, DemoAddress(place), place)
    return Stand(host, known, place)


def _can_have(address: str) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family) as trial:
            trial.bind((address, 0))
    except OSError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((LOOPBACK, 0))
        port: int = trial.getsockname()[1]
        return port
