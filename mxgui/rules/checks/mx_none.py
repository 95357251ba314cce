"""A domain without MX records: its own addresses take their place, if it has any."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.routing.route import Kind
from mxgui.routing.standing import is_lost_in_circle
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check_implicit(case: Case) -> Iterator[Finding]:
    if case.route.kind is not Kind.IMPLICIT or case.route.answer.status is not Status.NODATA:
        return
    host = case.route.hosts[0]
    if host.addresses:
        words = text("{domain} has no MX record: its own address is used", domain=case.domain)
        yield Finding("MX-NONE-IMPLICIT", Severity.WARNING, case.domain, words)
    elif not case.is_looking_up(host) and not is_lost_in_circle(case.inspection, host):
        words = text(
            "{domain} has no MX record, and the lookup of its own address fails",
            domain=case.domain,
        )
        yield Finding("MX-NONE-IMPLICIT", Severity.INCONCLUSIVE, case.domain, words)


def _check_no_address(case: Case) -> Iterator[Finding]:
    if case.route.kind is Kind.NONE and case.route.answer.status is Status.NODATA:
        words = text("{domain} has neither an MX record nor an address", domain=case.domain)
        yield Finding("MX-NONE-NOADDR", Severity.CRITICAL, case.domain, words)


RULES = (
    Rule(
        id="MX-NONE-IMPLICIT",
        title=text("No MX record: the domain's own address is used"),
        why=text(
            "Mail goes to whatever stands at the domain's own address, often a web server. When "
            "that address moves, the mail moves with it, and there is no place for a backup."
        ),
        fix=text(
            "Publish an MX record that names the mail host. If the domain takes no mail, publish "
            "a null MX: preference 0, exchange “.”."
        ),
        references=(rfc("5321", "5.1"), rfc("7505", "3")),
        check=_check_implicit,
    ),
    Rule(
        id="MX-NONE-NOADDR",
        title=text("No MX record and no address"),
        why=text("There is nowhere to deliver to: mail to the domain is returned."),
        fix=text(
            "Publish an MX record that names the mail host. If the domain takes no mail, publish "
            "a null MX, preference 0 and exchange “.”, so that senders know at once."
        ),
        references=(rfc("5321", "5.1"), rfc("7505", "1")),
        check=_check_no_address,
    ),
)
