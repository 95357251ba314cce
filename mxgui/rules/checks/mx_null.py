"""Null MX: the domain says that it takes no mail, clearly or in a way that senders dispute."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Mx
from mxgui.model.text import text
from mxgui.routing.route import Kind, is_null
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check_null(case: Case) -> Iterator[Finding]:
    if case.route.kind is Kind.NULL:
        words = text("{domain} takes no mail and says so: null MX", domain=case.domain)
        yield Finding("MX-NULL", Severity.INFO, case.domain, words)


def _check_mixed(case: Case) -> Iterator[Finding]:
    nulls = _nulls(case)
    others = len(case.route.answer.mx) - len(nulls)
    if nulls and others:
        words = text("A null MX stands beside other MX records of {domain}", domain=case.domain)
        includes = ("MX-NULL-PREF",) if _has_preference(nulls) else ()
        yield Finding("MX-NULL-MIXED", Severity.CRITICAL, case.domain, words, includes=includes)


def _check_preference(case: Case) -> Iterator[Finding]:
    nulls = _nulls(case)
    if _has_preference(nulls):
        words = text(
            "The null MX of {domain} has preference {preference} instead of 0",
            domain=case.domain,
            preference=str(max(record.preference for record in nulls)),
        )
        includes = ("MX-NULL",) if case.route.kind is Kind.NULL else ()
        yield Finding("MX-NULL-PREF", Severity.WARNING, case.domain, words, includes=includes)


def _nulls(case: Case) -> tuple[Mx, ...]:
    return tuple(record for record in case.route.answer.mx if is_null(record))


def _has_preference(nulls: tuple[Mx, ...]) -> bool:
    return any(record.preference for record in nulls)


RULES = (
    Rule(
        id="MX-NULL",
        title=text("Null MX: the domain takes no mail"),
        why=text(
            "Senders return mail to the domain at once, with a clear reason. Mail that claims to "
            "come from the domain may be refused, since no reply could be delivered."
        ),
        fix=text("Nothing is wrong if no mail is wanted. Otherwise name the mail host instead."),
        references=(rfc("7505", "3"), rfc("7505", "4")),
        check=_check_null,
    ),
    Rule(
        id="MX-NULL-MIXED",
        title=text("A null MX beside other MX records"),
        why=text(
            "A null MX has to stand alone. Beside other records senders disagree: Postfix returns "
            "all mail for the domain, Exim skips the null record and delivers to the others."
        ),
        fix=text(
            "Take the record with the exchange “.” away if mail is wanted; take all the others "
            "away if none is."
        ),
        references=(rfc("7505", "3"),),
        check=_check_mixed,
    ),
    Rule(
        id="MX-NULL-PREF",
        title=text("A null MX with a preference other than 0"),
        why=text(
            "Only preference 0 makes it a null MX. Some senders take it for one anyway; others "
            "look for a host named “.”, and some of them try again for days."
        ),
        fix=text("Publish the null MX with preference 0 and the exchange “.”."),
        references=(rfc("7505", "3"),),
        check=_check_preference,
    ),
)
