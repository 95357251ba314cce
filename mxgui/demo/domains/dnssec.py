"""Domains about DNSSEC: how zones are signed, and how that goes wrong (RFC 4035)."""

from __future__ import annotations

from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.zone import DemoDomain, Denial, Signing
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "signed.example",
        text("Every answer is signed, from the root down."),
        Group.DNSSEC,
        mx="10 mx",
        denial=Denial.NSEC3,
        hosts=(host("mx", "192.0.2.180"),),
    ),
    DemoDomain(
        "unsigned.example",
        text("The domain is not signed, as most are not: DANE cannot protect it."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.UNSIGNED,
        hosts=(host("mx", "192.0.2.181"),),
        shows=("SEC-INSECURE",),
    ),
    DemoDomain(
        "no-ds.example",
        text("The domain is signed, but its parent does not say so."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.NO_DS,
        hosts=(host("mx", "192.0.2.182"),),
        shows=("SEC-NO-DS",),
    ),
    DemoDomain(
        "signature-expired.example",
        text("The signatures ended yesterday: senders that validate wait, the others deliver."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.EXPIRED,
        hosts=(host("mx", "192.0.2.183"),),
        shows=("SEC-BOGUS-MX",),
    ),
    DemoDomain(
        "signature-too-early.example",
        text("The signatures begin next week."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.NOT_YET,
        hosts=(host("mx", "192.0.2.184"),),
        shows=("SEC-BOGUS-MX",),
    ),
    DemoDomain(
        "wrong-ds.example",
        text("The parent names a key that the domain has no more."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.WRONG_DS,
        hosts=(host("mx", "192.0.2.185"),),
        shows=("SEC-BOGUS-MX",),
    ),
    DemoDomain(
        "signatures-gone.example",
        text("The parent names a key, and the domain was moved to servers that do not sign."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.NOT_SIGNED,
        hosts=(host("mx", "192.0.2.186"),),
        shows=("SEC-BOGUS-MX",),
    ),
    DemoDomain(
        "tampered.example",
        text("The signatures are those of other records."),
        Group.DNSSEC,
        mx="10 mx",
        signing=Signing.TAMPERED,
        hosts=(host("mx", "192.0.2.187"),),
        shows=("SEC-BOGUS-MX",),
    ),
    DemoDomain(
        "bogus-host.example",
        text("The addresses of the best exchange fail validation; a second exchange stands by."),
        Group.DNSSEC,
        mx="10 mx.tampered.example., 20 mx",
        hosts=(host("mx", "192.0.2.188"),),
        shows=("SEC-BOGUS-ADDR",),
    ),
    DemoDomain(
        "wildcard.example",
        text("The exchange's address comes from a wildcard, which is proved too."),
        Group.DNSSEC,
        mx="10 any-name.mail",
        records="*.mail A 192.0.2.199",
        hosts=(host("served-by.mail", "192.0.2.199"),),
    ),
    DemoDomain(
        "opt-out.example",
        text("The exchange is in a part of the domain that is not signed."),
        Group.DNSSEC,
        mx="10 mx.unsigned",
        denial=Denial.OPT_OUT,
        hosts=(host("mx.unsigned", "192.0.2.189"),),
        shows=("SEC-INSECURE",),
    ),
)
