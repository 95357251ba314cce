"""The MX lookup itself: the domain does not exist, or DNS does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.records import Answer, Status
from mxgui.model.text import Text, text
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check_nxdomain(case: Case) -> Iterator[Finding]:
    if case.route.answer.status is Status.NXDOMAIN:
        words = text("{domain} does not exist", domain=case.domain)
        yield Finding("MX-NXDOMAIN", Severity.CRITICAL, case.domain, words)


def _check_servfail(case: Case) -> Iterator[Finding]:
    # One resolver's word: its own fault until the authoritative servers were asked.
    if case.route.answer.status is Status.SERVFAIL:
        words = _servfail(case.domain, case.route.answer)
        yield Finding("MX-SERVFAIL", Severity.INCONCLUSIVE, case.domain, words)


def _servfail(domain: str, answer: Answer) -> Text:
    if not answer.ede:
        return text("The MX lookup of {domain} fails: SERVFAIL", domain=domain)
    error = answer.ede[0]
    return text(
        "The MX lookup of {domain} fails: SERVFAIL, extended error {code} {words}",
        domain=domain,
        code=str(error.code),
        words=error.text,
    )


def _check_timeout(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    if answer.status is Status.TIMEOUT:
        words = text(
            "No resolver answered the MX question for {domain} in {took}",
            domain=case.domain,
            took=timedelta(seconds=answer.took),
        )
        yield Finding("MX-TIMEOUT", Severity.INCONCLUSIVE, case.domain, words)


RULES = (
    Rule(
        id="MX-NXDOMAIN",
        title=text("The domain does not exist"),
        why=text("Mail to a domain that does not exist is returned at once, without a retry."),
        fix=text(
            "Look for a slip in the name. If it is right, see whether the registration has run "
            "out, and whether the parent zone delegates the domain to name servers that know it."
        ),
        references=(rfc("1035", "4.1.1"), rfc("5321", "5.1")),
        check=_check_nxdomain,
    ),
    Rule(
        id="MX-SERVFAIL",
        title=text("The MX lookup fails"),
        why=text(
            "Senders keep the mail in their queues and ask again. If the failure lasts for days, "
            "the mail is returned. It may be the resolver's own trouble."
        ),
        fix=text(
            "Ask another resolver. If it fails there too, see whether the name servers of the "
            "domain answer, and whether its DNSSEC signatures and the DS record are in order."
        ),
        references=(rfc("5321", "5.1"), rfc("8914")),
        check=_check_servfail,
    ),
    Rule(
        id="MX-TIMEOUT",
        title=text("No resolver answered"),
        why=text(
            "Without an answer nothing can be said of the domain. A sender that gets none either "
            "keeps the mail and asks again."
        ),
        fix=text(
            "Try another resolver. If others answer, this one, or the way to it, is at fault; "
            "if none does, look at the name servers of the domain."
        ),
        references=(rfc("5321", "5.1"), rfc("1035", "4.2.1")),
        check=_check_timeout,
    ),
)
