"""What is written as the exchange of an MX record, and is no proper host name: see each rule."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.routing.route import Kind, Special
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import weight_of_loss


def _check_localhost(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        if host.special is Special.LOCALHOST:
            weight = weight_of_loss(case, host).at_least(Severity.ERROR)
            words = text("The exchange is {host}: the sender itself", host=host.name)
            yield Finding("MX-LOCALHOST", weight.severity, host.name, words, weight.provisional)


def _check_literal(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        if host.special is Special.LITERAL:
            # never critical: some senders do connect to it
            weight = weight_of_loss(case, host).at_most(Severity.ERROR)
            words = text("The exchange {host} is an IP address, not a host name", host=host.name)
            yield Finding("MX-IP-LITERAL", weight.severity, host.name, words, weight.provisional)


def _check_bad_name(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        if host.special is Special.BAD_NAME:
            weight = weight_of_loss(case, host)
            words = text("The exchange {host} is no possible host name", host=host.name)
            yield Finding("MX-BAD-HOSTNAME", weight.severity, host.name, words, weight.provisional)


def _check_alias(case: Case) -> Iterator[Finding]:
    if case.route.kind is not Kind.MX:
        return
    for host in case.hosts:
        # aliases that lead nowhere are told as such
        if any(
            answer.aliases and answer.status is not Status.LOOP for answer in (host.a, host.aaaa)
        ):
            words = text(
                "The exchange {host} is an alias of {targets}",
                host=host.name,
                targets=tuple(alias.target for alias in host.aliases),
            )
            yield Finding("MX-CNAME", Severity.WARNING, host.name, words)


RULES = (
    Rule(
        id="MX-LOCALHOST",
        title=text("An exchange is localhost"),
        why=text(
            "To every sender the name means itself. Some take that for a loop and return the mail "
            "even where a backup is listed, some connect to themselves, some skip the record."
        ),
        fix=text(
            "Name the mail host by its public name. If the domain takes no mail, publish a null "
            "MX: preference 0, exchange “.”."
        ),
        references=(rfc("5321", "5.1"), rfc("7505", "3")),
        check=_check_localhost,
    ),
    Rule(
        id="MX-IP-LITERAL",
        title=text("An exchange is an IP address"),
        why=text(
            "An MX record holds a host name. What stands here is a name that looks like an "
            "address: Postfix connects to it all the same, Exim does not and returns the mail if "
            "nothing else is listed."
        ),
        fix=text(
            "Give the mail host a name with an A or AAAA record, and put that name into the MX "
            "record."
        ),
        references=(rfc("5321", "5.1"), rfc("1035", "3.3.9")),
        check=_check_literal,
    ),
    Rule(
        id="MX-BAD-HOSTNAME",
        title=text("An exchange is no possible host name"),
        why=text(
            "No resolver can look the name up: a label of it is empty or has more than 63 letters, "
            "or the whole has more than 253. Senders go on to the next exchange; if there is none, "
            "most return the mail, and some keep it for days first."
        ),
        fix=text("Correct the name in the MX record, or take the record away."),
        references=(rfc("1035", "2.3.4"), rfc("1123", "2.1"), rfc("3696", "2")),
        check=_check_bad_name,
    ),
    Rule(
        id="MX-CNAME",
        title=text("An exchange is an alias"),
        why=text(
            "The name in an MX record must have addresses of its own. Most senders follow an "
            "alias, but they need not, and a host that looks for its own name among the records "
            "does not find it, which can make mail loop."
        ),
        fix=text("Put the name at the end of the alias chain into the MX record."),
        references=(rfc("2181", "10.3"), rfc("5321", "5.1")),
        check=_check_alias,
    ),
)
