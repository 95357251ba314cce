"""The verdict in one sentence, with the numbers that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Status
from mxgui.model.text import Text, counted, text
from mxgui.routing.harm import harm_of
from mxgui.routing.reach import State
from mxgui.routing.route import Kind, Route, Special
from mxgui.routing.standing import (
    is_circle,
    is_lost_in_circle,
    is_out_of_reach,
    named_hosts,
)
from mxgui.routing.verdict import (
    Verdict,
    is_mixed_null,
    usable_addresses,
    usable_states,
    verdict_of,
)


def headline_of(inspection: Inspection, route: Route) -> Text:
    """The verdict in one sentence, with the numbers that it rests on; what is planned says so."""
    words = outlook_of(inspection, route)
    if route.planned:
        return text("Planned, not published. {words}", words=words)
    return words


def outlook_of(inspection: Inspection, route: Route) -> Text:
    """The same sentence without a word on whether the records are published."""
    match route.kind:
        case Kind.NULL:
            return _null(route)
        case Kind.NONE:
            return _none(route)
        case Kind.UNKNOWN:
            return _unknown(inspection, route)
        case _:
            return _of_addresses(inspection, route)


def _null(route: Route) -> Text:
    preference = max(record.preference for record in route.answer.mx)
    if preference:
        return text(
            "The domain takes no mail; not all senders understand its null MX, as its preference "
            "is {preference}.",
            preference=str(preference),
        )
    return text("The domain takes no mail, and says so (null MX).")


def _none(route: Route) -> Text:
    if route.answer.status is Status.NXDOMAIN:
        if route.answer.aliases:
            return text("Mail bounces: the domain is an alias of a name that does not exist.")
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
        case Status.LOOP if is_circle(route.answer):
            return text(
                "Mail bounces, at once or after days: the domain's aliases lead in a circle."
            )
        case Status.LOOP:
            return text("The domain's aliases are too many to be followed: the route is not known.")
        case _:
            return text("The answer to the MX question cannot be used: the route is not known.")


def _of_addresses(inspection: Inspection, route: Route) -> Text:
    states = usable_states(inspection, route)
    if not states:
        return _without_address(inspection, route)
    if _is_out_of_reach(inspection, route):
        return counted(
            "Mail queues: the one address is out of public reach.",
            "Mail queues: not one of the {n} addresses is in public reach.",
            len(states),
        )
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
    if verdict_of(inspection, route) is Verdict.BOUNCES:
        return _unusable(inspection, route)
    if any(host.special is Special.LITERAL for host in route.hosts):
        return text(
            "Senders disagree: an exchange is an IP address, to which some deliver, while others "
            "bounce all mail; not probed."
        )
    return text("The addresses of the exchanges could not be looked up.")


def _unusable(inspection: Inspection, route: Route) -> Text:
    if all(is_lost_in_circle(inspection, host) for host in named_hosts(route)):
        return counted(
            "Mail bounces, at once or after days: the aliases of the exchange lead in a circle.",
            "Mail bounces, at once or after days: the aliases of all exchanges lead in circles.",
            len(named_hosts(route)),
        )
    return text("Mail bounces: not one of the exchanges can be used.")


def _is_out_of_reach(inspection: Inspection, route: Route) -> bool:
    """Whether mail queues for want of any address that a sender outside could reach."""
    usable = (own for host in route.hosts if host.usable for own in host.addresses)
    return verdict_of(inspection, route) is Verdict.QUEUES and all(
        is_out_of_reach(inspection, own) for own in usable
    )


def _not_probed(route: Route) -> Text:
    if is_mixed_null(route):
        return text(
            "Senders disagree: some bounce all mail, for a null MX stands beside other records; "
            "not probed."
        )
    hosts = len(named_hosts(route))
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
    return harm_of(inspection, route) or _all_well(states)


def _all_well(states: Sequence[State]) -> Text:
    total, taking = len(states), _count(states, State.OK)
    if taking == total:
        return _all_taking(total)
    unheard = _count(states, State.UNHEARD)
    if unheard:
        return counted(
            "Mail flows over {taking} of {total} addresses; {n} was not heard from.",
            "Mail flows over {taking} of {total} addresses; {n} were not heard from.",
            unheard,
            taking=taking,
            total=total,
        )
    return text(
        "Mail flows over {taking} of {total} addresses; the rest was not tried.",
        taking=taking,
        total=total,
    )


def _all_taking(total: int) -> Text:
    if total == 2:
        return text("Mail flows: both addresses take it.")
    return counted(
        "Mail flows: the one address takes it.", "Mail flows: all {n} addresses take it.", total
    )


def _so_far(states: Sequence[State]) -> Text:
    settled = sum(state.is_settled for state in states)
    total = len(states)
    return text("Probing: {settled} of {total} addresses so far.", settled=settled, total=total)


def _not_flowing(inspection: Inspection, route: Route, states: Sequence[State]) -> Text:
    total = len(states)
    if verdict_of(inspection, route) is Verdict.QUEUES:
        return _none_taking(total)
    if inspection.cut_short and _only(states, (State.NOT_TRIED, State.PENDING)):
        return text("Stopped before any address had answered: whether mail flows is not known.")
    if _only(states, (State.NOT_TRIED, State.PENDING)):
        return text("No address could be tried from here: whether mail flows is not known.")
    if _only(states, (State.UNHEARD, State.NOT_TRIED, State.PENDING)):
        return text("No address was heard from: it may be this line that cannot reach them.")
    if _only(states, (State.FAILED, State.TEMPORARY)):
        return text("No mail gets in from here; that may concern this line alone.")
    return text("No host takes mail from here; whether others fare better is not known.")


def _none_taking(total: int) -> Text:
    if total == 2:
        return text("Mail queues: neither address takes it now.")
    return counted(
        "Mail queues: the one address does not take it now.",
        "Mail queues: none of the {n} addresses takes it now.",
        total,
    )


def _count(states: Iterable[State], wanted: State) -> int:
    return sum(state is wanted for state in states)


def _only(states: Iterable[State], allowed: Sequence[State]) -> bool:
    return all(state in allowed for state in states)
