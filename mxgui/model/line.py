"""The line that we look from: what it can reach, and by which name it greets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

DIRECT = "direct"


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
    `heard` is what answered in the last 24 hours of this installation, before this run.
    """

    vantage: str = DIRECT
    helo: str = ""
    proxy: str | None = None
    ipv4: bool = True
    ipv6: bool = True
    sources: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    at: float = 0.0
    took: float = 0.0
