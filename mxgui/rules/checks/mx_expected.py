"""Exchanges that ought not to be there, or ought to: by a list, or by what they are."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import ROOT, Status
from mxgui.model.text import Text, text
from mxgui.routing.route import Host, Kind
from mxgui.routing.standing import is_leftover
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.organisation import may_be_registered, organisation_of
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import weight_of_loss


def _check_unexpected(case: Case) -> Iterator[Finding]:
    wanted = case.inspection.plan.expected
    if not wanted or case.route.kind in (Kind.UNKNOWN, Kind.NONE):
        return
    found = {record.exchange for record in case.route.answer.mx} - {ROOT}
    strange = tuple(sorted(found - set(wanted)))
    missing = tuple(name for name in dict.fromkeys(wanted) if name not in found)
    if strange or missing:
        words = _difference(strange, missing)
        yield Finding("MX-UNEXPECTED", Severity.WARNING, case.domain, words)


def _difference(strange: tuple[str, ...], missing: tuple[str, ...]) -> Text:
    if not missing:
        return text("Exchanges that are not expected: {strange}", strange=strange)
    if not strange:
        return text("Expected exchanges that are missing: {missing}", missing=missing)
    return text(
        "Exchanges that are not expected: {strange}; expected ones that are missing: {missing}",
        strange=strange,
        missing=missing,
    )


def _check_leftover(case: Case) -> Iterator[Finding]:
    for host in leftovers(case):
        words = text("{host} is left over from a verification", host=host.name)
        includes = ("MX-TARGET-NXDOMAIN",) if host.has_no_address else ()
        yield Finding("MX-VERIFY-LEFTOVER", Severity.NOTICE, host.name, words, includes=includes)


def leftovers(case: Case) -> tuple[Host, ...]:
    """The records of a verification that stand beside real exchanges; alone they are the route."""
    found = tuple(host for host in case.hosts if is_leftover(host.name))
    return found if len(found) < len(case.hosts) else ()


def _check_no_domain(case: Case) -> Iterator[Finding]:
    if case.route.kind is not Kind.MX:
        return
    absent = {
        answer.question.name
        for answer in case.inspection.answers
        if answer.status is Status.NXDOMAIN and not answer.aliases
    }
    for host in case.hosts:
        owner = organisation_of(host.name) if absent else ""
        if owner in absent and may_be_registered(owner) and host.has_no_address:
            weight = weight_of_loss(case, host).at_least(Severity.ERROR)
            words = text(
                "{host} is of a domain that does not exist, {owner}: anybody might register it",
                host=host.name,
                owner=owner,
            )
            yield Finding(
                "MX-TARGET-NODOMAIN",
                weight.severity,
                host.name,
                words,
                weight.provisional,
                # where another question told it, that the host is missing was told before
                ("MX-TARGET-NXDOMAIN",) if owner == host.name else (),
            )


RULES = (
    Rule(
        id="MX-TARGET-NODOMAIN",
        title=text("An exchange of a domain that nobody holds"),
        why=text(
            "Whoever registers that domain can publish an address for the exchange and take the "
            "mail of this one: all of it, if the better exchanges fail."
        ),
        fix=text(
            "Take the record away at once, or correct its name. If the domain was yours, see "
            "whether it can be had back."
        ),
        references=(rfc("5321", "5.1"), rfc("8020", "2")),
        check=_check_no_domain,
    ),
    Rule(
        id="MX-UNEXPECTED",
        title=text("The exchanges are not those expected"),
        why=text(
            "A record too many may lead mail astray or to a stranger; one too few takes away the "
            "redundancy that was planned."
        ),
        fix=text(
            "See who has changed the MX records, and put them right; or correct the list of "
            "expected exchanges."
        ),
        references=(rfc("5321", "5.1"),),
        check=_check_unexpected,
    ),
    Rule(
        id="MX-VERIFY-LEFTOVER",
        title=text("A record left over from a verification"),
        why=text(
            "It once proved to a provider who holds the domain and is no mail host. Senders that "
            "come to it lose a lookup, and it hides whether the set of exchanges is right."
        ),
        fix=text("Take the record away."),
        references=(rfc("5321", "5.1"),),
        check=_check_leftover,
    ),
)
