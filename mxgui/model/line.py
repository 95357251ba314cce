"""The line that we look from: what it can reach, and by which name it greets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

DIRECT = "direct"
PROXY = "proxy"
VANTAGES = (DIRECT, PROXY)


class ProxyProblem(Enum):
    """Why nothing can be probed through a proxy: the whole run has this one cause."""

    NO_CONNECTION = "no_connection"  # refused, unreachable, silent, or without a name in DNS
    NOT_SOCKS = "not_socks"  # something answers, in another tongue, or hangs up
    WANTS_LOGIN = "wants_login"  # it takes none of the ways to log in that we offer
    WRONG_LOGIN = "wrong_login"  # user or password is not the right one
    NOT_INSTALLED = "not_installed"  # the part of this program that speaks with proxies


@dataclass(frozen=True, slots=True)
class Heard:
    """Something answered on this port over this family from this line, at that moment."""

    port: int
    family: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """What one vantage can do.

    `helo` is the name given in EHLO, or empty when each connection gives its own source address
    (RFC 5321, section 4.1.4). `ipv4` and `ipv6` tell whether a route of that family exists here.
    `heard` is what answered in the last 24 hours of this installation, before this run. Of a proxy
    `proxy` tells where it is, never how to log in there; `problem` why it is of no use, and `note`
    that in the system's own word. Which families it has is not known before something is probed.
    """

    vantage: str = DIRECT
    helo: str = ""
    proxy: str | None = None
    ipv4: bool = True
    ipv6: bool = True
    sources: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    problem: ProxyProblem | None = None
    note: str = ""
    at: float = 0.0
    took: float = 0.0
