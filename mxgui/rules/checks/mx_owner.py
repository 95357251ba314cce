"""A domain that is itself an alias: its mail goes by another name, or in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Answer, Status
from mxgui.model.text import text
from mxgui.routing.route import Kind
from mxgui.routing.standing import is_circle, is_lost_in_circle
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check_alias(case: Case) -> Iterator[Finding]:
    answer = case.route.answer
    if answer.aliases and answer.status in (Status.NOERROR, Status.NODATA):
        words = text(
            "{domain} is an alias: mail for it goes by the records of {target}",
            domain=case.domain,
            target=answer.canonical,
        )
        yield Finding("MX-OWNER-CNAME", Severity.NOTICE, case.domain, words)


def _check_loop(case: Case) -> Iterator[Finding]:
    answer = _loop(case)
    if answer is None:
        return
    if is_circle(answer):
        words = text(
            "The aliases of {domain} lead in a circle: {targets}",
            domain=case.domain,
            targets=tuple(alias.target for alias in answer.aliases),
        )
        yield Finding("MX-OWNER-LOOP", Severity.CRITICAL, case.domain, words)
    else:
        # How far a sender's resolver follows is not known: 8 to 16 steps are usual.
        words = text("{domain} has more aliases in a row than are followed", domain=case.domain)
        yield Finding("MX-OWNER-LOOP", Severity.INCONCLUSIVE, case.domain, words)


def _loop(case: Case) -> Answer | None:
    """Give the answer that tells of it: to MX, or to where the domain's own address stands in."""
    if case.route.answer.status is Status.LOOP:
        return case.route.answer
    if case.route.kind is Kind.IMPLICIT and case.hosts:
        host = case.hosts[0]
        if not host.addresses and is_lost_in_circle(case.inspection, host):
            return host.a if is_circle(host.a) else host.aaaa
    return None


RULES = (
    Rule(
        id="MX-OWNER-CNAME",
        title=text("The domain is an alias"),
        why=text(
            "Whoever keeps the other name decides where mail for this domain goes. Beside an alias "
            "no other record counts: MX or SPF records at the domain itself are not seen, and some "
            "senders rewrite the recipient to the other name."
        ),
        fix=text(
            "Nothing is wrong if that is meant. Otherwise replace the alias by the records that "
            "are wanted; for a web address, by A and AAAA records."
        ),
        references=(rfc("1034", "3.6.2"), rfc("5321", "5.1")),
        check=_check_alias,
    ),
    Rule(
        id="MX-OWNER-LOOP",
        title=text("The aliases of the domain lead nowhere"),
        why=text(
            "A resolver gives up after some steps and senders find no route: most return the mail, "
            "others keep it for days and return it then."
        ),
        fix=text("Let the alias end at a name that has records, or replace it by MX records."),
        references=(rfc("1034", "3.6.2"), rfc("5321", "5.1")),
        check=_check_loop,
    ),
)
