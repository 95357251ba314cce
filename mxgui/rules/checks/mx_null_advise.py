"""A domain that neither sends mail nor names an exchange, and might say so with a null MX."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import RecordType
from mxgui.model.spf import sends_no_mail
from mxgui.model.text import text
from mxgui.routing.route import Kind
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import candidates


def _check(case: Case) -> Iterator[Finding]:
    if case.inspection.entry.domain.literal is not None or case.route.kind is not Kind.IMPLICIT:
        return
    if not candidates(case):
        return
    if sends_no_mail(case.inspection.answer(case.domain, RecordType.TXT).texts):
        words = text(
            "{domain} sends no mail by its SPF and has no MX, but mail is sent to its own address",
            domain=case.domain,
        )
        yield Finding("MX-NULL-ADVISE", Severity.NOTICE, case.domain, words)


RULES = (
    Rule(
        id="MX-NULL-ADVISE",
        title=text("A domain without mail could say so"),
        why=text(
            "Without MX records senders connect to the domain's own address, and try for days if "
            "nothing answers. A null MX tells them at once that no mail is taken."
        ),
        fix=text(
            "If the domain takes no mail, publish the single MX record “0 .”. If it does, publish "
            "an MX record that names its mail host."
        ),
        references=(rfc("7505", "3"), rfc("7208", "5.1")),
        check=_check,
    ),
)
