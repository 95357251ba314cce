"""Connections that come to nothing: refused, or without any answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mxgui.model.smtp import Outcome
from mxgui.model.text import Text, text
from mxgui.routing.reach import State
from mxgui.routing.route import Host
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.standing import is_out_of_reach
from mxgui.rules.weight import weight_once_known


def _check_refused(case: Case) -> Iterator[Finding]:
    for host, addresses in _addresses_with(case, Outcome.REFUSED, State.FAILED).items():
        weight = weight_once_known(case, host)
        words = text(
            "{host} refuses connections at {addresses}",
            host=host.name,
            addresses=tuple(addresses),
        )
        yield Finding("SMTP-REFUSED", weight.severity, host.name, words, weight.provisional)


def _check_timeout(case: Case) -> Iterator[Finding]:
    for host, addresses in _addresses_with(case, Outcome.TIMED_OUT, State.FAILED).items():
        weight = weight_once_known(case, host)
        words = text(
            "{host} does not answer at {addresses}", host=host.name, addresses=tuple(addresses)
        )
        yield Finding("SMTP-TIMEOUT", weight.severity, host.name, words, weight.provisional)
    for host, addresses in _addresses_with(case, Outcome.TIMED_OUT, State.UNHEARD).items():
        words = _unheard(host, addresses)
        yield Finding("SMTP-TIMEOUT", Severity.INCONCLUSIVE, host.name, words, case.is_open)


def _unheard(host: Host, addresses: Sequence[str]) -> Text:
    return text(
        "Nothing was heard from {host} at {addresses}: it may be this line that does not get there",
        host=host.name,
        addresses=tuple(addresses),
    )


def _addresses_with(case: Case, outcome: Outcome, state: State) -> Mapping[Host, Sequence[str]]:
    """Give the addresses with such an outcome, each once, under the host that is tried first."""
    found: dict[Host, list[str]] = {}
    seen: set[str] = set()
    for host in case.hosts:
        for own in host.addresses:
            probe = case.inspection.probe(own.address)
            if own.address in seen or probe is None or probe.outcome is not outcome:
                continue
            if case.states[own.address] is state and not is_out_of_reach(case.inspection, own):
                seen.add(own.address)
                found.setdefault(host, []).append(own.address)
    return found


RULES = (
    Rule(
        id="SMTP-REFUSED",
        title=text("A mail host refuses connections"),
        why=text(
            "Nothing listens there, or a firewall turns senders away. They go on to the next "
            "address at once; without another one the mail waits in their queues and is returned "
            "after some days."
        ),
        fix=text(
            "Start the mail server, let it listen on this address, and open its port to everybody "
            "in the firewall. If the address is no longer in use, take it out of DNS."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("5321", "5.1")),
        check=_check_refused,
    ),
    Rule(
        id="SMTP-TIMEOUT",
        title=text("A mail host does not answer"),
        why=text(
            "A sender that picks this address waits half a minute to five minutes before it goes "
            "on; without another address the mail waits in its queue and is returned after some "
            "days. Many lines block the mail port on the way out: silence alone proves nothing."
        ),
        fix=text(
            "See whether the host is up, the address right, and the port open to everybody in the "
            "firewall. If nothing answers from here at all, look from another line first."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("5321", "5.1")),
        check=_check_timeout,
    ),
)
