"""No host of the route takes mail, as far as can be seen from here."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.smtp import Outcome
from mxgui.model.text import Text, counted, text
from mxgui.routing.reach import State
from mxgui.routing.verdict import usable_addresses
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.standing import Standing

_INCLUDED = {Outcome.REFUSED: "SMTP-REFUSED", Outcome.TIMED_OUT: "SMTP-TIMEOUT"}


def _check(case: Case) -> Iterator[Finding]:
    addresses = usable_addresses(case.route)
    states = {case.states[address] for address in addresses}
    if case.is_open or State.OK in states or states <= {State.NOT_TRIED}:
        return
    # what is not known to be dead leaves a doubt, and so does a reply that may concern us alone
    certain = all(standing is Standing.DEAD for standing in case.standings.values()) and states == {
        State.FAILED
    }
    yield Finding(
        "SMTP-ALL-DOWN",
        Severity.CRITICAL if certain else Severity.INCONCLUSIVE,
        case.domain,
        _certain(len(addresses)) if certain else _uncertain(case, states),
        includes=_included(case, addresses),
    )


def _certain(addresses: int) -> Text:
    return counted(
        "No host takes mail: its one address fails",
        "No host takes mail: all {n} addresses fail",
        addresses,
    )


def _uncertain(case: Case, states: set[State]) -> Text:
    if states <= {State.UNHEARD, State.NOT_TRIED}:
        return text(
            "No host was heard: it may be this line that cannot reach port {port}",
            port=str(case.inspection.plan.port),
        )
    return text("No host takes mail from here; whether others fare better is not known")


def _included(case: Case, addresses: tuple[str, ...]) -> tuple[str, ...]:
    probes = (case.inspection.probe(address) for address in addresses)
    outcomes = {probe.outcome for probe in probes if probe is not None}
    return tuple(finding for outcome, finding in _INCLUDED.items() if outcome in outcomes)


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
            "If nothing at all is heard from here, look from another line before anything else."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("5321", "5.1")),
        check=_check,
    ),
)
