"""An exchange whose address lookups fail, so that it stays unknown whether it has addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.records import Answer, Status
from mxgui.model.text import Text, text
from mxgui.routing.route import Host, Kind, Special
from mxgui.routing.standing import is_circle
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import Weight, weight_of_loss

# Worst first: a host whose two lookups fail in two ways has one finding, of the worse.
_KINDS = (
    (Status.LOOP, "MX-TARGET-LOOP"),
    (Status.SERVFAIL, "MX-TARGET-SERVFAIL"),
    (Status.BAD_ANSWER, "MX-TARGET-SERVFAIL"),
    (Status.REFUSED, "MX-TARGET-SERVFAIL"),
    (Status.TIMEOUT, "MX-TARGET-TIMEOUT"),
)


def _check_loop(case: Case) -> Iterator[Finding]:
    for host, _, failed in _failing(case, "MX-TARGET-LOOP"):
        targets = tuple(alias.target for alias in failed[0].aliases)
        if is_circle(*failed):
            weight = weight_of_loss(case, host)
            words = text(
                "The aliases of the exchange {host} lead in a circle: {targets}",
                host=host.name,
                targets=targets,
            )
        else:
            weight = Weight(Severity.INCONCLUSIVE)
            words = text(
                "The exchange {host} has more aliases in a row than are followed", host=host.name
            )
        yield Finding("MX-TARGET-LOOP", weight.severity, host.name, words, weight.provisional)


def _check_servfail(case: Case) -> Iterator[Finding]:
    for host, status, failed in _failing(case, "MX-TARGET-SERVFAIL"):
        weight = _weight(case, host, status)
        words = _failure(host, status, failed)
        yield Finding("MX-TARGET-SERVFAIL", weight.severity, host.name, words, weight.provisional)


def _weight(case: Case, host: Host, status: Status) -> Weight:
    """Weigh one resolver's word: it counts once the resolver has found any address at all.

    It never condemns the whole route: for that, the authoritative servers would have to agree.
    """
    if status is not Status.SERVFAIL:
        return Weight(Severity.INCONCLUSIVE)
    if not case.route.addresses:
        return Weight(Severity.INCONCLUSIVE, provisional=case.is_open)
    return weight_of_loss(case, host).at_most(Severity.ERROR)


def _failure(host: Host, status: Status, failed: tuple[Answer, ...]) -> Text:
    kinds = tuple(answer.question.type.value for answer in failed)
    match status:
        case Status.REFUSED:
            return text(
                "The resolver refuses the address lookup of {host} ({kinds})",
                host=host.name,
                kinds=kinds,
            )
        case Status.BAD_ANSWER:
            return text(
                "The answer to the address lookup of {host} cannot be used ({kinds})",
                host=host.name,
                kinds=kinds,
            )
        case _:
            return text(
                "The address lookup of {host} fails: SERVFAIL ({kinds})",
                host=host.name,
                kinds=kinds,
            )


def _check_timeout(case: Case) -> Iterator[Finding]:
    for host, _, failed in _failing(case, "MX-TARGET-TIMEOUT"):
        words = text(
            "No resolver answered the address lookup of {host} ({kinds}) in {took}",
            host=host.name,
            kinds=tuple(answer.question.type.value for answer in failed),
            took=timedelta(seconds=max(answer.took for answer in failed)),
        )
        yield Finding("MX-TARGET-TIMEOUT", Severity.INCONCLUSIVE, host.name, words)


def _failing(case: Case, finding: str) -> Iterator[tuple[Host, Status, tuple[Answer, ...]]]:
    """Give the exchanges that this finding is about, with the worst status and its answers.

    Both lookups have to have ended: the second may bring what the first did not.
    """
    if case.route.kind is not Kind.MX:
        return
    for host in case.hosts:
        if host.special not in (None, Special.DUPLICATE) or case.is_looking_up(host):
            continue
        for status, wanted in _KINDS:
            failed = tuple(answer for answer in (host.a, host.aaaa) if answer.status is status)
            if failed:
                if wanted == finding:
                    yield host, status, failed
                break


RULES = (
    Rule(
        id="MX-TARGET-SERVFAIL",
        title=text("The address lookup of an exchange fails"),
        why=text(
            "Senders whose resolvers get no answer either go on to the next exchange; without "
            "another one they keep the mail and ask again for days. It may be the resolver's own "
            "trouble."
        ),
        fix=text(
            "Ask another resolver. If it fails there too, see whether the name servers of the "
            "exchange's zone answer, and whether its DNSSEC signatures and the DS record are in "
            "order."
        ),
        references=(rfc("5321", "5.1"), rfc("1035", "4.1.1")),
        check=_check_servfail,
    ),
    Rule(
        id="MX-TARGET-TIMEOUT",
        title=text("The address lookup of an exchange got no answer"),
        why=text(
            "Whether the exchange has an address is not known. A sender that gets no answer either "
            "goes on to the next exchange, or keeps the mail and asks again."
        ),
        fix=text(
            "Ask again with more patience, or ask another resolver. If none answers, look at the "
            "name servers of the exchange's zone."
        ),
        references=(rfc("5321", "5.1"), rfc("1035", "4.2.1")),
        check=_check_timeout,
    ),
    Rule(
        id="MX-TARGET-LOOP",
        title=text("The aliases of an exchange lead nowhere"),
        why=text(
            "The exchange has no address that anybody could find. Senders go on to the next "
            "exchange; without another one the mail is returned, at once or after some days."
        ),
        fix=text("Put a name that has addresses of its own into the MX record."),
        references=(rfc("1034", "3.6.2"), rfc("2181", "10.3"), rfc("5321", "5.1")),
        check=_check_loop,
    ),
)
