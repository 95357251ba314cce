"""Domains about the route itself: what MX records say, and what they lead to."""

from __future__ import annotations

from mxgui.demo import behaviour as manners
from mxgui.demo.group import Group
from mxgui.demo.hosts import DemoHost, host
from mxgui.demo.policy_host import offering, policy_of
from mxgui.demo.zone import DemoDomain, Signing
from mxgui.model.text import text

_QUARTERS = ("north", "east", "south", "west")  # a tier of many.example each
_DEAD_OF_MANY = (7, 23)
MANY = tuple(
    (10 * (quarter + 1), f"mail-gateway-{10 * quarter + n:02}.{where}.many.example")
    for quarter, where in enumerate(_QUARTERS)
    for n in range(1, 11)
)


def _hosts_of_many() -> tuple[DemoHost, ...]:
    return tuple(
        host(f"{name}.", f"{_ipv4_of_many(n)} 2001:db8:{n % 4 + 10:x}::{n:x}")
        for n, (_, name) in enumerate(MANY, start=1)
    )


def _ipv4_of_many(n: int) -> str:
    return f"{'-' if n in _DEAD_OF_MANY else ''}198.51.100.{100 + n}"


DOMAINS = (
    DemoDomain(
        "three-tiers.example",
        text("Three equal hosts share the mail; two worse tiers stand behind them."),
        Group.ROUTES,
        mx="10 mx-a, 10 mx-b, 10 mx-c, 20 backup.relay.example., 50 last-resort",
        hosts=(
            host("mx-a", "192.0.2.11 2001:db8:1::11", manners.TALKATIVE),
            host("mx-b", "192.0.2.12 2001:db8:1::12"),
            host("mx-c", "192.0.2.13"),
            host("last-resort", "203.0.113.50"),
        ),
        shows=("ROUTE-EQUAL-SHARES", "ROUTE-UNEVEN-SHARES"),
    ),
    DemoDomain(
        "well-kept.example",
        text("All is as it should be: two hosts in two networks, DANE, MTA-STS, and reports."),
        Group.ROUTES,
        mx="10 mx1, 10 mx2",
        records="""
            _25._tcp.mx1 TLSA 3 1 1 own
            _25._tcp.mx1 TLSA 3 1 1 next
            _25._tcp.mx2 TLSA 3 1 1 own
            _25._tcp.mx2 TLSA 3 1 1 next
            _mta-sts TXT "v=STSv1; id=20260101T000000;"
            _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls-reports@well-kept.example"
            @ CAA 0 issue "ca.demo.example"
        """,
        hosts=(
            host("mx1", "192.0.2.15 2001:db8:1::15"),
            host("mx2", "198.51.100.15 2001:db8:2::15"),
        ),
        policy=offering("203.0.113.15", policy_of("enforce", "*.well-kept.example")),
        shows=("DANE-MATCH", "STS-OK", "ROUTE-EQUAL-SHARES"),
    ),
    DemoDomain(
        "one-host.example",
        text("One host with one address takes all the mail."),
        Group.ROUTES,
        mx="10 mail",
        hosts=(host("mail", "192.0.2.20"),),
        shows=("MX-SINGLE-HOST", "ROUTE-NO-BACKUP-DELAY"),
    ),
    DemoDomain(
        "planned.example",
        text("Two new hosts are planned in place of an old one; DNS still has the old one."),
        Group.ROUTES,
        mx="10 old",
        planned="10 mx1, 10 mx2",
        hosts=(
            host("old", "192.0.2.21"),
            host("mx1", "192.0.2.22 2001:db8:1::22"),
            host("mx2", "198.51.100.22 2001:db8:2::22"),
        ),
        shows=("META-PLANNED", "ROUTE-EQUAL-SHARES"),
    ),
    DemoDomain(
        "null-mx.example",
        text("A null MX: the domain takes no mail."),
        Group.ROUTES,
        mx="0 .",
        shows=("MX-NULL",),
    ),
    DemoDomain(
        "mixed-null.example",
        text("A null MX stands beside another record, and senders disagree on what that means."),
        Group.ROUTES,
        mx="0 ., 10 mx",
        signing=Signing.UNSIGNED,
        hosts=(host("mx", "192.0.2.38"),),
        shows=("MX-NULL-MIXED",),
    ),
    DemoDomain(
        "null-preference.example",
        text("A null MX with a preference other than 0."),
        Group.ROUTES,
        mx="10 .",
        shows=("MX-NULL-PREF",),
    ),
    DemoDomain(
        "almost-null.example",
        text("The domain takes no mail, and says so in a way that senders do not understand."),
        Group.ROUTES,
        mx="0 localhost.",
        shows=("MX-NULL-SPELLING",),
    ),
    DemoDomain(
        "implicit.example",
        text("No MX record: mail goes to the domain's own addresses."),
        Group.ROUTES,
        hosts=(host("@", "192.0.2.25 2001:db8:1::25"),),
        shows=("MX-NONE-IMPLICIT",),
    ),
    DemoDomain(
        "no-mail.example",
        text("A website that sends no mail and has no MX record: a null MX would say so."),
        Group.ROUTES,
        records='@ TXT "v=spf1 -all"',
        hosts=(host("@", "-192.0.2.26"),),
        shows=("MX-NULL-ADVISE",),
    ),
    DemoDomain(
        "nowhere.example",
        text("No MX record and no address: mail has nowhere to go."),
        Group.ROUTES,
        shows=("MX-NONE-NOADDR",),
    ),
    DemoDomain(
        "moved.example",
        text("The domain is an alias; its MX records are those of another domain."),
        Group.ROUTES,
        alias="one-host.example",
        shows=("MX-OWNER-CNAME",),
    ),
    DemoDomain(
        "alias.example",
        text("The exchange is an alias, which is outside the standard."),
        Group.ROUTES,
        mx="10 mail",
        records="mail CNAME frontend\nfrontend CNAME mx-a.three-tiers.example.",
        shows=("MX-CNAME",),
    ),
    DemoDomain(
        "duplicate.example",
        text("One host is listed at two preferences."),
        Group.ROUTES,
        mx="10 mx1, 10 mx2, 20 mx1",
        hosts=(
            host("mx1", "192.0.2.41"),
            host("mx2", "192.0.2.42"),
        ),
        shows=("MX-DUP-HOST",),
    ),
    DemoDomain(
        "crowded.example",
        text("Two hosts with six addresses stand before a backup that some senders never reach."),
        Group.ROUTES,
        mx="10 mx1, 10 mx2, 20 backup",
        hosts=(
            host("mx1", "192.0.2.95 192.0.2.96 192.0.2.97"),
            host("mx2", "198.51.100.95 198.51.100.96 198.51.100.97"),
            host("backup", "203.0.113.95"),
        ),
        shows=("ROUTE-BACKUP-NEVER-TRIED",),
    ),
    DemoDomain(
        "shared.example",
        text("Two exchanges share one address."),
        Group.ROUTES,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "192.0.2.43"),
            host("mx2", "192.0.2.43"),
        ),
        shows=("MX-DUP-ADDR",),
    ),
    DemoDomain(
        "literal.example",
        text("An exchange is an IP address, written where a host name belongs."),
        Group.ROUTES,
        mx="10 192.0.2.44., 20 mx",
        hosts=(host("mx", "192.0.2.45"),),
        shows=("MX-IP-LITERAL",),
    ),
    DemoDomain(
        "localhost.example",
        text("An exchange is localhost: senders would deliver to themselves."),
        Group.ROUTES,
        mx="10 localhost., 20 mx",
        hosts=(host("mx", "192.0.2.46"),),
        shows=("MX-LOCALHOST",),
    ),
    DemoDomain(
        "private.example",
        text("The best exchange has a private address, out of reach from the internet."),
        Group.ROUTES,
        mx="10 inside, 20 mx",
        hosts=(
            host("inside", "-10.20.30.40 -192.168.10.20"),
            host("mx", "192.0.2.47"),
        ),
        shows=("ADDR-SPECIAL",),
    ),
    DemoDomain(
        "lost-target.example",
        text("The best exchange does not exist in DNS."),
        Group.ROUTES,
        mx="10 gone, 20 mx",
        hosts=(host("mx", "192.0.2.48"),),
        shows=("MX-TARGET-NXDOMAIN",),
    ),
    DemoDomain(
        "no-address.example",
        text("The only exchange exists, yet has no address."),
        Group.ROUTES,
        mx="10 mx",
        records='mx TXT "This name exists, and has no address."',
        shows=("MX-TARGET-NOADDR",),
    ),
    DemoDomain(
        "ipv6-only.example",
        text("The only host has an IPv6 address and none of IPv4."),
        Group.ROUTES,
        mx="10 mx",
        hosts=(host("mx", "2001:db8:1::73"),),
        shows=("ROUTE-V6-ONLY",),
    ),
    DemoDomain(
        "bücher.example",
        text("An international domain name, with exchanges inside it."),
        Group.ROUTES,
        mx="10 postfach, 20 backup.relay.example.",
        hosts=(host("postfach", "192.0.2.74 2001:db8:1::74"),),
    ),
    DemoDomain(
        "many.example",
        text("Forty exchanges in four tiers, with eighty addresses."),
        Group.ROUTES,
        mx=", ".join(f"{preference} {name}." for preference, name in MANY),
        hosts=_hosts_of_many(),
        shows=("MX-TOO-MANY-ADDR",),
    ),
)
