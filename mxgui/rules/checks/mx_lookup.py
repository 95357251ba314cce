"""The MX lookup itself: the domain does not exist, or DNS does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.records import Answer, AttemptResult, Status
from mxgui.model.text import Text, text
from mxgui.routing.authority import nobody_has_mx
from mxgui.routing.certainty import fails_without_checking
from mxgui.routing.route import Kind
from mxgui.rules.beside import failing_alike
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.validated import is_validating, security_of


def _check_nxdomain(case: Case) -> Iterator[Finding]:
    if case.route.answer.status is Status.NXDOMAIN:
        words = _nxdomain(case.domain, case.route.answer)
        yield Finding("MX-NXDOMAIN", Severity.CRITICAL, case.domain, words)


def _nxdomain(domain: str, answer: Answer) -> Text:
    # said of the last name of the aliases (RFC 6604, section 2.1)
    if answer.aliases:
        return text(
            "{domain} is an alias of {target}, which does not exist",
            domain=domain,
            target=answer.canonical,
        )
    return text("{domain} does not exist", domain=domain)


def _check_servfail(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    if answer.status is not Status.SERVFAIL:
        return
    words, beside = _servfail(case.domain, answer), failing_alike(case, Status.SERVFAIL)
    if nobody_has_mx(case.inspection) or fails_without_checking(security_of(case, answer)):
        yield Finding("MX-SERVFAIL", Severity.CRITICAL, case.domain, words, includes=beside)
    else:
        # One resolver's word: its own fault until the authoritative servers were asked.
        is_open = is_validating(case, answer)
        yield Finding("MX-SERVFAIL", Severity.INCONCLUSIVE, case.domain, words, is_open, beside)


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
        beside = failing_alike(case, Status.TIMEOUT)
        severity = Severity.INCONCLUSIVE
        yield Finding("MX-TIMEOUT", severity, case.domain, words, includes=beside)


def _check_refused(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    if answer.status is Status.REFUSED:
        words = text("The resolver refuses the MX question for {domain}", domain=case.domain)
        if answer.ede and answer.ede[0].text:
            words = text(
                "The resolver refuses the MX question for {domain}: “{words}”",
                domain=case.domain,
                words=answer.ede[0].text,
            )
        beside = failing_alike(case, Status.REFUSED)
        severity = Severity.INCONCLUSIVE
        yield Finding("MX-REFUSED", severity, case.domain, words, includes=beside)


def _check_truncated(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    if answer.status is Status.BAD_ANSWER and any(
        attempt.result is AttemptResult.TRUNCATED for attempt in answer.attempts
    ):
        words = text(
            "The MX answer for {domain} does not fit into one packet, and cannot be had over TCP",
            domain=case.domain,
        )
        yield Finding(
            "MX-TRUNCATED", Severity.ERROR, case.domain, words, includes=("MX-BAD-ANSWER",)
        )


def _check_bad_answer(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    # an answer that has records, and not one of the type, is of no more use than a broken one
    is_useless = case.route.kind is Kind.UNKNOWN and answer.status is Status.NOERROR
    if answer.status is Status.BAD_ANSWER or is_useless:
        words = text(
            "The answer to the MX question for {domain} cannot be used", domain=case.domain
        )
        yield Finding("MX-BAD-ANSWER", Severity.INCONCLUSIVE, case.domain, words)


RULES = (
    Rule(
        id="MX-TRUNCATED",
        title=text("The MX answer cannot be had whole"),
        why=text(
            "A long answer is cut in the first packet and asked for again over TCP. Where that "
            "fails, a part of the list must not be used: senders that ask this resolver keep the "
            "mail and try again for days."
        ),
        fix=text(
            "Let the resolver, and the firewall before it, answer over TCP on port 53 as well. "
            "Fewer MX records make the answer fit."
        ),
        references=(rfc("974"), rfc("7766", "5")),
        check=_check_truncated,
    ),
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
            "Without an answer nothing can be said of the domain. A sender that gets none keeps "
            "the mail too, and asks again."
        ),
        fix=text(
            "Try another resolver. If others answer, this one, or the way to it, is at fault; "
            "if none does, look at the name servers of the domain."
        ),
        references=(rfc("5321", "5.1"), rfc("1035", "4.2.1")),
        check=_check_timeout,
    ),
    Rule(
        id="MX-REFUSED",
        title=text("The resolver refuses the question"),
        why=text(
            "A resolver refuses whom it does not serve, or what it filters. That tells nothing of "
            "the domain: senders ask other resolvers."
        ),
        fix=text(
            "Ask another resolver. If this one is yours, let it answer this computer; if senders "
            "of yours use it, their mail to the domain waits."
        ),
        references=(rfc("1035", "4.1.1"), rfc("8914", "4")),
        check=_check_refused,
    ),
    Rule(
        id="MX-BAD-ANSWER",
        title=text("The answer to the MX question cannot be used"),
        why=text(
            "It is malformed, cut off for good, meant for another question, or an error of a rare "
            "kind. A sender that gets the same keeps the mail and asks again. It may be the fault "
            "of this resolver, or of a box on the way to it."
        ),
        fix=text(
            "Ask another resolver, or the same one over TLS, where nobody on the way can touch the "
            "answer. If others get the same, look at the name servers of the domain."
        ),
        references=(rfc("1035", "4.1"), rfc("1035", "7.3"), rfc("5321", "5.1")),
        check=_check_bad_answer,
    ),
)
