"""What all of it comes to: one verdict, and one sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.model.text import Text, counted, text
from mxgui.routing.reach import State, state_of
from mxgui.routing.route import Host, Kind, Route, Special


class Verdict(Enum):
    """What becomes of mail for the domain, as seen from here."""

    FLOWS = "flows"
    DEGRADED = "degraded"  # it flows, but something that ought to help does not
    QUEUES = "queues"
    BOUNCES = "bounces"
    TAKES_NO_MAIL = "takes_no_mail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many addresses of one family take mail, of how many there are."""

    family: int
    answered: int
    total: int


def coverage_of(inspection: Inspection, route: Route) -> tuple[Coverage, ...]:
    """Count by family, IPv4 first; a family without addresses is left out."""
    found = []
    for family in (4, 6):
        own = [each for each in usable_addresses(route) if _family(each) == family]
        taking = sum(state_of(inspection, address) is State.OK for address in own)
        if own:
            found.append(Coverage(family, taking, len(own)))
    return tuple(found)


def verdict_of(inspection: Inspection, route: Route) -> Verdict:
    """Judge the route by DNS and by what the probes heard."""
    if route.kind is Kind.NULL:
        return Verdict.TAKES_NO_MAIL
    if route.kind is Kind.NONE:
        return Verdict.BOUNCES
    if route.kind is Kind.UNKNOWN:
        return Verdict.UNKNOWN
    states = usable_states(inspection, route)
    if not states:
        return Verdict.BOUNCES if _is_hopeless(route) else Verdict.UNKNOWN
    if State.OK in states:
        harmed = any(state.is_down for state in states) or _has_dead_exchange(route)
        return Verdict.DEGRADED if harmed else Verdict.FLOWS
    return Verdict.QUEUES if _all_down_for_everyone(inspection, route) else Verdict.UNKNOWN


def usable_states(inspection: Inspection, route: Route) -> tuple[State, ...]:
    """The state of every address that a sender would try, each once."""
    return tuple(state_of(inspection, address) for address in usable_addresses(route))


def usable_addresses(route: Route) -> tuple[str, ...]:
    """Every address that a sender would try, each once, tier by tier."""
    own = (address.address for host in route.hosts if host.usable for address in host.addresses)
    return tuple(dict.fromkeys(own))


def headline_of(inspection: Inspection, route: Route) -> Text:
    """The verdict in one sentence, with the numbers that it rests on."""
    match route.kind:
        case Kind.NULL:
            return text("The domain takes no mail, and says so (null MX).")
        case Kind.NONE:
            return _none(route)
        case Kind.UNKNOWN:
            return _unknown(inspection, route)
        case _:
            return _of_addresses(inspection, route)


def _family(address: str) -> int:
    return 6 if ":" in address else 4


def _is_hopeless(route: Route) -> bool:
    """Whether it is certain that no exchange can be used: nothing pending, nothing failed."""
    return all(
        host.has_no_address or host.special not in (None, Special.DUPLICATE) for host in route.hosts
    )


def _has_dead_exchange(route: Route) -> bool:
    """Whether a published exchange can be of use to nobody; one listed twice is no loss."""
    return any(
        host.special not in (None, Special.DUPLICATE) or host.has_no_address for host in route.hosts
    )


def _all_down_for_everyone(inspection: Inspection, route: Route) -> bool:
    """Whether every address is down in a way that cannot concern us alone.

    A 421 or 554 greeting may be meant for this line; a refused or broken connection is not.
    """
    probes = [inspection.probe(address) for address in usable_addresses(route)]
    return all(
        probe is not None
        and state_of(inspection, probe.target.address) is State.FAILED
        and probe.outcome is not Outcome.REJECTED
        for probe in probes
    )


def _none(route: Route) -> Text:
    if route.answer.status is Status.NXDOMAIN:
        return text("Mail bounces: the domain does not exist.")
    return text("Mail bounces: the domain has neither MX records nor an address.")


def _unknown(inspection: Inspection, route: Route) -> Text:
    took = timedelta(seconds=route.answer.took)
    match route.answer.status:
        case Status.NOT_ASKED if inspection.running:
            return text("Asking DNS for the MX records.")
        case Status.NOT_ASKED:
            return text("Stopped before DNS had answered.")
        case Status.SERVFAIL:
            return text("The MX lookup fails (SERVFAIL): a sender would queue and try again.")
        case Status.REFUSED:
            return text("The resolver refuses the question: the route is not known.")
        case Status.TIMEOUT:
            return text("No resolver answered in {took}: the route is not known.", took=took)
        case Status.LOOP:
            return text("The domain's aliases lead in a circle: a sender finds no route.")
        case _:
            return text("The answer to the MX question cannot be used: the route is not known.")


def _of_addresses(inspection: Inspection, route: Route) -> Text:
    states = usable_states(inspection, route)
    if not states:
        return _without_address(inspection, route)
    if inspection.plan.mode is ProbeMode.NONE:
        return _not_probed(route)
    if State.OK in states:
        return _flowing(inspection, route, states)
    if inspection.running:
        return _so_far(states)
    return _not_flowing(inspection, route, states)


def _without_address(inspection: Inspection, route: Route) -> Text:
    if inspection.running and route.pending:
        return text("Looking up the addresses of the exchanges.")
    if _is_hopeless(route):
        return text("Mail bounces: not one of the exchanges can be used.")
    return text("The addresses of the exchanges could not be looked up.")


def _not_probed(route: Route) -> Text:
    hosts = len({host.name for host in route.hosts})
    return text(
        "{hosts} with {addresses}; not probed.",
        hosts=counted("{n} exchange", "{n} exchanges", hosts),
        addresses=counted("{n} address", "{n} addresses", len(usable_addresses(route))),
    )


def _flowing(inspection: Inspection, route: Route, states: Sequence[State]) -> Text:
    total, taking = len(states), _count(states, State.OK)
    open_ones = sum(not state.is_settled for state in states)
    if open_ones:
        return text(
            "Mail flows so far: {taking} of {total} addresses take it, {open} still to come.",
            taking=taking,
            total=total,
            open=open_ones,
        )
    lost = _lost_best_tier(inspection, route)
    if lost is not None:
        return text("Mail flows only to backups: no host of preference {best} takes it.", best=lost)
    down = sum(state.is_down for state in states)
    if down:
        return counted(
            "Mail flows; {n} of {total} addresses does not take it.",
            "Mail flows; {n} of {total} addresses do not take it.",
            down,
            total=total,
        )
    if _has_dead_exchange(route):
        return text("Mail flows; not every exchange can be used.")
    return _all_well(states)


def _all_well(states: Sequence[State]) -> Text:
    total, taking = len(states), _count(states, State.OK)
    if taking == total:
        return counted(
            "Mail flows: the one address takes it.", "Mail flows: all {n} addresses take it.", total
        )
    unheard = _count(states, State.UNHEARD)
    if unheard:
        return text(
            "Mail flows: {taking} of {total} addresses take it, {unheard} were not heard from.",
            taking=taking,
            total=total,
            unheard=unheard,
        )
    return text(
        "Mail flows: {taking} of {total} addresses take it, the others were not tried.",
        taking=taking,
        total=total,
    )


def _lost_best_tier(inspection: Inspection, route: Route) -> int | None:
    """The preference of the best tier, if not one of its hosts can be used or takes mail now.

    A null MX is no tier of hosts; a lookup that failed loses nothing for certain.
    """
    for tier in route.tiers:
        if all(host.special is Special.NULL for host in tier.hosts):
            continue
        lost = all(_is_lost(inspection, host) for host in tier.hosts)
        return tier.preference if lost else None
    return None


def _is_lost(inspection: Inspection, host: Host) -> bool:
    if host.special is not None or host.has_no_address:
        return True
    states = [state_of(inspection, address.address) for address in host.addresses]
    return bool(states) and all(state.is_down for state in states)


def _so_far(states: Sequence[State]) -> Text:
    settled = sum(state.is_settled for state in states)
    total = len(states)
    return text("Probing: {settled} of {total} addresses so far.", settled=settled, total=total)


def _not_flowing(inspection: Inspection, route: Route, states: Sequence[State]) -> Text:
    total = len(states)
    if _all_down_for_everyone(inspection, route):
        return counted(
            "Mail queues: the one address does not take it now.",
            "Mail queues: none of the {n} addresses takes it now.",
            total,
        )
    if _only(states, (State.NOT_TRIED, State.PENDING)):
        return text("No address could be tried from here: whether mail flows is not known.")
    if _only(states, (State.UNHEARD, State.NOT_TRIED, State.PENDING)):
        return text("No address was heard from: it may be this line that cannot reach them.")
    if _only(states, (State.FAILED, State.TEMPORARY)):
        return text("No host takes mail from here; some of them may refuse this line alone.")
    return text("No host takes mail from here; whether others fare better is not known.")


def _count(states: Iterable[State], wanted: State) -> int:
    return sum(state is wanted for state in states)


def _only(states: Iterable[State], allowed: Sequence[State]) -> bool:
    return all(state in allowed for state in states)
