"""What keeps a route through which mail flows from being whole, in one sentence."""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import StartTls
from mxgui.model.text import Text, counted, text
from mxgui.routing.insisting import Insisting, Losses, losses_of
from mxgui.routing.route import Route, Special
from mxgui.routing.standing import Standing
from mxgui.routing.verdict import (
    failed_lookups,
    has_dead_host,
    is_in_the_clear,
    is_mixed_null,
    is_stalling,
    lacks_ipv4,
    standings_of,
    ungreeting,
    usable_addresses,
    usable_states,
)

_INSISTING = {
    Insisting.DNSSEC: text("validate DNSSEC"),
    Insisting.DANE: text("use DANE"),
    Insisting.STS: text("honour its MTA-STS policy"),
}
_BROKEN = (StartTls.REFUSED, StartTls.FAILED)


def harm_of(inspection: Inspection, route: Route) -> Text | None:
    """What is not as it should be, the worst alone; None if nothing is."""
    if is_mixed_null(route):
        return text(
            "Senders disagree: some deliver, others bounce all mail, for a null MX stands beside "
            "real exchanges."
        )
    losses = losses_of(inspection, route)
    if losses.everything:
        ways = tuple(_INSISTING[one] for one in losses.everything)
        return text("Mail flows, but not from senders that {ways}.", ways=ways)
    lost = _lost_best_tier(inspection, route)
    if lost is not None:
        return text("Mail flows only to backups: no host of preference {best} takes it.", best=lost)
    if lacks_ipv4(inspection, route):
        return text("Mail flows from senders with IPv6 alone: no exchange has an IPv4 address.")
    if losses.best_tier:
        ways = tuple(_INSISTING[one] for one in losses.best_tier)
        return text("Mail flows; senders that {ways} reach only backups.", ways=ways)
    return (
        _harm_at_addresses(inspection, route)
        or _harm_at_hosts(inspection, route)
        or _harm_to_some(losses)
        or _harm_to_privacy(inspection, route)
    )


def _harm_at_addresses(inspection: Inspection, route: Route) -> Text | None:
    states = usable_states(inspection, route)
    down = sum(state.is_down for state in states)
    if down:
        return counted(
            "Mail flows; {n} of {total} addresses does not take it.",
            "Mail flows; {n} of {total} addresses do not take it.",
            down,
            total=len(states),
        )
    silent = len(ungreeting(inspection, route))
    if silent:
        return counted(
            "Mail flows; {n} of {total} addresses takes connections and does not greet.",
            "Mail flows; {n} of {total} addresses take connections and do not greet.",
            silent,
            total=len(states),
        )
    return None


def _harm_at_hosts(inspection: Inspection, route: Route) -> Text | None:
    failed = len(failed_lookups(inspection, route))
    if failed:
        return counted(
            "Mail flows; the lookup of {n} exchange fails.",
            "Mail flows; the lookups of {n} exchanges fail.",
            failed,
        )
    if has_dead_host(inspection, route):
        return text("Mail flows; not every exchange can be used.")
    return None


def _harm_to_some(losses: Losses) -> Text | None:
    for insisting, number in losses.some:
        return text(
            "Mail flows; senders that {way} skip {n} of {total} exchanges.",
            way=_INSISTING[insisting],
            n=number,
            total=losses.total,
        )
    return None


def _harm_to_privacy(inspection: Inspection, route: Route) -> Text | None:
    if not is_in_the_clear(inspection, route):
        return None
    if is_stalling(inspection, route):
        return text("Mail flows late, and in the clear: the TLS handshake stalls at every address.")
    probes = [inspection.probe(address) for address in usable_addresses(route)]
    if any(probe is not None and probe.starttls in _BROKEN for probe in probes):
        return text("Mail flows in the clear: encryption comes about at no address.")
    return text("Mail flows in the clear: no address offers encryption.")


def _lost_best_tier(inspection: Inspection, route: Route) -> int | None:
    """The preference of the best tier, if it is certain that not one of its hosts takes mail.

    A null MX is no tier of hosts.
    """
    standings = standings_of(inspection, route)
    for tier in route.tiers:
        if all(host.special is Special.NULL for host in tier.hosts):
            continue
        lost = all(standings.get(host, Standing.DEAD) is Standing.DEAD for host in tier.hosts)
        return tier.preference if lost else None
    return None
