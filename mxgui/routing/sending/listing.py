"""The list of addresses that one run of a sender goes through, built as its source builds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from mxgui.routing.sending.chooser import Chooser, shuffled
from mxgui.routing.sending.sender import (
    AddressOrder,
    FamilyRule,
    HostOrder,
    Sender,
    Sweep,
    Unit,
)
from mxgui.routing.sending.situation import Candidate, Entry, Situation

Choosers = Callable[[int], Chooser]  # one for each preference
_FIRST = {
    FamilyRule.V6_FIRST: 6,
    FamilyRule.V4_FIRST: 4,
    FamilyRule.TIER_V6: 6,
    FamilyRule.TIER_V4: 4,
    FamilyRule.ALL_V6: 6,
    FamilyRule.ALL_V4: 4,
}
_WITHIN_A_HOST = (FamilyRule.V4_FIRST, FamilyRule.V6_FIRST)
_WITHIN_A_TIER = (FamilyRule.TIER_V4, FamilyRule.TIER_V6)
_OVER_ALL = (FamilyRule.ALL_V4, FamilyRule.ALL_V6)


def listed(situation: Situation, sender: Sender, choosers: Choosers) -> tuple[Entry, ...]:
    """Give the addresses of one run in the order in which they would be tried, if none took mail.

    Limits that cut the list beforehand have cut it; those that count attempts have not. An
    exchange without an address that takes a place all the same has an entry without address.
    """
    tiers = [_tier(tier, sender, choosers(tier[0].preference)) for tier in situation.tiers]
    found = _cut(list(chain.from_iterable(tiers)), sender)
    found = _swept(found, sender.ordering.sweep)
    if sender.ordering.family in _OVER_ALL:
        found = _family_first(found, _FIRST[sender.ordering.family])
    if sender.lookups.same_address_once:
        found = list({entry.address or entry.host: entry for entry in reversed(found)}.values())
        found.reverse()
    return tuple(_balanced(found, sender))


def _tier(tier: Sequence[Candidate], sender: Sender, chooser: Chooser) -> list[Entry]:
    rule, first = sender.ordering.family, _FIRST.get(sender.ordering.family)
    if sender.ordering.unit is Unit.ADDRESS:
        found = shuffled([entry for each in tier for entry in _both(each)], chooser)
    else:
        hosts = hosts_in_order(tier, sender.ordering.hosts, chooser)
        found = [entry for each in hosts for entry in _expanded(each, sender, chooser)]
    return _family_first(found, first) if first and rule in _WITHIN_A_TIER else found


def hosts_in_order(
    tier: Sequence[Candidate], order: HostOrder, chooser: Chooser
) -> list[Candidate]:
    """Put the hosts of a tier in the order of one run."""
    match order:
        case HostOrder.UNIFORM:
            return shuffled(tier, chooser)
        case HostOrder.ANSWER:
            return list(tier)
        case HostOrder.SWAP_REMOVE | HostOrder.ARRIVAL:
            return [*tier[:1], *reversed(tier[1:])]
        case HostOrder.COINS:
            return _tossed(tier, chooser)


def _tossed(tier: Sequence[Candidate], chooser: Chooser) -> list[Candidate]:
    """One pass from left to right that swaps each pair of neighbours or leaves it."""
    hosts = list(tier)
    for at in range(len(hosts) - 1):
        if chooser.below(2):
            hosts[at], hosts[at + 1] = hosts[at + 1], hosts[at]
    return hosts


def _both(candidate: Candidate) -> tuple[Entry, ...]:
    """The entries of a candidate; one without address stands for it if it has none."""
    nothing = Entry(candidate.name, candidate.preference, candidate.place, "")
    return candidate.entries or (nothing,)


def _expanded(candidate: Candidate, sender: Sender, chooser: Chooser) -> list[Entry]:
    entries = list(_both(candidate))
    rule = sender.ordering.family
    if sender.ordering.addresses is AddressOrder.SHUFFLED:
        six = shuffled([entry for entry in entries if entry.family == 6], chooser)
        entries = [*six, *shuffled([entry for entry in entries if entry.family == 4], chooser)]
    if rule in _WITHIN_A_HOST:
        entries = _family_first(entries, _FIRST[rule])
    return entries[: sender.limits.per_host]


def _family_first(entries: list[Entry], family: int) -> list[Entry]:
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
    wanted = 6 if sweep is Sweep.V6 else 4
    for at in range(len(entries) - 1):
        own, after = entries[at], entries[at + 1]
        moves = own.family != wanted and after.family == wanted
        if moves and own.preference == after.preference:
            entries[at], entries[at + 1] = after, own
    return entries


def _balanced(entries: list[Entry], sender: Sender) -> list[Entry]:
    """Keep both families among the first attempts (Postfix, `smtp_balance_inet_proto`)."""
    most = sender.limits.attempts
    six = sum(entry.family == 6 for entry in entries)
    four = len(entries) - six
    if not sender.limits.balance or most is None or not six or not four or len(entries) <= most:
        return entries
    if six <= most // 2:
        keep = {6: six, 4: most - six}
    elif four <= most // 2:
        keep = {4: four, 6: most - four}
    else:
        keep = {4: (most + (entries[0].family == 4)) // 2}
        keep[6] = most - keep[4]
    kept = []
    for entry in entries:
        keep[entry.family] -= 1
        if keep[entry.family] >= 0:
            kept.append(entry)
    return kept
