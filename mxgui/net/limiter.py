"""Good manners for the whole program: so many connections at once, so many to one neighbourhood.

One address is never knocked at twice at a time, whoever asks. Who asked first goes first, but one
who must wait for a crowded neighbourhood holds up nobody who wants to go elsewhere.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from types import TracebackType

from mxgui.net.limits import CONNECTIONS, CONNECTIONS_NEAR, NEIGHBOURHOOD_4, NEIGHBOURHOOD_6

_NAT64 = IPv6Network("64:ff9b::/96")


def true_address(address: str) -> str:
    """Give an address as it is routed: an IPv4 one that is written into IPv6 is IPv4.

    So for the mapped form (RFC 4291, 2.5.5.2); what a NAT64 translates (RFC 6052) travels as IPv6.
    """
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(parsed)


def neighbourhood(address: str) -> str:
    """Give the /24 or /48 that an address lies in; behind a NAT64, that of the IPv4 address."""
    parsed = ip_address(true_address(address))
    if parsed in _NAT64:
        parsed = IPv4Address(int(parsed) & 0xFFFF_FFFF)
    bits = NEIGHBOURHOOD_4 if parsed.version == 4 else NEIGHBOURHOOD_6
    return str(ip_network((parsed, bits), strict=False))


@dataclass(frozen=True, slots=True, eq=False)
class _Request:
    """Somebody who wants to connect."""

    address: str
    near: str
    admitted: asyncio.Future[None]


class Slot:
    """Leave to connect to one address, given back at the end of a `with`."""

    def __init__(self, limiter: Limiter, request: _Request) -> None:
        """Keep what has to be given back."""
        self._limiter = limiter
        self._request = request

    def __enter__(self) -> None:
        """Begin to use it."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give it back, whatever happened."""
        self._limiter.leave(self._request)


class Limiter:
    """Admits connections up to three limits: in all, in one neighbourhood, one to an address."""

    def __init__(self, total: int = CONNECTIONS, near: int = CONNECTIONS_NEAR) -> None:
        """Begin with nobody connected."""
        self._total = total
        self._near = near
        self._addresses: set[str] = set()
        self._neighbours: Counter[str] = Counter()
        self._waiting: list[_Request] = []

    async def take(self, address: str) -> Slot:
        """Wait until a connection to the address may be opened; use the slot in a `with`."""
        true = true_address(address)
        admitted = asyncio.get_running_loop().create_future()
        request = _Request(true, neighbourhood(true), admitted)
        self._waiting.append(request)
        self._admit()
        try:
            await admitted
        except asyncio.CancelledError:
            self.leave(request)
            raise
        return Slot(self, request)

    def leave(self, request: _Request) -> None:
        """Give up a place, in the queue or among those who are connected, and let others in."""
        if request in self._waiting:
            self._waiting.remove(request)
        else:
            self._addresses.remove(request.address)
            self._neighbours[request.near] -= 1
            self._neighbours += Counter()  # drops those at nought
        self._admit()

    def _admit(self) -> None:
        """Let in everybody who may come in, in the order of their asking."""
        still: list[_Request] = []
        for place, request in enumerate(self._waiting):
            if len(self._addresses) >= self._total:
                still += self._waiting[place:]
                break
            if self._may_enter(request):
                self._enter(request)
            else:
                still.append(request)
        self._waiting = still

    def _may_enter(self, request: _Request) -> bool:
        return (
            request.address not in self._addresses
            and self._neighbours[request.near] < self._near
            and not request.admitted.done()
        )

    def _enter(self, request: _Request) -> None:
        self._addresses.add(request.address)
        self._neighbours[request.near] += 1
        request.admitted.set_result(None)
