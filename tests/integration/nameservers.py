"""The name servers of the laboratory: nsd with the zones, unbound in several tempers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.integration import zones
from tests.integration.pem import Pem
from tests.integration.zones import NAME_SERVER, NAME_SERVER_IPV6, zone_files

RESOLVER_NAME = "resolver.host.example"


@dataclass(frozen=True, slots=True)
class Resolver:
    """One unbound: its address, and how it differs from an ordinary resolver."""

    address: str
    access: str = "allow"  # or "refuse", or "deny": no answer at all
    also: str = ""  # lines of its own for the server: section
    encrypted: bool = False  # speaks DNS over TLS (853) and over HTTPS (443) too


RESOLVER = Resolver(zones.RESOLVER, encrypted=True)
RESOLVER_IPV6 = Resolver("2001:db8::53")
REFUSING = Resolver(zones.REFUSING_SERVER, access="refuse")
# What is too large for a datagram goes out truncated, and TCP, which would have it, is not served.
WITHOUT_TCP = Resolver("192.0.2.57", also="do-tcp: no\nedns-buffer-size: 4096\nmax-udp-size: 1232")
ROTATING = Resolver("192.0.2.58", also="rrset-roundrobin: yes")
SILENT_RESOLVER = Resolver(zones.SILENT_SERVER, access="deny")
RESOLVERS = (RESOLVER, RESOLVER_IPV6, REFUSING, SILENT_RESOLVER, WITHOUT_TCP, ROTATING)

CLOSED_RESOLVER = "192.0.2.54"  # an address of the laboratory at which nothing answers

UNBOUND = """\
server:
  interface: {address}
  outgoing-interface: {address}
  access-control: 0.0.0.0/0 {access}
  access-control: ::/0 {access}
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: ""
  use-syslog: no
  logfile: ""
  do-daemonize: no
  num-threads: 1
  module-config: "iterator"
  root-hints: "{folder}/root.hints"
  rrset-roundrobin: no
  minimal-responses: yes
  qname-minimisation: no
  ede: yes
  local-zone: "2.0.192.in-addr.arpa." nodefault
  local-zone: "8.b.d.0.1.0.0.2.ip6.arpa." nodefault
{also}
remote-control:
  control-enable: no
"""

ENCRYPTED = """\
interface: {address}@853
interface: {address}@443
tls-port: 853
https-port: 443
tls-service-key: "{key}"
tls-service-pem: "{certificate}"
"""

ROOT_HINTS = f"""\
. 3600 NS ns.example.
ns.example. 3600 A {NAME_SERVER}
ns.example. 3600 AAAA {NAME_SERVER_IPV6}
"""

NSD = """\
server:
  ip-address: {ipv4}
  ip-address: {ipv6}
  username: ""
  database: ""
  zonesdir: "{folder}"
  zonelistfile: "{folder}/zone.list"
  xfrdfile: "{folder}/xfrd.state"
  xfrdir: "{folder}"
  pidfile: ""
  server-count: 1
  ipv4-edns-size: 4096
  rrl-ratelimit: 0
remote-control:
  control-enable: no
"""


def write_nsd(folder: Path) -> list[str]:
    """Write the configuration and the zones of nsd; the command that starts it."""
    config = NSD.format(ipv4=NAME_SERVER, ipv6=NAME_SERVER_IPV6, folder=folder)
    for number, (name, text) in enumerate(zone_files().items()):
        (folder / f"{number}.zone").write_text(text)
        config += f'zone:\n  name: "{name}"\n  zonefile: "{folder}/{number}.zone"\n'
    path = folder / "nsd.conf"
    path.write_text(config)
    return ["nsd", "-d", "-c", str(path)]


def write_unbound(resolver: Resolver, folder: Path, pem: Pem) -> list[str]:
    """Write the configuration of one unbound; the command that starts it."""
    also = resolver.also
    if resolver.encrypted:
        also += ENCRYPTED.format(address=resolver.address, key=pem.key, certificate=pem.certificate)
    (folder / "root.hints").write_text(ROOT_HINTS)
    path = folder / "unbound.conf"
    path.write_text(
        UNBOUND.format(address=resolver.address, access=resolver.access, folder=folder, also=also)
    )
    return ["unbound", "-d", "-c", str(path)]
