"""The mail hosts of the laboratory: their names, their addresses, and what answers there.

All addresses are of the ranges kept for documentation (RFC 5737, RFC 3849), so that a mistake
reaches nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address

HOST_DOMAIN = "host.example"


class Server(Enum):
    """What answers at the addresses of a host."""

    POSTFIX = "postfix"
    EXIM = "exim"
    NONE = "none"  # the address exists and refuses
    BLACKHOLE = "blackhole"  # packets vanish on the way
    UNREACHABLE = "unreachable"  # a router on the way says so
    ELSEWHERE = "elsewhere"  # no address of the laboratory


@dataclass(frozen=True, slots=True)
class MailHost:
    """One name with its addresses; a probe is told apart by what `server` and `label` say."""

    label: str
    server: Server
    addresses: tuple[str, ...]

    @property
    def name(self) -> str:
        """The whole name, as an MX record gives it."""
        return f"{self.label}.{HOST_DOMAIN}"

    @property
    def ipv4(self) -> tuple[str, ...]:
        """Its IPv4 addresses."""
        return tuple(each for each in self.addresses if ip_address(each).version == 4)

    @property
    def ipv6(self) -> tuple[str, ...]:
        """Its IPv6 addresses."""
        return tuple(each for each in self.addresses if ip_address(each).version == 6)


def _both(number: int) -> tuple[str, str]:
    return f"192.0.2.{number}", f"2001:db8::{number}"


POSTFIX_A = MailHost("postfix-a", Server.POSTFIX, _both(10))
POSTFIX_B = MailHost("postfix-b", Server.POSTFIX, _both(11))
SELF_SIGNED = MailHost("self-signed", Server.POSTFIX, ("192.0.2.12",))
OLD_TLS = MailHost("old-tls", Server.POSTFIX, ("192.0.2.13",))
SLOW = MailHost("slow", Server.POSTFIX, ("192.0.2.14",))  # whole greeting after 3 s
POSTSCREEN = MailHost("postscreen", Server.POSTFIX, ("192.0.2.15",))  # greets in two parts
SIX_ONLY = MailHost("six-only", Server.POSTFIX, ("2001:db8::16",))
MANY_ADDRESSES = MailHost(
    "many-addresses", Server.POSTFIX, tuple(f"192.0.2.{number}" for number in range(100, 120))
)

EXIM_A = MailHost("exim-a", Server.EXIM, _both(20))
EXIM_B = MailHost("exim-b", Server.EXIM, _both(21))
PLAIN = MailHost("plain", Server.EXIM, ("192.0.2.22",))  # no STARTTLS
BROKEN_TLS = MailHost("broken-tls", Server.EXIM, ("192.0.2.23",))  # offers STARTTLS, refuses it
REJECTS = MailHost("rejects", Server.EXIM, ("192.0.2.24",))  # 554 in place of a greeting
DEFERS = MailHost("defers", Server.EXIM, ("192.0.2.25",))  # 421 in place of a greeting
NO_HELLO = MailHost("no-hello", Server.EXIM, ("192.0.2.26",))  # refuses EHLO and HELO
SILENT = MailHost("silent", Server.EXIM, ("192.0.2.27",))  # accepts, and never greets
SILENT_TOO = MailHost("silent-too", Server.EXIM, ("192.0.2.28",))
CROWD = MailHost(
    "crowd", Server.EXIM, tuple(f"192.0.2.{number}" for number in range(130, 145))
)  # as silent

REFUSES = MailHost("refuses", Server.NONE, _both(40))
REFUSES_TOO = MailHost("refuses-too", Server.NONE, ("192.0.2.41",))
BLACKHOLE = MailHost("blackhole", Server.BLACKHOLE, _both(45))
UNREACHABLE = MailHost("unreachable", Server.UNREACHABLE, ("192.0.2.46",))
PRIVATE = MailHost("private", Server.ELSEWHERE, ("10.11.12.13", "fe80::1"))
LOOPBACK = MailHost("loopback", Server.ELSEWHERE, ("127.0.0.1", "::1"))
HALF_DEAD = MailHost("half-dead", Server.ELSEWHERE, (*REFUSES_TOO.ipv4, *POSTFIX_B.ipv4))

HOSTS = (
    POSTFIX_A,
    POSTFIX_B,
    SELF_SIGNED,
    OLD_TLS,
    SLOW,
    POSTSCREEN,
    SIX_ONLY,
    MANY_ADDRESSES,
    EXIM_A,
    EXIM_B,
    PLAIN,
    BROKEN_TLS,
    REJECTS,
    DEFERS,
    NO_HELLO,
    SILENT,
    SILENT_TOO,
    CROWD,
    REFUSES,
    REFUSES_TOO,
    BLACKHOLE,
    UNREACHABLE,
    PRIVATE,
    LOOPBACK,
    HALF_DEAD,
)


def addresses_with(*servers: Server) -> tuple[str, ...]:
    """All addresses at which one of these answers, in the order of the hosts."""
    return tuple(address for host in HOSTS if host.server in servers for address in host.addresses)
