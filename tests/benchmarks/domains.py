"""The domains that the benchmarks inspect: their exchanges, and the addresses of these.

The addresses are those kept for benchmarks (RFC 2544) and documentation (RFC 3849). Each domain has
networks of its own, so that the limits of one /24 or /48 are met only where that is the question.
"""

from __future__ import annotations

from dataclasses import dataclass

RESOLVER = "192.0.2.53"
HERE = "192.0.2.254"  # the near end of the delay line
NAME_SERVER = "198.18.0.53"  # of every zone
POLICY_HOST = "198.18.0.80"  # of every domain
OWN_NAME = "sender.bench.example"  # what the inspecting machine is called; DNS knows it


@dataclass(frozen=True, slots=True)
class Exchange:
    """One mail host of a domain."""

    name: str
    preference: int
    addresses: tuple[str, ...]

    @property
    def ipv4(self) -> tuple[str, ...]:
        """Its IPv4 addresses."""
        return tuple(address for address in self.addresses if ":" not in address)

    @property
    def ipv6(self) -> tuple[str, ...]:
        """Its IPv6 addresses."""
        return tuple(address for address in self.addresses if ":" in address)


@dataclass(frozen=True, slots=True)
class MailDomain:
    """One domain that is inspected."""

    name: str
    exchanges: tuple[Exchange, ...]
    greets: bool = True  # else its hosts take the connection and say nothing

    @property
    def addresses(self) -> tuple[str, ...]:
        """All addresses of all exchanges."""
        return tuple(address for host in self.exchanges for address in host.addresses)


def _domain(label: str, *hosts: tuple[str, ...], greets: bool = True) -> MailDomain:
    """A domain whose exchanges have these addresses; the second half of them is the second tier."""
    name = f"{label}.bench.example"
    exchanges = tuple(
        Exchange(f"mx{number}.{name}", 10 if 2 * number < len(hosts) else 20, addresses)
        for number, addresses in enumerate(hosts)
    )
    return MailDomain(name, exchanges, greets)


def _both(network: int, host: int) -> tuple[str, str]:
    return f"2001:db8:{network:x}::{host:x}", f"198.18.{network}.{host}"


ONE = _domain("one", ("198.18.1.1",))
FOUR = _domain("four", *(_both(2, host) for host in (1, 2)))
TWENTY = _domain("twenty", *(_both(3, host) for host in range(1, 11)))
TWENTY_HOSTS = _domain("twenty-hosts", *((f"198.18.{4 + n // 10}.{1 + n}",) for n in range(20)))
FORTY = _domain("forty", *(_both(6 + n // 10, 1 + n) for n in range(20)))
FORTY_TOO = _domain("forty-too", *(_both(10 + n // 10, 1 + n) for n in range(20)))
FORTY_MORE = _domain("forty-more", *(_both(12 + n // 10, 1 + n) for n in range(20)))
EIGHTY = _domain(
    "eighty", *(tuple(f"198.18.8.{10 * n + m}" for m in range(1, 11)) for n in range(8))
)
SILENT = _domain("silent", *((f"198.18.9.{host}",) for host in range(1, 7)), greets=False)
SILENT_FORTY = _domain(
    "silent-forty", *(_both(14 + n // 10, 1 + n) for n in range(20)), greets=False
)

ALL = (ONE, FOUR, TWENTY, TWENTY_HOSTS, FORTY, FORTY_TOO, FORTY_MORE, EIGHTY, SILENT, SILENT_FORTY)
FAR_ADDRESSES = (
    RESOLVER,
    NAME_SERVER,
    POLICY_HOST,
    *(address for domain in ALL for address in domain.addresses),
)
