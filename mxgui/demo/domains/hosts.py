"""Domains about mail hosts: how they answer, and how they fail to."""

from __future__ import annotations

from dataclasses import replace

from mxgui.demo import behaviour as manners
from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.zone import DemoDomain, Signing
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "half-dead.example",
        text("A dead address stands beside a live one, and the backup refuses connections."),
        Group.HOSTS,
        mx="10 mx1, 10 mx2, 20 backup",
        signing=Signing.UNSIGNED,
        hosts=(
            host("mx1", "192.0.2.31 -2001:db8:1::31"),
            host("mx2", "192.0.2.32 2001:db8:1::32"),
            host("backup", "-203.0.113.33"),
        ),
        shows=("SMTP-FAMILY-DOWN",),
    ),
    DemoDomain(
        "first-dead.example",
        text("The best host refuses connections; all mail takes the second one."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "-192.0.2.34"),
            host("mx2", "198.51.100.34"),
        ),
        shows=("SMTP-TIER-DOWN",),
    ),
    DemoDomain(
        "all-dead.example",
        text("Every host refuses connections: senders queue."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        signing=Signing.UNSIGNED,
        hosts=(
            host("mx1", "-192.0.2.36"),
            host("mx2", "-198.51.100.36"),
        ),
        shows=("SMTP-ALL-DOWN",),
    ),
    DemoDomain(
        "slow.example",
        text("The best host greets after about four seconds, which it may."),
        Group.HOSTS,
        mx="10 slow, 20 quick",
        ttl=300,
        signing=Signing.UNSIGNED,
        hosts=(
            host("slow", "192.0.2.51", manners.SLOW),
            host("quick", "192.0.2.52"),
        ),
        shows=("SMTP-SLOW-GREETING",),
    ),
    DemoDomain(
        "silent.example",
        text("The best host accepts connections and never greets."),
        Group.HOSTS,
        mx="10 mute, 20 mx",
        hosts=(
            host("mute", "192.0.2.53", manners.SILENT),
            host("mx", "192.0.2.54"),
        ),
        shows=("SMTP-NO-GREETING",),
    ),
    DemoDomain(
        "first-unanswered.example",
        text("Nothing answers at the best host's address; the backup answers."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "?192.0.2.55"),
            host("mx2", "198.51.100.55"),
        ),
        shows=("SMTP-TIMEOUT",),
    ),
    DemoDomain(
        "unanswered.example",
        text("Nothing answers at any address: from here nobody can tell whose fault it is."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        signing=Signing.UNSIGNED,
        hosts=(
            host("mx1", "?192.0.2.56 ?2001:db8:1::56"),
            host("mx2", "?198.51.100.56"),
        ),
        shows=("SMTP-ALL-DOWN",),
    ),
    DemoDomain(
        "unreachable.example",
        text("The path itself says that the best host cannot be reached."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "!192.0.2.58"),
            host("mx2", "198.51.100.58"),
        ),
        shows=("SMTP-UNREACH",),
    ),
    DemoDomain(
        "rejects.example",
        text("The only host greets with 554: it takes no mail."),
        Group.HOSTS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.60", manners.REJECTING),),
        shows=("SMTP-5XX-GREETING",),
    ),
    DemoDomain(
        "temporary.example",
        text("The only host greets with 421: try again later."),
        Group.HOSTS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.61", manners.DEFERRING),),
        shows=("SMTP-4XX-GREETING",),
    ),
    DemoDomain(
        "hangs-up.example",
        text("The best host closes the connection instead of greeting."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        signing=Signing.UNSIGNED,
        hosts=(
            host("mx1", "192.0.2.62", manners.HANGING_UP),
            host("mx2", "192.0.2.63"),
        ),
        shows=("SMTP-CLOSED",),
    ),
    DemoDomain(
        "not-smtp.example",
        text("What answers on the mail port of the only host is not SMTP."),
        Group.HOSTS,
        mx="10 mx",
        signing=Signing.UNSIGNED,
        hosts=(host("mx", "192.0.2.64", manners.OTHER_TONGUE),),
        shows=("SMTP-NOT-SMTP",),
    ),
    DemoDomain(
        "helo-only.example",
        text("An old host that knows HELO only: no extensions, no encryption."),
        Group.HOSTS,
        mx="10 mx",
        signing=Signing.UNSIGNED,
        hosts=(host("mx", "192.0.2.65", manners.OLD),),
        shows=("SMTP-HELO-ONLY",),
    ),
    DemoDomain(
        "hostile.example",
        text("The hosts send markup, control characters, and far too much: all is shown as text."),
        Group.HOSTS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "192.0.2.75", manners.MARKING_UP),
            host("mx2", "192.0.2.76", manners.FLOODING),
        ),
        shows=("SMTP-BANNER-CONTROL",),
    ),
    DemoDomain(
        "no-reverse.example",
        text("The address of the only host has no name."),
        Group.HOSTS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.207", reverse=""),),
        shows=("ADDR-NO-PTR",),
    ),
    DemoDomain(
        "reverse-elsewhere.example",
        text("The name of the host's address leads to another address."),
        Group.HOSTS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.208", reverse="mail.one-host.example"),),
        shows=("ADDR-PTR-NOT-FORWARD",),
    ),
    DemoDomain(
        "dynamic.example",
        text("The name of the host's address looks like that of a home line."),
        Group.HOSTS,
        mx="10 mx",
        records="dynamic-192-0-2-209.pool A 192.0.2.209",
        hosts=(host("mx", "192.0.2.209", reverse="dynamic-{dashed}.pool.dynamic.example"),),
        shows=("ADDR-PTR-GENERIC",),
    ),
    DemoDomain(
        "other-greeting.example",
        text("The host greets with another name than its address has."),
        Group.HOSTS,
        mx="10 mx",
        hosts=(
            host(
                "mx",
                "192.0.2.210",
                replace(manners.POLITE, greeting="220 gateway.inside.example ESMTP"),
            ),
        ),
        shows=("ADDR-PTR-NE-BANNER",),
    ),
)
