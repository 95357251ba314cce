"""What this run did not do: a report that leaves something out has to say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from mxgui.model.plan import ProbeMode
from mxgui.model.smtp import Outcome, Probe, Reason
from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Kind
from mxgui.routing.sts import sts_of
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

Counting: TypeAlias = Callable[[int], Text]

_REASONS: dict[Reason | Outcome, Counting] = {
    Reason.PRIVATE_ADDRESS: lambda n: counted(
        "{n} address was not probed because it is private",
        "{n} addresses were not probed because they are private",
        n,
    ),
    Reason.DELIVERED_EARLIER: lambda n: counted(
        "{n} address was not tried because a sender would have delivered before",
        "{n} addresses were not tried because a sender would have delivered before",
        n,
    ),
    Reason.STOPPED_EARLIER: lambda n: counted(
        "{n} address was not tried because a sender of this kind stops before",
        "{n} addresses were not tried because a sender of this kind stops before",
        n,
    ),
    Reason.NOT_IN_RUN: lambda n: counted(
        "{n} address was not tried because a sender of this kind leaves it out of this run",
        "{n} addresses were not tried because a sender of this kind leaves them out of this run",
        n,
    ),
    Reason.FAMILY_OFF: lambda n: counted(
        "{n} address was not probed because its family is switched off",
        "{n} addresses were not probed because their family is switched off",
        n,
    ),
    Reason.NO_IPV6_HERE: lambda n: counted(
        "{n} IPv6 address was not probed because this line has no IPv6",
        "{n} IPv6 addresses were not probed because this line has no IPv6",
        n,
    ),
    Reason.NO_IPV4_HERE: lambda n: counted(
        "{n} IPv4 address was not probed because this line has no IPv4",
        "{n} IPv4 addresses were not probed because this line has no IPv4",
        n,
    ),
    Reason.PORT_BLOCKED_HERE: lambda n: counted(
        "{n} address was not probed because the port is blocked here",
        "{n} addresses were not probed because the port is blocked here",
        n,
    ),
    Reason.TOO_MANY: lambda n: counted(
        "{n} address was not probed because there are too many",
        "{n} addresses were not probed because there are too many",
        n,
    ),
    Reason.CANCELLED: lambda n: counted("{n} probe was stopped", "{n} probes were stopped", n),
    Outcome.PROXY_NO_ANSWER: lambda n: counted(
        "{n} address was not reached because the proxy gave no answer",
        "{n} addresses were not reached because the proxy gave no answer",
        n,
    ),
}


def _check(case: Case) -> Iterator[Finding]:
    missing = tuple(_missing(case))
    if missing:
        words = text("Not all was looked at: {missing}", missing=missing)
        yield Finding("META-PARTIAL", Severity.INFO, case.domain, words, case.inspection.running)


def _missing(case: Case) -> Iterator[Text]:
    if case.inspection.cut_short:
        yield text("the inspection was stopped before its end")
    if case.route.kind is Kind.UNKNOWN and not case.is_open:
        yield text("no host was looked up because DNS did not tell the MX records")
    elif case.inspection.plan.mode is ProbeMode.NONE and case.route.addresses:
        yield text("no host was probed because only DNS was asked for")
    if case.inspection.plan.mode is ProbeMode.NONE and sts_of(case.inspection).record.is_valid:
        yield text("the MTA-STS policy was not fetched because only DNS was asked for")
    left_out = sum(answer.left_out for answer in case.inspection.answers)
    if left_out:
        yield counted(
            "{n} record was left out because there are too many",
            "{n} records were left out because there are too many",
            left_out,
        )
    counts = Counter(_reason(probe) for probe in case.probes)
    for reason, words in _REASONS.items():
        if counts[reason]:
            yield words(counts[reason])


def _reason(probe: Probe) -> Reason | Outcome | None:
    """Why a probe says nothing, or not all; None if it says all that it could.

    This machine's own firewall, and a proxy that is of no use, have findings of their own.
    """
    return probe.outcome if probe.outcome is Outcome.PROXY_NO_ANSWER else probe.reason


RULES = (
    Rule(
        id="META-PARTIAL",
        title=text("Not all was looked at"),
        why=text(
            "What was not looked at is not known to be well. The verdict and the other findings "
            "rest on the rest alone."
        ),
        fix=text(
            "Where it matters, inspect again: with probes, with both families, from a line that "
            "has IPv6 and may use the mail port, or with private addresses allowed."
        ),
        references=(rfc("5321", "5.1"),),
        check=_check,
    ),
)
