"""Domains of which DNS decides what DANE comes to, and what a sender does with each exchange.

All exchanges show one key; a record of another key shows that a sender looked at it. What is
expected is written by RFC 7672, the section beside each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.dane_shelf import FRESH
from tests.servers.pki import Issued, issue, names
from tests.servers.signing import Zone

ENCRYPTED, PLAIN_TEXT, NEXT_HOP = "192.0.2.81", "192.0.2.82", "192.0.2.83"


@dataclass(frozen=True, slots=True)
class DnsCase:
    """A domain: what mxgui is to say of each exchange, by the first label, and of the domain.

    `hosts` are the words of probes.dane.verdict, or those of the host where it is not probed;
    `postfix` is what Postfix makes of each if it is not what follows from that. `why` tells of it.
    """

    domain: str
    section: str
    hosts: Mapping[str, str]
    postfix: Mapping[str, str] = field(default_factory=dict)
    why: str = ""

    def deed(self, label: str) -> str:
        """What Postfix is to do with an exchange."""
        return self.postfix.get(label) or ACTS[self.hosts[label]]


# What a sender does by each verdict: it insists on the right certificate, encrypts whoever is
# there, does as without DANE, or turns away.
ACTS = {
    "match": "verified",
    "unusable": "encrypted",
    "none": "encrypted",
    "not_applicable": "encrypted",
    "mismatch": "skipped",
    "lookup_failed": "skipped",
    "no_tls": "skipped",
}
CASES = (
    DnsCase("secure.org", "2.2", {"mx": "match"}),
    DnsCase("mismatch.org", "2.2", {"mx": "mismatch"}),
    DnsCase("denied.org", "2.2", {"mx": "none"}),
    DnsCase("unsigned.org", "2.2.2", {"mx": "not_applicable"}),
    DnsCase("insecuremx.org", "2.2.1", {"mx": "match"}),
    DnsCase("insecuremxbad.org", "2.2.1", {"mx": "mismatch"}),
    DnsCase("aliasout.org", "2.2.2", {"mail": "match"}),
    DnsCase("aliasoutbad.org", "2.2.2", {"mail": "mismatch"}),
    DnsCase("aliasoutnone.org", "2.2.2", {"mail": "none"}),
    DnsCase("aliasin.org", "2.1.3", {"mail": "not_applicable"}),
    DnsCase("expanded.org", "2.2.2", {"mail": "match"}),
    DnsCase("original.org", "2.2.2", {"mail": "match"}),
    DnsCase("expandedgood.org", "2.2.2", {"mail": "match"}),
    DnsCase("expandedbad.org", "2.2.2", {"mail": "mismatch"}),
    DnsCase("tlsaalias.org", "2.2.3", {"mx": "match"}),
    DnsCase("tlsaaliasout.org", "2.1.1", {"mx": "not_applicable"}),
    DnsCase("tampered.org", "2.1.2", {"mx": "lookup_failed"}),
    DnsCase("fails.org", "2.1.2", {"mx": "lookup_failed"}),
    DnsCase("noproof.org", "2.1.2", {"mx": "lookup_failed"}),
    DnsCase("unusable.org", "2.2", {"mx": "unusable"}),
    DnsCase("plain.org", "2.2", {"mx": "no_tls"}),
    DnsCase("plainunusable.org", "2.2", {"mx": "no_tls"}),
    DnsCase("plaindenied.org", "2.2", {"mx": "none"}, {"mx": "plain"}),
    DnsCase("two.org", "2.2.1", {"mx1": "mismatch", "mx2": "match"}),
    DnsCase("twofail.org", "2.1.2", {"mx1": "lookup_failed", "mx2": "none"}),
    DnsCase("implicit.org", "2.2.2", {"implicit": "match"}),
    DnsCase("nexthop.org", "3.2.2", {"mx": "match"}),
    DnsCase("nexthopinsecure.org", "3.2.2", {"mx": "mismatch"}),
    DnsCase("addresses.org", "2.1.2", {"mx": "lookup_failed"}),
)


@cache
def shown() -> Mapping[str, tuple[Issued, ...]]:
    """The chain at each address that encrypts."""
    root = issue("Example Root", begins=FRESH, authority=True)
    own = issue("mx", root, extensions=(names("mx.example.net"),), begins=FRESH)
    hop = issue("hop", root, extensions=(names("nexthop.org"),), begins=FRESH)
    return {ENCRYPTED: (own, root), NEXT_HOP: (hop, root)}


def zones() -> tuple[Zone, ...]:
    """The zones of all cases, below a signed root."""
    own, root = shown()[ENCRYPTED]
    spki = own.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    good, bad = f"TLSA 3 1 1 {sha256(spki).hexdigest()}", f"TLSA 3 1 1 {'0' * 64}"
    anchor, unusable = f"TLSA 2 0 1 {sha256(root.der).hexdigest()}", f"TLSA 1 1 1 {'0' * 64}"
    host = f"@ MX 10 mx\nmx A {ENCRYPTED}\n"
    plain = f"@ MX 10 mx\nmx A {PLAIN_TEXT}\n"
    alias = f"@ MX 10 mail\nmail CNAME mx\nmx A {ENCRYPTED}\n"
    away = "@ MX 10 mail\nmail CNAME mx.unsigned.org.\n"
    at_mx, at_mail = "_25._tcp.mx ", "_25._tcp.mail "
    lie = [("_25._tcp.mx", "TLSA", bad.removeprefix("TLSA "))]
    return (
        Zone("."),
        Zone("example", "ns A 192.0.2.52\nns AAAA 2001:db8::52\n"),
        Zone("org"),
        Zone("secure.org", host + at_mx + good),
        Zone("mismatch.org", host + at_mx + bad),
        Zone("denied.org", host),
        Zone("unsigned.org", f"{host}{at_mx}{bad}\n_dane {bad}", is_signed=False),
        Zone("insecuremx.org", "@ MX 10 mx.secure.org.", is_signed=False),
        Zone("insecuremxbad.org", "@ MX 10 mx.mismatch.org.", is_signed=False),
        Zone("aliasout.org", away + at_mail + good),
        Zone("aliasoutbad.org", away + at_mail + bad),
        Zone("aliasoutnone.org", away),
        Zone("aliasin.org", "@ MX 10 mail\nmail CNAME mx.mismatch.org.", is_signed=False),
        Zone("expanded.org", alias + at_mx + good),
        Zone("original.org", alias + at_mail + good),
        Zone("expandedgood.org", f"{alias}{at_mx}{good}\n{at_mail}{bad}"),
        Zone("expandedbad.org", f"{alias}{at_mx}{bad}\n{at_mail}{good}"),
        Zone("tlsaalias.org", f"{host}{at_mx}CNAME _dane\n_dane {good}"),
        Zone("tlsaaliasout.org", f"{host}{at_mx}CNAME _dane.unsigned.org."),
        Zone("tampered.org", host + at_mx + good, tampered=lie),
        Zone("fails.org", f"{host}_tcp.mx NS gone.example."),
        Zone("noproof.org", host, lacks_denial=True),
        Zone("unusable.org", host + at_mx + unusable),
        Zone("plain.org", plain + at_mx + good),
        Zone("plainunusable.org", plain + at_mx + unusable),
        Zone("plaindenied.org", plain),
        Zone("two.org", _two(bad) + f"\n_25._tcp.mx2 {good}"),
        Zone("twofail.org", _two(good), tampered=[("_25._tcp.mx1", "TLSA", lie[0][2])]),
        Zone("implicit.org", f"@ A {ENCRYPTED}\n_25._tcp {good}"),
        Zone("nexthop.org", f"@ MX 10 mx\nmx A {NEXT_HOP}\n{at_mx}{anchor}"),
        Zone("nexthopinsecure.org", "@ MX 10 mx.nexthop.org.", is_signed=False),
        Zone("addresses.org", host + at_mx + good, tampered=[("mx", "A", PLAIN_TEXT)]),
    )


def _two(first: str) -> str:
    hosts = f"mx1 A {ENCRYPTED}\nmx2 A {ENCRYPTED}\n"
    return f"@ MX 10 mx1\n@ MX 20 mx2\n{hosts}_25._tcp.mx1 {first}"
