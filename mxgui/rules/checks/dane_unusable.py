"""TLSA records that no sender of mail can use."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.routing.dane_records import compared
from mxgui.routing.dane_steps import RecordResult, Result
from mxgui.routing.dane_words import result_words, short
from mxgui.rules.case import Case
from mxgui.rules.dane import dane_hosts, is_dns_open
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

_MOST = 3  # in one sentence


def _check(case: Case) -> Iterator[Finding]:
    for host in dane_hosts(case):
        records = case.dane.discovered(host).records
        unusable = [one for one in compared(records, None) if one.result is Result.UNUSABLE]
        if not unusable or is_dns_open(case, host):
            continue
        told = tuple(dict.fromkeys(_told(one) for one in unusable))[:_MOST]
        if len(unusable) == len(records):
            words = text(
                "No sender of mail can use a TLSA record of {host}: {records}",
                host=host.name,
                records=told,
            )
            yield Finding("DANE-UNUSABLE", Severity.WARNING, host.name, words)
        else:
            words = text(
                "Senders of mail pass over TLSA records of {host}: {records}",
                host=host.name,
                records=told,
            )
            yield Finding("DANE-UNUSABLE", Severity.NOTICE, host.name, words)


def _told(one: RecordResult) -> Text:
    return text("{record} ({result})", record=short(one.record), result=result_words(one))


RULES = (
    Rule(
        id="DANE-UNUSABLE",
        title=text("TLSA records that cannot be used"),
        why=text(
            "Usages 0 and 1 are not meant for mail, and a record with an unknown number or data of "
            "a wrong length says nothing. Where no other record is left, senders encrypt and take "
            "any certificate: whoever sits on the path can read the mail."
        ),
        fix=text(
            "Publish records of usage 3, or of usage 2 for an authority, with selector 1 and "
            "matching type 1: “3 1 1” or “2 1 1”, and 64 hexadecimal digits."
        ),
        references=(rfc("7672", "3.1.3"), rfc("7672", "2.2"), rfc("6698", "4.1")),
        check=_check,
    ),
)
