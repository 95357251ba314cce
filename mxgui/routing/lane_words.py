"""When a tier is tried and how its hosts are taken, in the words of the plan's sender."""

from __future__ import annotations

from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, counted, text
from mxgui.routing.labels import is_unknown
from mxgui.routing.route import Host, Special, Tier
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Evidence, HostOrder, Next, Sender, Sweep, Unit
from mxgui.routing.shapes import Words
from mxgui.routing.turns import TierTurn, Turns

_GOES_ON = (Next.NEXT_ADDRESS, Next.NEXT_HOST)


def lane_title(at: int | None, count: int, turn: TierTurn | None = None) -> Text:
    """The title of a tier, by its place among the `count` that are tried; None: it is not."""
    if at is None:
        return text("Not used")
    if at == 0:
        return text("Tried first")
    if turn is not None and not turn.is_reached:
        return text("Never in one run")
    return text("Last") if at == count - 1 and count > 2 else text("Then")


def implicit_lane(inspection: Inspection) -> tuple[Text, Text]:
    """Title and words of the only tier of a domain without MX record, or of an address literal."""
    if inspection.entry.domain.literal is not None:
        return text("The address itself"), text("no MX lookup for an address literal")
    return text("The domain itself"), text("no MX record, so its own address is used")


def lane_words(turns: Turns, tier: Tier, before: TierTurn | None, *, alone: bool) -> Text:
    """When a tier is tried, after the one `before`, and how its hosts are taken."""
    turn = turns.tiers[tier.preference]
    if turn.hosts == 0:
        return _unused_words(turns.sender, tier)
    if before is None:
        return _first_words(turns.sender, turn, alone=alone)
    if not turn.is_reached:
        return _never_words(turns, turn)
    return _later_words(turns.sender, turn, _condition(turns.sender, before))


def _unused_words(sender: Sender, tier: Tier) -> Text:
    if any(is_unknown(host) for host in tier.hosts):
        return text("no address could be looked up")
    if any(is_used_by_others(sender, host) for host in tier.hosts):
        return text("no host that {sender} uses", sender=sender.title)
    return text("no host that a sender can use")


def _first_words(sender: Sender, turn: TierTurn, *, alone: bool) -> Text:
    if sender.ordering.unit is Unit.ADDRESS and turn.addresses > 1:
        if turn.kept_addresses < turn.addresses:
            return text(
                "{n} of {all} addresses, drawn for every message",
                n=turn.kept_addresses,
                all=turn.addresses,
            )
        return counted(
            "{n} address, shuffled for every message",
            "{n} addresses, shuffled for every message",
            turn.addresses,
        )
    if turn.hosts == 1 and turn.kept_hosts == turn.listed:
        return text("the only host") if alone else text("{n} host", n=1)
    return _noted(sender, turn, _hosts_first(sender, turn))


def _hosts_first(sender: Sender, turn: TierTurn) -> Text:
    """How several hosts of the best tier are taken."""
    order, n = sender.ordering.hosts, turn.hosts
    if turn.kept_hosts < turn.listed:
        return text(
            "{n} of {all} hosts, drawn for every message", n=turn.kept_hosts, all=turn.listed
        )
    hosts = counted("{n} host", "{n} hosts", n)
    if sender.ordering.unit is Unit.ADDRESS or _is_shuffle(order, n):
        return hosts if n == 1 else text("{hosts}, shuffled for every message", hosts=hosts)
    return text("{hosts}, {order}", hosts=hosts, order=_fixed(order))


def _is_shuffle(order: HostOrder, hosts: int) -> bool:
    """Whether every order of the hosts is equally likely: one coin shuffles two."""
    return order is HostOrder.UNIFORM or (order is HostOrder.COINS and hosts == 2)


def _fixed(order: HostOrder) -> Text:
    match order:
        case HostOrder.COINS:
            return text("neighbours swapped by chance")
        case HostOrder.SWAP_REMOVE:
            return text("in an order that the resolver decides")
        case HostOrder.ARRIVAL:
            return text("the one whose address is found first leads")
        case _:
            return text("in the resolver's order")


def _noted(sender: Sender, turn: TierTurn, words: Text) -> Text:
    """The same words with what else there is to a tier of several hosts."""
    if sender.ordering.sweep is Sweep.V6 and turn.is_mixed:
        first = text("{words}, IPv6 first", words=words)
        words = first if turn.begins == 6 else text("{words}, IPv6 moved forward", words=words)
    if turn.kept_addresses < turn.addresses and sender.limits.attempts is not None:
        return text(
            "{words}, {n} of {all} addresses",
            words=words,
            n=turn.kept_addresses,
            all=turn.addresses,
        )
    return words


def _never_words(turns: Turns, turn: TierTurn) -> Text:
    """What is in the way of a tier that no run comes to."""
    if turns.sender.lookups.same_address_once:
        return text("its addresses are tried as those of better hosts")
    if turns.sender.limits.hosts is not None:
        n = turns.sender.limits.hosts
        return counted(
            "{n} host is tried before it, then the run ends",
            "{n} hosts are tried before it, then the run ends",
            n,
        )
    return counted(
        "{n} address is tried before it, then the run ends",
        "{n} addresses are tried before it, then the run ends",
        turn.first - 1,
    )


def _condition(sender: Sender, before: TierTurn) -> Text:
    """After what a later tier has its turn."""
    if before.kept_addresses < before.addresses and sender.limits.attempts is not None:
        return counted(
            "if {n} address of preference {before} fails",
            "if {n} addresses of preference {before} fail",
            before.kept_addresses,
            before=before.preference,
        )
    if sender.reactions[Behaviour.DEFERS].next not in _GOES_ON:
        return text("if no host of preference {before} connects", before=before.preference)
    return text("if all of preference {before} fail", before=before.preference)


def _later_words(sender: Sender, turn: TierTurn, condition: Text) -> Text:
    if sender.ordering.unit is Unit.ADDRESS and turn.addresses > 1:
        if turn.kept_addresses < turn.addresses:
            return text(
                "{n} of {all} addresses, {condition}",
                n=turn.kept_addresses,
                all=turn.addresses,
                condition=condition,
            )
        return counted(
            "{n} address, shuffled, {condition}",
            "{n} addresses, shuffled, {condition}",
            turn.addresses,
            condition=condition,
        )
    if turn.kept_hosts < turn.listed:
        return text(
            "{n} of {all} hosts, {condition}",
            n=turn.kept_hosts,
            all=turn.listed,
            condition=condition,
        )
    if turn.hosts == 1:
        return condition
    if sender.ordering.unit is Unit.ADDRESS or _is_shuffle(sender.ordering.hosts, turn.hosts):
        return counted(
            "{n} host, shuffled, {condition}",
            "{n} hosts, shuffled, {condition}",
            turn.hosts,
            condition=condition,
        )
    return counted(
        "{n} host in turn, {condition}",
        "{n} hosts in turn, {condition}",
        turn.hosts,
        condition=condition,
    )


# ---------------------------------------------------------------------- shares


def is_used_by_others(sender: Sender, host: Host) -> bool:
    """Whether other kinds of sender would try the host, known as it is.

    That some take an address for a host is not held against the standard.
    """
    is_literal = host.special is Special.LITERAL
    return host.usable or (is_literal and sender.evidence is not Evidence.STANDARD)


def share_words(turns: Turns, host: Host, *, first: bool) -> Words:
    """How often the host is tried first: per cent, with one decimal below ten."""
    if not turns.is_hopeful(host):
        if is_unknown(host):
            return text("not known")
        if is_used_by_others(turns.sender, host):
            return text("not used by {sender}", sender=turns.sender.title)
        return text("not used")
    return _share_of_used(turns, host, first=first)


def _share_of_used(turns: Turns, host: Host, *, first: bool) -> Words:
    share = turns.shares.of_host(host)
    if turns.is_never(host):
        return text("never in one run")
    if not first:
        return text("only after failure")
    if turns.depends(host):
        return text("depends on the resolver")
    if share == 0:
        return text("only after failure") if turns.comes_later(host, first=first) else ""
    return percent_words(share)


def percent_words(share: Fraction) -> Text:
    """A share in per cent, with one decimal below ten."""
    percent = float(share * 100)
    shown = round(percent, 1) if percent < 10 else round(percent)
    return text("{percent}\u2009%", percent=shown)


def share_note(turns: Turns, host: Host) -> Words:
    """What else there is to say of the share of a host, beside the exact fraction."""
    if not turns.is_hopeful(host) or turns.is_never(host):
        return ""
    if turns.depends(host):
        return text(
            "{sender} takes the hosts as the resolver lists them: one that rotates its answers "
            "gives each its turn.",
            sender=turns.sender.title,
        )
    return ""
