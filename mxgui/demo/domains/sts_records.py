"""Domains about the records of MTA-STS and of TLS reports (RFC 8461, RFC 8460)."""

from __future__ import annotations

from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.policy_host import offering, policy_of
from mxgui.demo.zone import DemoDomain
from mxgui.model.text import text

DOMAINS = (
    DemoDomain(
        "sts-two-records.example",
        text("Two records, which count as none."),
        Group.STS,
        mx="10 mx",
        records="""
            _mta-sts TXT "v=STSv1; id=20260101T000000;"
            _mta-sts TXT "v=STSv1; id=20260101T120000;"
        """,
        hosts=(host("mx", "192.0.2.169"),),
        policy=offering("203.0.113.117", policy_of("enforce", "mx.sts-two-records.example")),
        shows=("STS-REC-MULTI",),
    ),
    DemoDomain(
        "sts-bad-record.example",
        text("The record is malformed."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1 id 20260101"',
        hosts=(host("mx", "192.0.2.170"),),
        policy=offering("203.0.113.118", policy_of("enforce", "mx.sts-bad-record.example")),
        shows=("STS-REC-SYNTAX",),
    ),
    DemoDomain(
        "sts-no-id.example",
        text("The record has no id, by which senders learn of a change."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1;"',
        hosts=(host("mx", "192.0.2.171"),),
        policy=offering("203.0.113.119", policy_of("enforce", "mx.sts-no-id.example")),
        shows=("STS-REC-ID",),
    ),
    DemoDomain(
        "sts-twice.example",
        text("The record tells its id twice."),
        Group.STS,
        mx="10 mx",
        records='_mta-sts TXT "v=STSv1; id=20260101; id=20260102;"',
        hosts=(host("mx", "192.0.2.172"),),
        policy=offering("203.0.113.120", policy_of("enforce", "mx.sts-twice.example")),
        shows=("STS-REC-DUPTAG",),
    ),
    DemoDomain(
        "sts-misplaced.example",
        text("The record stands at the domain itself, where no sender looks."),
        Group.STS,
        mx="10 mx",
        records='@ TXT "v=STSv1; id=20260101;"',
        hosts=(host("mx", "192.0.2.173"),),
        policy=offering("203.0.113.121", policy_of("enforce", "mx.sts-misplaced.example")),
        shows=("STS-REC-WRONGPLACE",),
    ),
    DemoDomain(
        "sts-lookup-fails.example",
        text("The question for the record fails."),
        Group.STS,
        mx="10 mx",
        records="_mta-sts SERVFAIL",
        hosts=(host("mx", "192.0.2.174"),),
        shows=("STS-LOOKUP-FAILED",),
    ),
    DemoDomain(
        "reports-malformed.example",
        text("The record for reports on TLS says nowhere where to send them."),
        Group.STS,
        mx="10 mx",
        records='_smtp._tls TXT "v=TLSRPTv1;"',
        hosts=(host("mx", "192.0.2.175"),),
        shows=("RPT-SYNTAX",),
    ),
    DemoDomain(
        "reports-twice.example",
        text("Two records for reports on TLS, which count as none."),
        Group.STS,
        mx="10 mx",
        records="""
            _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls-reports@reports-twice.example"
            _smtp._tls TXT "v=TLSRPTv1; rua=mailto:more-reports@reports-twice.example"
        """,
        hosts=(host("mx", "192.0.2.176"),),
        shows=("RPT-MULTI",),
    ),
    DemoDomain(
        "reports-nowhere.example",
        text("Reports on TLS are to go to an address that is none."),
        Group.STS,
        mx="10 mx",
        records='_smtp._tls TXT "v=TLSRPTv1; rua=postmaster@reports-nowhere.example"',
        hosts=(host("mx", "192.0.2.177"),),
        shows=("RPT-URI",),
    ),
)
