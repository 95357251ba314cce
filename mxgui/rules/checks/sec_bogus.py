"""Answers that DNSSEC says are not genuine: senders that validate treat the lookup as failed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.routing.route import Host, Kind, Special
from mxgui.routing.security_words import reason_words
from mxgui.rules.beside import lost_beside
from mxgui.rules.case import Case
from mxgui.rules.class_weight import weight_for_class
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.validated import (
    is_bogus,
    lookups_of,
    security_of,
    validating_senders,
)


def _check_mx(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    if case.inspection.entry.domain.literal is None and is_bogus(case, answer):
        words = text(
            "The MX answer for {domain} does not pass DNSSEC: {reason}",
            domain=case.domain,
            reason=reason_words(security_of(case, answer)),
        )
        includes = ("MX-SERVFAIL", *lost_beside(case, partial(is_bogus, case)))
        yield Finding("SEC-BOGUS-MX", Severity.CRITICAL, case.domain, words, includes=includes)


def _check_addresses(case: Case) -> Iterator[Finding]:
    senders = validating_senders(case)
    for host in _looked_up(case):
        bogus = [answer for answer in lookups_of(host) if is_bogus(case, answer)]
        if not bogus:
            continue
        weight = weight_for_class(case, host, senders)
        words = text(
            "The address lookup of {host} ({kinds}) does not pass DNSSEC: {reason}",
            host=host.name,
            kinds=tuple(answer.question.type.value for answer in bogus),
            reason=reason_words(security_of(case, bogus[0])),
        )
        # a lookup that fails for another reason is another finding
        failed = [answer for answer in lookups_of(host) if answer.status is Status.SERVFAIL]
        is_whole = all(answer in bogus for answer in failed)
        includes = ("MX-TARGET-SERVFAIL",) if is_whole else ()
        yield Finding(
            "SEC-BOGUS-ADDR", weight.severity, host.name, words, weight.provisional, includes
        )


def _looked_up(case: Case) -> Iterator[Host]:
    """The hosts that are looked up; a domain that is its own has to have an address for that."""
    for host in case.hosts:
        is_own = case.route.kind is Kind.IMPLICIT and bool(host.addresses)
        if case.route.kind is Kind.MX or is_own:
            yield from (host,) if host.special in (None, Special.DUPLICATE) else ()


RULES = (
    Rule(
        id="SEC-BOGUS-MX",
        title=text("The MX answer is bogus"),
        why=text(
            "The zone ought to be signed, and this answer is not signed rightly. Senders whose "
            "resolvers validate DNSSEC, among them many of the largest, get no answer at all: they "
            "keep the mail, and return it after some days."
        ),
        fix=text(
            "Look at the step that fails. Signatures that ran out want signing anew; a DS that "
            "fits no key wants to be replaced, or removed, at the registrar; a missing proof wants "
            "a repaired signer. Until that is done, removing the DS lets the mail flow unsigned."
        ),
        references=(rfc("4033", "5"), rfc("4035", "5")),
        check=_check_mx,
    ),
    Rule(
        id="SEC-BOGUS-ADDR",
        title=text("The addresses of an exchange are bogus"),
        why=text(
            "Senders whose resolvers validate DNSSEC cannot look this exchange up. They go on to "
            "the next one; without another they keep the mail, and return it after some days."
        ),
        fix=text(
            "Look at the step that fails, in the zone that the exchange's name lies in: sign it "
            "anew, or put the DS at the registrar right."
        ),
        references=(rfc("4035", "5"), rfc("7672", "2.1.2")),
        check=_check_addresses,
    ),
)
