"""What the try-order is, in words: which of how many, who decides it, and what a run leaves out."""

from __future__ import annotations

from mxgui.model.plan import ProbeMode
from mxgui.model.text import Text, counted, text
from mxgui.report.report import Report
from mxgui.routing.order import probe_order, shuffled_preferences
from mxgui.routing.route import Host
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.sender import (
    AddressOrder,
    Evidence,
    FamilyRule,
    HostOrder,
    Sender,
    Sweep,
    Unit,
)
from mxgui.routing.sending.situation import Cause
from mxgui.routing.shapes import AddressRow, Words
from mxgui.routing.spans import FIXED
from mxgui.routing.turns import turns_of
from mxgui.routing.unused import why_unused

_ORDERS = {
    FamilyRule.V6_FIRST: text("Addresses of one host keep the resolver's order, IPv6 first."),
    FamilyRule.V4_FIRST: text("Addresses of one host keep the resolver's order, IPv4 first."),
    FamilyRule.ONLY_4: text("IPv4 alone is used; addresses of one host keep the resolver's order."),
    FamilyRule.ONLY_6: text("IPv6 alone is used; addresses of one host keep the resolver's order."),
}
_KEPT = text("Addresses of one host keep the resolver's order.")


def order_words(result: Report) -> Text:
    """Which of how many orders this is, what is not shuffled, and where a run ends."""
    sender = _sender(result)
    if not result.order:
        return _nothing_words(result, sender)
    known = _order(result, sender)
    for more in filter(None, (_address_words(sender), _limit_words(result, sender))):
        known = text("{known} {more}", known=known, more=more)
    return known


def _sender(result: Report) -> Sender:
    return sender_of(result.inspection.plan.sender)


def _nothing_words(result: Report, sender: Sender) -> Text:
    cause = turns_of(result.inspection).situation.cause
    if not any(host.usable for host in result.route.hosts):
        return text("No address is known that a sender would try.")
    if cause is Cause.NULL_MX:
        return text(
            "No address is tried: {sender} takes the null MX for the whole domain.",
            sender=sender.title,
        )
    return text("{sender} would try none of these addresses.", sender=sender.title)


def _order(result: Report, sender: Sender) -> Text:
    drawn = shuffled_preferences(result.inspection)
    if not drawn:
        return _only_order(result, sender)
    words, seed = _drawn(sender, drawn), result.inspection.plan.seed
    if result.inspection.plan.mode is ProbeMode.AS_SENDER:
        return text("The order of this run's probes: {drawn}; seed {seed}.", drawn=words, seed=seed)
    return text(
        "One order of many: {drawn} for every message; seed {seed}.", drawn=words, seed=seed
    )


def _only_order(result: Report, sender: Sender) -> Text:
    if _has_several_hosts(result) and sender.ordering.hosts in FIXED:
        return text(
            "The only order: {sender} shuffles nothing, so it is the resolver's answer that "
            "decides.",
            sender=sender.title,
        )
    if sender.ordering.unit is Unit.ADDRESS:
        return text("The only order: no preference has several addresses.")
    return text("The only order: no preference has several hosts.")


def _has_several_hosts(result: Report) -> bool:
    return any(turn.hosts > 1 for turn in turns_of(result.inspection).tiers.values())


def _drawn(sender: Sender, preferences: tuple[int, ...]) -> Text:
    """Where lots are drawn, for the sentence that goes on with when."""
    if sender.ordering.unit is Unit.ADDRESS:
        return text("addresses of preference {preferences} are shuffled", preferences=preferences)
    if sender.ordering.hosts is HostOrder.COINS:
        return text(
            "neighbours of preference {preferences} are swapped or not", preferences=preferences
        )
    if sender.ordering.addresses is AddressOrder.SHUFFLED:
        return text(
            "hosts of preference {preferences}, and the addresses of each, are shuffled",
            preferences=preferences,
        )
    return text("hosts of preference {preferences} are shuffled", preferences=preferences)


def _address_words(sender: Sender) -> Text | None:
    """How the addresses of one host are taken, where that is not told yet."""
    ordering = sender.ordering
    if ordering.unit is Unit.ADDRESS:
        return None
    if sender.evidence is Evidence.STANDARD:
        return text("Addresses of one host keep the resolver's order (RFC 5321, section 5.1).")
    match ordering.addresses:
        case AddressOrder.SHUFFLED if ordering.sweep is Sweep.V6:
            return text("IPv6 addresses are then moved forward within a preference.")
        case AddressOrder.SHUFFLED:
            return None
        case AddressOrder.RFC6724:
            return text("Addresses of one host come as the system sorts them.")
        case AddressOrder.RACE:
            return text("Addresses of one host race each other.")
        case AddressOrder.ANSWER:
            return _ORDERS.get(ordering.family, _KEPT)


def _limit_words(result: Report, sender: Sender) -> Text | None:
    """Where a run ends before the last address, if it does."""
    limits = sender.limits
    if len(probe_order(result.inspection)) == len(result.order):
        return None
    if limits.hosts is not None:
        return counted(
            "One host is taken in a run at most.",
            "{n} hosts are taken in a run at most.",
            limits.hosts,
        )
    if limits.attempts is not None:
        many = counted(
            "{n} address is tried in a run at most.",
            "{n} addresses are tried in a run at most.",
            limits.attempts,
        )
        jumps = counted(
            "After {n} address the next preference has its turn.",
            "After {n} addresses the next preference has its turn.",
            limits.attempts,
        )
        return jumps if limits.jump else many
    return None


# ---------------------------------------------------------------------- what there is not


def why_not_shuffled(result: Report | None) -> Text | None:
    """Why there is no other order to see; None if there is."""
    if result is None:
        return text("No preference has several hosts, so there is nothing to shuffle.")
    if shuffled_preferences(result.inspection):
        is_gone = result.inspection.plan.mode is ProbeMode.AS_SENDER
        gone = text("The probes went in this order, so it stays as it is.")
        return gone if is_gone else None
    sender = _sender(result)
    if sender.ordering.hosts in FIXED and _has_several_hosts(result):
        return text("{sender} shuffles nothing.", sender=sender.title)
    if sender.ordering.unit is Unit.ADDRESS:
        return text("No preference has several addresses, so there is nothing to shuffle.")
    return text("No preference has several hosts, so there is nothing to shuffle.")


def why_not_tried(result: Report, host: Host | None, row: AddressRow) -> Words:
    """Why an address is not tried in this run; nothing where it is not known yet."""
    turns, sender = turns_of(result.inspection), _sender(result)
    earlier = next((place for place in result.order if place.address == row.address), None)
    if earlier is not None:
        return text("It is tried earlier, as an address of {host}.", host=earlier.host)
    if host is None or not turns.is_hopeful(host):
        return ""
    why = why_unused(turns, host, row.address)
    if why:
        return why
    limits = sender.limits
    if limits.hosts is not None:
        return counted(
            "{sender} takes {n} host in a run; this one is not it.",
            "{sender} takes {n} hosts in a run; this one is not among them.",
            limits.hosts,
            sender=sender.title,
        )
    if limits.attempts is not None:
        return counted(
            "{sender} tries {n} address in a run; this one is not it.",
            "{sender} tries {n} addresses in a run; this one is not among them.",
            limits.attempts,
            sender=sender.title,
        )
    return ""
