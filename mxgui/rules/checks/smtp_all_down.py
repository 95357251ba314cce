"""No host of the route takes mail, as far as can be seen from here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mxgui.model.smtp import Probe
from mxgui.model.text import Text, counted, text
from mxgui.routing.reach import State
from mxgui.routing.standing import Standing
from mxgui.routing.verdict import usable_addresses
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure, failure_of
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.ways import ways_of

_UNANSWERED = (Failure.REFUSED, Failure.TIMED_OUT, Failure.UNREACHABLE)


def _check(case: Case) -> Iterator[Finding]:
    addresses = usable_addresses(case.route)
    states = {case.states[address] for address in addresses}
    if case.is_open or State.OK in states or states <= {State.NOT_TRIED}:
        return
    failures = _failures(case, addresses)
    certain = states == {State.FAILED} and not _is_doubtful(case)
    # in doubt, a host that has answered has a finding of its own that says all there is to say
    if not certain and not set(failures) <= set(_UNANSWERED):
        return
    yield Finding(
        "SMTP-ALL-DOWN",
        Severity.CRITICAL if certain else Severity.INCONCLUSIVE,
        case.domain,
        _certain(len(addresses), failures) if certain else _uncertain(case, states, failures),
        includes=tuple(failure.value for failure in failures),
    )


def _is_doubtful(case: Case) -> bool:
    """Whether a host is not known to be dead: unheard, or its reply may concern us alone."""
    standings = (*case.standings.values(), *case.weighed.values())
    return not all(standing is Standing.DEAD for standing in standings)


def _failures(case: Case, addresses: tuple[str, ...]) -> dict[Failure, list[Probe]]:
    """Give the probes by the ways in which they fail, in the order in which a probe meets them."""
    probes = [probe for at in addresses if (probe := case.inspection.probe(at)) is not None]
    failed = {failure: [p for p in probes if failure_of(p) is failure] for failure in Failure}
    return {failure: found for failure, found in failed.items() if found}


def _certain(addresses: int, failures: Mapping[Failure, Sequence[Probe]]) -> Text:
    ways = ways_of(failures)
    if addresses == 2:
        return text("No host takes mail: both addresses fail ({ways})", ways=ways)
    return counted(
        "No host takes mail: its one address fails ({ways})",
        "No host takes mail: all {n} addresses fail ({ways})",
        addresses,
        ways=ways,
    )


def _uncertain(case: Case, states: set[State], failures: Mapping[Failure, Sequence[Probe]]) -> Text:
    if set(failures) == {Failure.UNREACHABLE}:
        return text("The network reports no way to any host: it may be this line that has none")
    if states <= {State.UNHEARD, State.NOT_TRIED}:
        return text(
            "No host was heard: it may be this line that cannot reach port {port}",
            port=str(case.inspection.plan.port),
        )
    return text("No host takes mail from here; whether others fare better is not known")


RULES = (
    Rule(
        id="SMTP-ALL-DOWN",
        title=text("No mail host takes mail"),
        why=text(
            "Mail waits in the senders' queues. Most of them warn after some hours and return it "
            "after four or five days."
        ),
        fix=text(
            "Bring one host back first, the best one if possible: senders come back by themselves. "
            "How they fail, told in brackets, says where to look: at the server, at what listens "
            "in its place, or at the firewall. If nothing at all is heard from here, look from "
            "another line before anything else."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("5321", "5.1")),
        check=_check,
    ),
)
