"""Domains about MTA-STS: policies, and the hosts that offer them (RFC 8461)."""

from __future__ import annotations

from mxgui.demo import behaviour as manners
from mxgui.demo.behaviour import Papers
from mxgui.demo.group import Group
from mxgui.demo.hosts import host, read_address
from mxgui.demo.policy_host import PolicyHost, offering, policy_of
from mxgui.demo.zone import DemoDomain
from mxgui.model.text import text

TOO_MANY = 14_000  # lines: more than 64 KiB


DOMAINS = (
    DemoDomain(
        "sts.example",
        text("A policy in force covers the only host, and reports on TLS are asked for."),
        Group.STS,
        mx="10 mx",
        records="""
            _mta-sts TXT "v=STSv1; id=20260101T000000;"
            _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls-reports@sts.example"
        """,
        hosts=(host("mx", "192.0.2.150"),),
        policy=offering("203.0.113.100", policy_of("enforce", "mx.sts.example")),
        shows=("STS-OK",),
    ),
    DemoDomain(
        "sts-testing.example",
        text("A policy on trial: reports tell what would fail, mail is delivered all the same."),
        Group.STS,
        mx="10 mx",
        records="""
            _mta-sts TXT "v=STSv1; id=20260101T000000;"
            _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls-reports@sts-testing.example"
        """,
        hosts=(host("mx", "192.0.2.151", manners.showing(Papers.SELF_SIGNED)),),
        policy=offering("203.0.113.101", policy_of("testing", "mx.sts-testing.example")),
        shows=("STS-TESTING",),
    ),
    DemoDomain(
        "sts-none-mode.example",
        text("A policy with mode none: the domain takes its leave from MTA-STS in order."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.152"),),
        policy=offering("203.0.113.102", policy_of("none", max_age=86_400)),
    ),
    DemoDomain(
        "sts-uncovered.example",
        text("The policy in force leaves out the backup: senders that obey it will not use that."),
        Group.STS,
        mx="10 mx, 20 backup",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(
            host("mx", "192.0.2.153"),
            host("backup", "192.0.2.154"),
        ),
        policy=offering("203.0.113.103", policy_of("enforce", "mx.sts-uncovered.example")),
        shows=("STS-MX-UNCOVERED",),
    ),
    DemoDomain(
        "sts-bad-host.example",
        text("The policy is in force, and the only host shows a self-signed certificate."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.155", manners.showing(Papers.SELF_SIGNED)),),
        policy=offering("203.0.113.104", policy_of("enforce", "mx.sts-bad-host.example")),
        shows=("STS-CERT",),
    ),
    DemoDomain(
        "sts-unused.example",
        text("A pattern of the policy matches no exchange."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.156"),),
        policy=offering(
            "203.0.113.105",
            policy_of("enforce", "mx.sts-unused.example", "*.old.sts-unused.example"),
        ),
        shows=("STS-PATTERN-UNUSED",),
    ),
    DemoDomain(
        "sts-short.example",
        text("The policy may be kept for an hour only."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.157"),),
        policy=offering(
            "203.0.113.106", policy_of("enforce", "mx.sts-short.example", max_age=3600)
        ),
        shows=("STS-SHORT-MAXAGE",),
    ),
    DemoDomain(
        "sts-no-host.example",
        text("A record, and no host that offers the policy."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.158"),),
        shows=("STS-FETCH-DNS",),
    ),
    DemoDomain(
        "sts-refused.example",
        text("The policy host refuses connections."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.159"),),
        policy=offering("-203.0.113.107", ""),
        shows=("STS-FETCH-TCP",),
    ),
    DemoDomain(
        "sts-missing.example",
        text("The policy host answers 404: there is a record and no policy."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.160"),),
        policy=PolicyHost(read_address("203.0.113.108"), "Not here.\n", status=404),
        shows=("STS-FETCH-STATUS",),
    ),
    DemoDomain(
        "sts-redirect.example",
        text("The policy host sends senders elsewhere, where they must not go."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.161"),),
        policy=PolicyHost(
            read_address("203.0.113.109"),
            status=302,
            location="https://www.demo.example/mta-sts.txt",
        ),
        shows=("STS-FETCH-REDIRECT",),
    ),
    DemoDomain(
        "sts-wrong-certificate.example",
        text("The certificate of the policy host names another host."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.162"),),
        policy=PolicyHost(
            read_address("203.0.113.110"),
            policy_of("enforce", "mx.sts-wrong-certificate.example"),
            papers=Papers.OTHER_NAME,
        ),
        shows=("STS-FETCH-TLS",),
    ),
    DemoDomain(
        "sts-web-page.example",
        text("The policy is told to be a web page."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.163"),),
        policy=PolicyHost(
            read_address("203.0.113.111"),
            policy_of("enforce", "mx.sts-web-page.example"),
            media_type="text/html",
        ),
        shows=("STS-FETCH-CTYPE",),
    ),
    DemoDomain(
        "sts-too-big.example",
        text("The policy is larger than 64 KiB."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.164"),),
        policy=offering(
            "203.0.113.112", policy_of("enforce", "mx.sts-too-big.example") + "x: y\n" * TOO_MANY
        ),
        shows=("STS-FETCH-SIZE",),
    ),
    DemoDomain(
        "sts-syntax.example",
        text("The policy is no policy: a line has no colon."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.165"),),
        policy=offering("203.0.113.113", "version: STSv1\nmode enforce\nmax_age: 86400\n"),
        shows=("STS-POL-SYNTAX",),
    ),
    DemoDomain(
        "sts-bad-mode.example",
        text("The policy has a mode that does not exist."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.166"),),
        policy=offering("203.0.113.114", policy_of("strict", "mx.sts-bad-mode.example")),
        shows=("STS-POL-MODE",),
    ),
    DemoDomain(
        "sts-no-age.example",
        text("The policy does not say how long it may be kept."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.167"),),
        policy=offering(
            "203.0.113.115", "version: STSv1\nmode: enforce\nmx: mx.sts-no-age.example\n"
        ),
        shows=("STS-POL-MAXAGE",),
    ),
    DemoDomain(
        "sts-no-mx.example",
        text("The policy in force names no exchange."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101T000000;"',
        hosts=(host("mx", "192.0.2.168"),),
        policy=offering("203.0.113.116", policy_of("enforce")),
        shows=("STS-POL-NOMX",),
    ),
)
