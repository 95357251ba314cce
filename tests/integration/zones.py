"""The DNS of the laboratory: a root, a zone with a domain for each case, reverse zones.

The records are served by nsd; a domain of the zone is a test case, and its line says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address

from tests.integration.hosts import HOSTS, MailHost, Server

NAME_SERVER = "192.0.2.52"  # nsd
NAME_SERVER_IPV6 = "2001:db8::52"
RESOLVER = "192.0.2.53"  # unbound, as are the next two
REFUSING_SERVER = "192.0.2.56"
SILENT_SERVER = "192.0.2.59"

START = """\
$ORIGIN {origin}
$TTL 3600
@ SOA ns.example. postmaster.example. 1 3600 600 864000 300
@ NS ns.example.
"""

ROOT = f"""\
example. NS ns.example.
2.0.192.in-addr.arpa. NS ns.example.
8.b.d.0.1.0.0.2.ip6.arpa. NS ns.example.
ns.example. A {NAME_SERVER}
ns.example. AAAA {NAME_SERVER_IPV6}
"""

DOMAINS = f"""\
ns A {NAME_SERVER}
ns AAAA {NAME_SERVER_IPV6}
$ORIGIN example.

; --- routes that work
three-tiers       MX 10 postfix-a.host
three-tiers       MX 10 postfix-b.host
three-tiers       MX 20 exim-a.host
three-tiers       MX 30 exim-b.host
equals            MX 10 postfix-a.host
equals            MX 10 exim-a.host
equals            MX 10 exim-b.host
one-host          MX 10 postfix-a.host
implicit          A 192.0.2.10
implicit          AAAA 2001:db8::10
duplicate         MX 10 postfix-a.host
duplicate         MX 20 postfix-a.host
duplicate         MX 20 exim-a.host
alias-target      MX 10 alias.host
alias-target      MX 20 exim-a.host
alias-owner       CNAME three-tiers
xn--bcher-kva     MX 10 postfix-a.host
six-only          MX 10 six-only.host
many-addresses    MX 10 many-addresses.host
old-ttl       77  MX 10 postfix-a.host

; --- routes that close the door
null              MX 0 .
null-mixed        MX 0 .
null-mixed        MX 10 postfix-a.host
null-preference   MX 10 .
nothing           TXT "neither MX nor address"
; missing.example is not here: NXDOMAIN

; --- targets that are no hosts
localhost-target  MX 10 localhost.
localhost-target  MX 20 postfix-a.host
literal           MX 10 192.0.2.10.
literal           MX 20 postfix-a.host
target-missing    MX 10 gone.host
target-missing    MX 20 postfix-a.host
targets-missing   MX 10 gone.host
target-noaddress  MX 10 noaddress.host
target-noaddress  MX 20 postfix-a.host
target-servfail   MX 10 mx.lame
target-servfail   MX 20 postfix-a.host
target-loop       MX 10 loop-a.host
target-loop       MX 20 postfix-a.host
private           MX 10 private.host
private           MX 20 postfix-a.host
loopback          MX 10 loopback.host

; --- hosts that fail, with and without a better neighbour
refused           MX 10 refuses.host
refused-first     MX 10 refuses.host
refused-first     MX 20 postfix-a.host
half-dead         MX 10 half-dead.host
blackhole         MX 10 blackhole.host
blackhole-first   MX 10 blackhole.host
blackhole-first   MX 20 postfix-a.host
unreachable       MX 10 unreachable.host
unreachable-first MX 10 unreachable.host
unreachable-first MX 20 postfix-a.host
rejects           MX 10 rejects.host
defers            MX 10 defers.host
mixed-answers     MX 10 refuses-too.host
mixed-answers     MX 10 defers.host
mixed-answers     MX 10 rejects.host
no-hello          MX 10 no-hello.host
silent            MX 10 silent.host
silent            MX 20 silent-too.host
silent            MX 30 postfix-a.host
crowd             MX 10 crowd.host
slow              MX 10 slow.host
postscreen        MX 10 postscreen.host

; --- TLS
tls               MX 10 postfix-a.host
tls               MX 20 self-signed.host
tls               MX 30 old-tls.host
tls               MX 40 plain.host
tls               MX 50 broken-tls.host

; --- name servers that fail
lame              NS ns.lame
ns.lame           A {REFUSING_SERVER}
unanswered        NS ns.unanswered
ns.unanswered     A {SILENT_SERVER}

; --- names behind the hosts
resolver.host     A {RESOLVER}
alias.host        CNAME postfix-a.host
noaddress.host    TXT "no address"
loop-a.host       CNAME loop-b.host
loop-b.host       CNAME loop-a.host
"""

MANY = 60  # exchanges of many.example: far more than one datagram of DNS holds


def zone_files() -> dict[str, str]:
    """The text of each zone, by its name."""
    return {
        ".": START.format(origin=".") + ROOT,
        "example": START.format(origin="example.") + DOMAINS + "\n".join(_host_records()),
        "2.0.192.in-addr.arpa": START.format(origin="2.0.192.in-addr.arpa.") + _pointers(4),
        "8.b.d.0.1.0.0.2.ip6.arpa": START.format(origin="8.b.d.0.1.0.0.2.ip6.arpa.") + _pointers(6),
    }


def many_exchanges() -> tuple[str, ...]:
    """The exchanges of many.example, in order of preference."""
    return tuple(f"exchange-{number:03}-of-a-long-list.host.example" for number in range(MANY))


def domains() -> tuple[str, ...]:
    """The domains of the zone that are test cases, each once, in the order of the zone."""
    owners = (line.split()[0] for line in DOMAINS.splitlines() if " MX " in line)
    return tuple(f"{owner}.example" for owner in dict.fromkeys(owners))


def _host_records() -> Iterator[str]:
    for host in HOSTS:
        yield from (f"{host.name}. A {address}" for address in host.ipv4)
        yield from (f"{host.name}. AAAA {address}" for address in host.ipv6)
    for number, name in enumerate(many_exchanges()):
        yield f"many.example. MX {number} {name}."
        yield f"{name}. A 192.0.2.{100 + number % 20}"
    yield ""


def _pointers(version: int) -> str:
    """PTR records for the addresses of the hosts that are in the laboratory."""
    found: dict[str, MailHost] = {}
    for host in HOSTS:
        if host.server is not Server.ELSEWHERE:
            found |= {each: host for each in host.addresses if ip_address(each).version == version}
    lines = (
        f"{ip_address(each).reverse_pointer}. PTR {host.name}." for each, host in found.items()
    )
    return "\n".join(lines) + "\n"
