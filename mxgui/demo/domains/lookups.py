"""Domains about DNS: questions that fail, and servers that disagree."""

from __future__ import annotations

from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.zone import DemoDomain, Signing, Trouble
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "missing.example",
        text("The domain does not exist."),
        Group.DNS,
        trouble=Trouble.MISSING,
        shows=("MX-NXDOMAIN",),
    ),
    DemoDomain(
        "servfail.example",
        text("The resolver reaches no authoritative server and answers SERVFAIL."),
        Group.DNS,
        trouble=Trouble.SERVFAIL,
        signing=Signing.UNSIGNED,
        shows=("MX-SERVFAIL",),
    ),
    DemoDomain(
        "refused-question.example",
        text("The resolver refuses the question."),
        Group.DNS,
        trouble=Trouble.REFUSED,
        signing=Signing.UNSIGNED,
        shows=("MX-REFUSED",),
    ),
    DemoDomain(
        "no-answer.example",
        text("The resolver never answers this question."),
        Group.DNS,
        trouble=Trouble.DROPPED,
        signing=Signing.UNSIGNED,
        shows=("MX-TIMEOUT",),
    ),
    DemoDomain(
        "malformed.example",
        text("The resolver's answer is no DNS message."),
        Group.DNS,
        trouble=Trouble.MALFORMED,
        signing=Signing.UNSIGNED,
        shows=("MX-BAD-ANSWER",),
    ),
    DemoDomain(
        "alias-loop.example",
        text("The domain is an alias that leads back to itself."),
        Group.DNS,
        alias="loop-back.example",
        shows=("MX-OWNER-LOOP",),
    ),
    DemoDomain(
        "broken-lookup.example",
        text("The address lookup of the best exchange fails."),
        Group.DNS,
        mx="10 mx1, 20 mx2",
        hosts=(host("mx2", "192.0.2.49"),),
        records="mx1 SERVFAIL",
        shows=("MX-TARGET-SERVFAIL",),
    ),
    DemoDomain(
        "two-answers.example",
        text("One name server missed the last change: it still has the MX records of last month."),
        Group.DNS,
        mx="10 mx1, 20 mx2",
        hosts=(
            host("mx1", "192.0.2.200"),
            host("mx2", "192.0.2.201"),
        ),
        servers=("ns1.demo.example", "ns2.two-answers.example"),
        old_mx="10 mx1",
        shows=(
            "NS-MX-INCONSISTENT",
            "NS-SERIAL",
        ),
    ),
    DemoDomain(
        "lame-server.example",
        text("One of the name servers knows nothing of the domain."),
        Group.DNS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.202"),),
        servers=("ns1.demo.example", "ns2.lame-server.example"),
        shows=("NS-DELEGATION",),
    ),
    DemoDomain(
        "mute-server.example",
        text("One of the name servers never answers."),
        Group.DNS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.203"),),
        servers=("ns1.demo.example", "ns2.mute-server.example"),
        shows=("NS-MX-NORESP",),
    ),
    DemoDomain(
        "wrong-glue.example",
        text("The parent has an address for a name server that the server has no more."),
        Group.DNS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.204"),),
        servers=("ns1.demo.example", "ns2.wrong-glue.example"),
        shows=("NS-GLUE",),
    ),
    DemoDomain(
        "other-servers.example",
        text("The parent names other name servers than the domain itself."),
        Group.DNS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.205"),),
        delegated=("ns1.demo.example", "ns3.demo.example"),
        shows=("NS-DELEGATION",),
    ),
    DemoDomain(
        "one-server.example",
        text("A single name server: if it fails, nobody finds the domain."),
        Group.DNS,
        mx="10 mx",
        hosts=(host("mx", "192.0.2.206"),),
        servers=("ns1.demo.example",),
        shows=("NS-DELEGATION",),
    ),
)
