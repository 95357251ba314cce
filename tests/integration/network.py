"""The wires of the laboratory: who can reach whom, and which packets are lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.integration.hosts import Server, addresses_with
from tests.integration.nameservers import CLOSED_RESOLVER, RESOLVERS
from tests.integration.namespaces import Namespace, join, namespaces
from tests.integration.zones import NAME_SERVER, NAME_SERVER_IPV6

ROUTER = "192.0.2.1"
ROUTER_IPV6 = "2001:db8::1"
SENDER = "192.0.2.254"
SENDER_IPV6 = "2001:db8::fe"
IPV4_ONLY_SENDER = "198.51.100.2"
BLOCKED_SENDER = "203.0.113.2"
BLOCKED_SENDER_IPV6 = "2001:db8:25::2"


@dataclass(frozen=True, slots=True)
class Network:
    """The network of all servers, and three from which they are seen."""

    receivers: Namespace
    sender: Namespace
    ipv4_only: Namespace
    port_25_blocked: Namespace


@contextmanager
def network() -> Iterator[Network]:
    """The wired network; it is gone afterwards, with whatever still ran in it."""
    with namespaces("receivers", "sender", "ipv4", "blocked") as made:
        wired = Network(*made)
        _wire_sender(wired)
        _wire_ipv4_only(wired)
        _wire_port_25_blocked(wired)
        _lose_packets(wired.receivers)
        yield wired


def _wire_sender(wired: Network) -> None:
    join(wired.receivers, wired.sender, wire="mail")
    present = (*addresses_with(Server.POSTFIX, Server.EXIM, Server.NONE), *_name_servers())
    wired.receivers.ip(*(_address(each) for each in (ROUTER, ROUTER_IPV6, *present)))
    wired.sender.ip(_address(SENDER), _address(SENDER_IPV6))
    # What is lost beyond the router must go there first, else nobody answers our ARP and we know.
    lost = addresses_with(Server.BLACKHOLE, Server.UNREACHABLE)
    wired.sender.ip(*(f"route add {each} via {_router(each)}" for each in lost))


def _wire_ipv4_only(wired: Network) -> None:
    join(wired.receivers, wired.ipv4_only, wire="ipv4")
    wired.receivers.ip("address add 198.51.100.1/30 dev ipv4")
    wired.ipv4_only.ip(
        f"address add {IPV4_ONLY_SENDER}/30 dev ipv4", "route add default via 198.51.100.1"
    )


def _wire_port_25_blocked(wired: Network) -> None:
    join(wired.receivers, wired.port_25_blocked, wire="blocked")
    wired.receivers.ip(
        "address add 203.0.113.1/30 dev blocked",
        "address add 2001:db8:25::1/64 dev blocked nodad",
    )
    wired.port_25_blocked.ip(
        f"address add {BLOCKED_SENDER}/30 dev blocked",
        f"address add {BLOCKED_SENDER_IPV6}/64 dev blocked nodad",
        "route add default via 203.0.113.1",
        "route add default via 2001:db8:25::1",
    )
    for family in ("-4", "-6"):
        # The rule for local addresses comes first by default, and would let everything in.
        wired.receivers.ip(
            "rule add pref 10 lookup local",
            "rule delete pref 0",
            "rule add pref 1 iif blocked ipproto tcp dport 25 blackhole",
            family=family,
        )


def _lose_packets(receivers: Namespace) -> None:
    lines = [f"route add blackhole {each}" for each in addresses_with(Server.BLACKHOLE)]
    lines += [f"route add unreachable {each}" for each in addresses_with(Server.UNREACHABLE)]
    receivers.ip(*lines)
    receivers.set("net/ipv4/ip_forward", "1")  # only a router tells that a host is unreachable
    receivers.set("net/ipv4/icmp_ratelimit", "0")


def _name_servers() -> tuple[str, ...]:
    resolvers = (resolver.address for resolver in RESOLVERS)
    return (NAME_SERVER, NAME_SERVER_IPV6, CLOSED_RESOLVER, *resolvers)


def _address(address: str) -> str:
    if ":" in address:
        return f"address add {address}/64 dev mail nodad"  # else it is not usable for a second
    return f"address add {address}/24 dev mail"


def _router(address: str) -> str:
    return ROUTER_IPV6 if ":" in address else ROUTER
