"""TLSA records that match, and what their next change will take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mxgui.model.text import text
from mxgui.routing.dane import Dane
from mxgui.routing.dane_steps import RecordResult, Result, Verdict
from mxgui.routing.dane_words import short
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.usable import CERT, DANE_EE
from mxgui.rules.case import Case
from mxgui.rules.dane import dane_hosts, dane_of_addresses, is_dane_open
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

_SOON = timedelta(days=14)  # before its end a certificate is renewed, if it is at all


def _matching(case: Case) -> Iterator[tuple[Host, HostAddress, Dane]]:
    """Give the hosts that match wherever they were seen, with the first decision."""
    for host in dane_hosts(case):
        every = list(dane_of_addresses(case, host))
        matching = [(own, dane) for own, dane in every if dane.verdict is Verdict.MATCH]
        failing = any(dane.verdict.skips for _, dane in every)
        if matching and not failing and not is_dane_open(case, host):
            own, dane = matching[0]
            yield host, own, dane


def _check_match(case: Case) -> Iterator[Finding]:
    for host, _, dane in _matching(case):
        if dane.deciding is not None:
            words = text(
                "{host} is protected by DANE: it shows what its TLSA record {record} names",
                host=host.name,
                record=short(dane.deciding.record),
            )
            yield Finding("DANE-MATCH", Severity.INFO, host.name, words)


def _check_rollover(case: Case) -> Iterator[Finding]:
    for host, _, dane in _matching(case):
        counting = [one for one in dane.records if one.result in (Result.MATCH, Result.NO_MATCH)]
        if len(counting) != 1 or counting[0].record.usage != DANE_EE:
            continue
        ttl = _original_ttl(case, host)
        if ttl is None:
            words = text(
                "{host} has a TLSA record for the present key, and none for the next one",
                host=host.name,
            )
        else:
            words = text(
                "{host} has a TLSA record for the present key, and none for the next one: the key "
                "can be changed {wait} after the next record is published",
                host=host.name,
                wait=timedelta(seconds=2 * ttl),
            )
        yield Finding("DANE-ROLLOVER", Severity.INFO, host.name, words)


def _original_ttl(case: Case, host: Host) -> int | None:
    """Give how long caches keep the records at most, in seconds; never what is left in one."""
    answer = case.dane.discovered(host).answer
    if answer is None:
        return None
    signed = case.inspection.security(answer.question.name, answer.question.type).ttl_original
    return signed if signed is not None else answer.ttl_original


def _check_risk(case: Case) -> Iterator[Finding]:
    for host, own, dane in _matching(case):
        ends = _end_of_pinned(case, host, own, dane)
        if ends is None:
            continue
        words = text(
            "The certificate of {host} ends on {ends}, and its TLSA record {record} fits no other",
            host=host.name,
            ends=ends,
            record=short(dane.deciding.record) if dane.deciding else "",
        )
        yield Finding("DANE-ROLLOVER-RISK", Severity.WARNING, host.name, words)


def _end_of_pinned(case: Case, host: Host, own: HostAddress, dane: Dane) -> datetime | None:
    """Give when the certificate ends, if that is soon and every record that counts is of it alone.

    A record of the key outlives the certificate; one more record may be that of the next one.
    """
    counting = [one for one in dane.records if one.result in (Result.MATCH, Result.NO_MATCH)]
    probe = case.inspection.probe(own.address, host=host.name)
    if probe is None or probe.tls is None or not all(_pins_leaf(one) for one in counting):
        return None
    ends, at = probe.tls.chain[0].not_after, probe.began or case.inspection.began
    return ends if ends is not None and ends - at <= _SOON else None


def _pins_leaf(one: RecordResult) -> bool:
    record = one.record
    return one.result is Result.MATCH and (record.usage, record.selector) == (DANE_EE, CERT)


RULES = (
    Rule(
        id="DANE-ROLLOVER-RISK",
        title=text("A TLSA record fits only a certificate that ends soon"),
        why=text(
            "The record names the certificate as a whole. As soon as it is renewed, senders that "
            "use DANE find no match and skip the host, until the new record has reached them."
        ),
        fix=text(
            "Publish the record of the next certificate before it is used and wait two TTLs; or "
            "publish “3 1 1” with the digest of the key and keep the key when renewing."
        ),
        references=(rfc("7671", "8"), rfc("7671", "5.1")),
        check=_check_risk,
    ),
    Rule(
        id="DANE-MATCH",
        title=text("DANE protects a mail host"),
        why=text(
            "Senders that use DANE encrypt mail to this host and know that it is the right one, "
            "whatever anybody on the path does."
        ),
        fix=text("Nothing has to be done."),
        references=(rfc("7672", "2.2"),),
        check=_check_match,
    ),
    Rule(
        id="DANE-ROLLOVER",
        title=text("The next key has no TLSA record yet"),
        why=text(
            "Caches keep the present set of records for its TTL. A key that is changed before the "
            "new record is everywhere makes senders that use DANE skip the host."
        ),
        fix=text(
            "Before the next change of the key, publish its record beside the present one, wait "
            "two TTLs, change the key, and take the old record out."
        ),
        references=(rfc("7671", "8.1"),),
        check=_check_rollover,
    ),
)
