"""The list of addresses that one run of a sender goes through, built as its source builds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from mxgui.routing.sending.chooser import Chooser, shuffled
from mxgui.routing.sending.sender import (
    AddressOrder,
    FamilyRule,
    HostOrder,
    Limits,
    Sender,
    Sweep,
    Unit,
)
from mxgui.routing.sending.situation import Candidate, Entry, Situation

Choosers = Callable[[int], Chooser]  # one for each preference
FIRST = {
    FamilyRule.V6_FIRST: 6,
    FamilyRule.V4_FIRST: 4,
    FamilyRule.TIER_V6: 6,
    FamilyRule.TIER_V4: 4,
    FamilyRule.ALL_V6: 6,
    FamilyRule.ALL_V4: 4,
}
WITHIN_A_HOST = (FamilyRule.V4_FIRST, FamilyRule.V6_FIRST)
WITHIN_A_TIER = (FamilyRule.TIER_V4, FamilyRule.TIER_V6)
OVER_ALL = (FamilyRule.ALL_V4, FamilyRule.ALL_V6)


def listed(situation: Situation, sender: Sender, choosers: Choosers) -> tuple[Entry, ...]:
    """Give the addresses of one run in the order in which they would be tried, if none took mail.

    Limits that cut the list beforehand have cut it; those that count attempts have not. An
    exchange without an address that takes a place all the same has an entry without address.
    """
    tiers = [
        _tier(tier, sender, choosers(tier[0].preference))
        for tier in tiers_in_order(situation, sender)
    ]
    found = _cut(list(chain.from_iterable(tiers)), sender)
    found = _swept(found, sender.ordering.sweep)
    if sender.ordering.family in OVER_ALL:
        found = family_first(found, FIRST[sender.ordering.family])
    if sender.lookups.same_address_once:
        found = _once_each(found)
    keep = kept(found, sender.limits)
    return tuple(found if keep is None else _balanced(found, keep))


def tiers_in_order(situation: Situation, sender: Sender) -> tuple[tuple[Candidate, ...], ...]:
    """Give the tiers, each in the order that is the sender's before any chance comes in.

    qmail puts the last record of all into the place of the one that it took; OpenSMTPD hears of the
    first record, then of the others from the last one backwards, whatever their preferences.
    """
    match sender.ordering.hosts:
        case HostOrder.SWAP_REMOVE:
            order = _swap_removed(situation.candidates)
        case HostOrder.ARRIVAL:
            order = [*situation.candidates[:1], *reversed(situation.candidates[1:])]
        case HostOrder.UNIFORM | HostOrder.ANSWER | HostOrder.COINS:
            return situation.tiers
    found: dict[int, list[Candidate]] = {}
    for candidate in order:
        found.setdefault(candidate.preference, []).append(candidate)
    return tuple(tuple(found[preference]) for preference in sorted(found))


def _swap_removed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Take the first of the lowest preference, put the last into its place, and so on."""
    left = list(candidates)
    order = []
    while left:
        at = min(range(len(left)), key=lambda place: (left[place].preference, place))
        order.append(left[at])
        left[at] = left[-1]
        left.pop()
    return order


def _tier(tier: Sequence[Candidate], sender: Sender, chooser: Chooser) -> list[Entry]:
    rule, first = sender.ordering.family, FIRST.get(sender.ordering.family)
    if sender.ordering.unit is Unit.ADDRESS:
        found = shuffled([entry for each in tier for entry in each.steps], chooser)
    else:
        hosts = hosts_in_order(tier, sender.ordering.hosts, chooser)
        found = [entry for each in hosts for entry in _expanded(each, sender, chooser)]
    return family_first(found, first) if first and rule in WITHIN_A_TIER else found


def hosts_in_order(
    tier: Sequence[Candidate], order: HostOrder, chooser: Chooser
) -> list[Candidate]:
    """Put the hosts of a tier, which are in the sender's own order, into that of one run."""
    match order:
        case HostOrder.UNIFORM:
            return shuffled(tier, chooser)
        case HostOrder.COINS:
            return _tossed([each for each in tier if each.steps], chooser)
        case HostOrder.ANSWER | HostOrder.SWAP_REMOVE | HostOrder.ARRIVAL:
            return list(tier)


def _tossed(tier: Sequence[Candidate], chooser: Chooser) -> list[Candidate]:
    """One pass from left to right that swaps each pair of neighbours or leaves it."""
    hosts = list(tier)
    for at in range(len(hosts) - 1):
        if chooser.below(2):
            hosts[at], hosts[at + 1] = hosts[at + 1], hosts[at]
    return hosts


def _expanded(candidate: Candidate, sender: Sender, chooser: Chooser) -> list[Entry]:
    entries = list(candidate.steps)
    rule = sender.ordering.family
    if sender.ordering.addresses is AddressOrder.SHUFFLED:
        six = shuffled([entry for entry in entries if entry.family == 6], chooser)
        entries = [*six, *shuffled([entry for entry in entries if entry.family == 4], chooser)]
    if rule in WITHIN_A_HOST:
        entries = family_first(entries, FIRST[rule])
    return entries[: sender.limits.per_host]


def family_first(entries: Sequence[Entry], family: int) -> list[Entry]:
    """One family before the other, each in the order that it had."""
    return sorted(entries, key=lambda entry: entry.family != family)


def _cut(entries: list[Entry], sender: Sender) -> list[Entry]:
    """The entries of as many hosts as the sender takes at most."""
    most = sender.limits.hosts
    if most is None:
        return entries
    places = list(dict.fromkeys(entry.place for entry in entries))[:most]
    return [entry for entry in entries if entry.place in places]


def _swept(entries: list[Entry], sweep: Sweep) -> list[Entry]:
    """One forward pass: an address of the other family is carried past those of the wanted one."""
    if sweep is Sweep.NONE:
        return entries
    wanted = wanted_by(sweep)
    for at in range(len(entries) - 1):
        own, after = entries[at], entries[at + 1]
        moves = own.family != wanted and after.family == wanted
        if moves and own.preference == after.preference:
            entries[at], entries[at + 1] = after, own
    return entries


def wanted_by(sweep: Sweep) -> int:
    """Give the family that a sweep moves forward."""
    return 6 if sweep is Sweep.V6 else 4


def _once_each(entries: list[Entry]) -> list[Entry]:
    """The entries without those whose address came before."""
    first: dict[str | int, Entry] = {}
    for entry in entries:
        first.setdefault(entry.address or entry.place, entry)
    return list(first.values())


def kept(entries: Sequence[Entry], limits: Limits) -> dict[int, int] | None:
    """How many of each family are kept so that both are tried; None for all of them.

    Postfix, `smtp_balance_inet_proto`; the first entry tells whom an odd number favours.
    """
    most = limits.attempts
    six = sum(entry.family == 6 for entry in entries)
    four = len(entries) - six
    if not limits.balance or most is None or not six or not four or len(entries) <= most:
        return None
    if six <= most // 2:
        return {6: six, 4: most - six}
    if four <= most // 2:
        return {6: most - four, 4: four}
    half = (most + (entries[0].family == 4)) // 2
    return {6: most - half, 4: half}


def _balanced(entries: Sequence[Entry], keep: dict[int, int]) -> list[Entry]:
    found, left = [], dict(keep)
    for entry in entries:
        left[entry.family] -= 1
        if left[entry.family] >= 0:
            found.append(entry)
    return found
