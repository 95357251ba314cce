"""What the rules about DANE share: whom they look at, what is still open, how a loss weighs."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.once import once
from mxgui.model.text import Text
from mxgui.routing.dane import Dane
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import Host, HostAddress, Special
from mxgui.rules.case import Case
from mxgui.rules.class_weight import SenderClass, weight_for_class
from mxgui.rules.trouble import places_of
from mxgui.rules.weight import Weight


def dane_hosts(case: Case) -> Iterator[Host]:
    """Give the exchanges that a sender would look up, each once."""
    for host in case.hosts:
        if (
            host.special in (None, Special.DUPLICATE)
            and case.inspection.entry.domain.literal is None
        ):
            yield host


def dane_of_addresses(case: Case, host: Host) -> Iterator[tuple[HostAddress, Dane]]:
    """Give the decision at each address of a host."""
    for own in host.addresses:
        yield own, case.dane.decided(host, own)


def is_dns_open(case: Case, host: Host) -> bool:
    """Whether it may still change what DNS says of DANE at the host."""
    if not case.inspection.running:
        return False
    return case.is_looking_up(host) or case.dane.is_unknown(host)


def is_dane_open(case: Case, host: Host) -> bool:
    """Whether it may still change what DANE comes to at the host, or at an address of it."""
    if is_dns_open(case, host):
        return True
    return case.inspection.running and any(
        dane.verdict is Verdict.UNKNOWN
        or (dane.verdict is Verdict.NOT_TESTED and not case.states[own.address].is_settled)
        for own, dane in dane_of_addresses(case, host)
    )


def dane_weight(case: Case, host: Host) -> Weight:
    """Weigh that senders that use DANE skip the host, or an address of it."""
    return weight_for_class(case, host, _dane_senders(case))


@once
def _dane_senders(case: Case) -> SenderClass:
    return SenderClass(case.dane.takes_host, case.dane.takes_address)


def addresses_with(case: Case, host: Host, verdict: Verdict) -> tuple[HostAddress, ...]:
    """Give the addresses of a host at which DANE comes to that verdict."""
    return tuple(own for own, dane in dane_of_addresses(case, host) if dane.verdict is verdict)


def places(case: Case, host: Host, every: tuple[HostAddress, ...]) -> tuple[str | Text, ...]:
    """Give some addresses for a sentence."""
    probes = (case.inspection.probe(own.address, host=host.name) for own in every)
    return places_of([probe for probe in probes if probe is not None])
