"""Which answers of the route a sender that validates DNSSEC would not use."""

from __future__ import annotations

from mxgui.model.event import SecureStep
from mxgui.model.once import once
from mxgui.model.records import Answer, Status
from mxgui.model.security import Dnssec, Security
from mxgui.routing.planned import mx_security
from mxgui.routing.route import Host, HostAddress
from mxgui.rules.case import Case
from mxgui.rules.class_weight import SenderClass


def security_of(case: Case, answer: Answer) -> Security:
    """Give what our validation says of an answer; of planned records it says nothing."""
    if answer is case.route.answer and case.route.planned:
        return mx_security(case.inspection)
    return case.inspection.security(answer.question.name, answer.question.type)


def is_bogus(case: Case, answer: Answer) -> bool:
    """Whether a sender that validates treats the answer as a failed lookup."""
    return security_of(case, answer).state is Dnssec.BOGUS


def is_validating(case: Case, answer: Answer) -> bool:
    """Whether the validation of an answer is under way, or to come."""
    step = SecureStep(answer.question)
    return case.inspection.running and step not in case.inspection.facts


def lookups_of(host: Host) -> tuple[Answer, ...]:
    """Give the address lookups of a host that were made."""
    return tuple(one for one in (host.aaaa, host.a) if one.status is not Status.NOT_ASKED)


@once
def validating_senders(case: Case) -> SenderClass:
    """Tell which hosts and addresses senders that validate would use."""

    def takes_host(host: Host) -> bool | None:
        made = lookups_of(host)
        bogus = [is_bogus(case, one) for one in made]
        if not any(bogus):
            return None if any(is_validating(case, one) for one in made) else True
        left = [one for one, bad in zip(made, bogus, strict=True) if not bad]
        return case.is_looking_up(host) or any(not one.status.is_absent for one in left)

    def takes_address(host: Host, own: HostAddress) -> bool | None:
        answer = host.aaaa if own.family == 6 else host.a
        if is_bogus(case, answer):
            return False
        return None if is_validating(case, answer) else True

    return SenderClass(takes_host, takes_address)
