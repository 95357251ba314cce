"""Domains about DANE: TLSA records, and what hosts show beside them (RFC 7672)."""

from __future__ import annotations

from mxgui.demo import behaviour as manners
from mxgui.demo.behaviour import Papers
from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.zone import DemoDomain, Signing
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "dane.example",
        text("TLSA records of today's key and of the next one: protected, and ready for a change."),
        Group.DANE,
        mx="10 mx",
        records="""
            _25._tcp.mx TLSA 3 1 1 own
            _25._tcp.mx TLSA 3 1 1 next
        """,
        hosts=(host("mx", "192.0.2.120 2001:db8:1::120"),),
        shows=("DANE-MATCH",),
    ),
    DemoDomain(
        "dane-one-record.example",
        text("One TLSA record matches; the next key has none yet."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 3 1 1 own",
        hosts=(host("mx", "192.0.2.121"),),
        shows=(
            "DANE-MATCH",
            "DANE-ROLLOVER",
        ),
    ),
    DemoDomain(
        "dane-authority.example",
        text("The TLSA record names the authority behind the certificate."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 2 1 1 issuer",
        hosts=(host("mx", "192.0.2.122"),),
        shows=("DANE-MATCH",),
    ),
    DemoDomain(
        "dane-whole-authority.example",
        text("The TLSA record carries the authority's certificate, which the host does not send."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 2 0 0 root",
        hosts=(host("mx", "192.0.2.123"),),
        shows=("DANE-MATCH",),
    ),
    DemoDomain(
        "dane-mismatch.example",
        text("The only host shows another key than its TLSA record names: DANE senders wait."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 3 1 1 other",
        hosts=(host("mx", "192.0.2.124"),),
        shows=("DANE-MISMATCH",),
    ),
    DemoDomain(
        "dane-first-mismatch.example",
        text("The best host fails DANE, the backup passes: senders that use DANE take the backup."),
        Group.DANE,
        mx="10 mx1, 20 mx2",
        records="""
            _25._tcp.mx1 TLSA 3 1 1 other
            _25._tcp.mx2 TLSA 3 1 1 own
        """,
        hosts=(
            host("mx1", "192.0.2.125"),
            host("mx2", "192.0.2.126"),
        ),
        shows=("DANE-MISMATCH",),
    ),
    DemoDomain(
        "dane-some-addresses.example",
        text("One address shows the key of the TLSA record, the other address another key."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 3 1 1 own",
        hosts=(host("mx", "192.0.2.127 ~192.0.2.128", odd=manners.showing(Papers.DIRECT)),),
        shows=("DANE-MISMATCH-SOME-ADDR",),
    ),
    DemoDomain(
        "dane-partial.example",
        text("One of two exchanges has TLSA records, so half of the mail is protected."),
        Group.DANE,
        mx="10 mx1, 10 mx2",
        records="""
            _25._tcp.mx1 TLSA 3 1 1 own
            _25._tcp.mx1 TLSA 3 1 1 next
        """,
        hosts=(
            host("mx1", "192.0.2.129"),
            host("mx2", "192.0.2.130"),
        ),
        shows=("DANE-PARTIAL",),
    ),
    DemoDomain(
        "dane-outranked.example",
        text("A record with SHA-256 matches, and an outdated one with SHA-512 outranks it."),
        Group.DANE,
        mx="10 mx",
        records="""
            _25._tcp.mx TLSA 3 1 1 own
            _25._tcp.mx TLSA 3 1 2 other
        """,
        hosts=(host("mx", "192.0.2.131"),),
        shows=("DANE-OUTRANKED",),
    ),
    DemoDomain(
        "dane-unusable.example",
        text(
            "TLSA records of a kind that is not used for mail: as if there were none, but with TLS."
        ),
        Group.DANE,
        mx="10 mx",
        records="""
            _25._tcp.mx TLSA 1 1 1 own
            _25._tcp.mx TLSA 0 0 1 root
        """,
        hosts=(host("mx", "192.0.2.132"),),
        shows=("DANE-UNUSABLE",),
    ),
    DemoDomain(
        "dane-lookup-fails.example",
        text("The question for TLSA records fails: senders that use DANE leave the host out."),
        Group.DANE,
        mx="10 mx1, 20 mx2",
        records="_25._tcp.mx1 SERVFAIL",
        hosts=(
            host("mx1", "192.0.2.133"),
            host("mx2", "192.0.2.134"),
        ),
        shows=("DANE-SERVFAIL",),
    ),
    DemoDomain(
        "dane-no-starttls.example",
        text("TLSA records, and a host that does not offer STARTTLS."),
        Group.DANE,
        mx="10 mx",
        records="""
            _25._tcp.mx TLSA 3 1 1 own
            _25._tcp.mx TLSA 3 1 1 next
        """,
        hosts=(host("mx", "192.0.2.135", manners.UNENCRYPTED),),
        shows=("DANE-NO-STARTTLS",),
    ),
    DemoDomain(
        "dane-no-chain.example",
        text("The TLSA record names an authority whose certificate the host does not send."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 2 1 1 root",
        hosts=(host("mx", "192.0.2.136"),),
        shows=("DANE-TA-NO-CHAIN",),
    ),
    DemoDomain(
        "dane-other-name.example",
        text("The TLSA record names the authority, and the certificate names another host."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 2 1 1 issuer",
        hosts=(host("mx", "192.0.2.137", manners.showing(Papers.OTHER_NAME)),),
        shows=("DANE-TA-NAME",),
    ),
    DemoDomain(
        "dane-expired.example",
        text("The certificate is out of date, and matches its TLSA record: to DANE that is fine."),
        Group.DANE,
        mx="10 mx",
        records="""
            _25._tcp.mx TLSA 3 1 1 own
            _25._tcp.mx TLSA 3 1 1 next
        """,
        hosts=(host("mx", "192.0.2.138", manners.showing(Papers.EXPIRED)),),
        shows=(
            "DANE-MATCH",
            "TLS-CERT-EXPIRED",
        ),
    ),
    DemoDomain(
        "dane-change-ahead.example",
        text("The certificate ends in nine days, and the TLSA record pins it whole."),
        Group.DANE,
        mx="10 mx",
        records="_25._tcp.mx TLSA 3 0 1 own",
        hosts=(host("mx", "192.0.2.139", manners.showing(Papers.SOON)),),
        shows=("DANE-ROLLOVER-RISK",),
    ),
    DemoDomain(
        "dane-alias.example",
        text("The exchange is an alias, and its TLSA records are those of the host behind it."),
        Group.DANE,
        mx="10 mail",
        records="""
            mail CNAME mx
            _25._tcp.mx TLSA 3 1 1 own
            _25._tcp.mx TLSA 3 1 1 next
        """,
        hosts=(host("mx", "192.0.2.140"),),
        shows=(
            "MX-CNAME",
            "DANE-MATCH",
        ),
    ),
    DemoDomain(
        "dane-elsewhere.example",
        text("The TLSA record is an alias that leads to a record kept for all hosts."),
        Group.DANE,
        mx="10 mx",
        records="""
            _25._tcp.mx CNAME _dane
            _dane TLSA 2 1 1 issuer
        """,
        hosts=(host("mx", "192.0.2.141"),),
        shows=(
            "DANE-ALIAS",
            "DANE-MATCH",
        ),
    ),
    DemoDomain(
        "dane-unsigned.example",
        text("TLSA records in a domain that is not signed: they count for nothing."),
        Group.DANE,
        mx="10 mx",
        signing=Signing.UNSIGNED,
        records="_25._tcp.mx TLSA 3 1 1 own",
        hosts=(host("mx", "192.0.2.142"),),
        shows=("DANE-NOT-APPLICABLE",),
    ),
    DemoDomain(
        "dane-behind-unsigned.example",
        text("The domain is not signed, but its exchange is: DANE protects what reaches the host."),
        Group.DANE,
        mx="10 mx.dane.example.",
        signing=Signing.UNSIGNED,
        shows=(
            "DANE-MATCH",
            "SEC-INSECURE",
        ),
    ),
    DemoDomain(
        "dane-two-names.example",
        text("Two exchanges share an address, and each has a key and a TLSA record of its own."),
        Group.DANE,
        mx="10 mx1, 20 mx2",
        records="""
            _25._tcp.mx1 TLSA 3 1 1 own
            _25._tcp.mx2 TLSA 3 1 1 own
        """,
        hosts=(
            host("mx1", "192.0.2.143"),
            host("mx2", "192.0.2.143"),
        ),
        shows=(
            "DANE-MATCH",
            "MX-DUP-ADDR",
        ),
    ),
)
