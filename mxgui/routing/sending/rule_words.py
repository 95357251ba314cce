"""What each rule of a sender's profile means, in a phrase."""

from __future__ import annotations

from mxgui.model.text import text
from mxgui.routing.sending.sender import (
    AddressOrder,
    FamilyRule,
    Final,
    HostOrder,
    NoTarget,
    NullRule,
    OwnBest,
    OwnBy,
    SameName,
    Sweep,
    Unit,
)

NULL_RULES = {
    NullRule.ANY: text("the domain takes no mail, also beside other exchanges"),
    NullRule.SOLE_PREFERENCE_0: text("the domain takes no mail if it is “0 .” and stands alone"),
    NullRule.SOLE: text("the domain takes no mail if it stands alone, at any preference"),
    NullRule.PREFERENCE_0_TIER: text(
        "the domain takes no mail if it stands alone at preference 0, others behind it or not"
    ),
    NullRule.UNUSABLE: text("cannot be used; alone, the message bounces"),
    NullRule.REACHED: text("the message bounces when its turn comes"),
    NullRule.TEMPORARY: text("cannot be used; alone, the message queues"),
}
NO_TARGETS = {
    NoTarget.BOUNCES_UNLESS_SOFT: text("bounces; queues if any lookup merely failed"),
    NoTarget.LISTED: text(
        "bounces; queues if any lookup merely failed, or if others were tried before it"
    ),
    NoTarget.QUEUES: text("queues"),
    NoTarget.LAST: text("as the last lookup has it: bounces, or queues if it merely failed"),
}
SAME_NAMES = {
    SameName.KEPT: text("kept twice"),
    SameName.LOWEST: text("the better preference counts"),
    SameName.ADJACENT: text("once, where both follow each other"),
}
UNITS = {
    Unit.HOST: text("hosts, each with its addresses"),
    Unit.ADDRESS: text("all addresses of a preference, whatever host they belong to"),
}
HOSTS = {
    HostOrder.UNIFORM: text("shuffled, every order equally likely"),
    HostOrder.ANSWER: text("as the resolver lists them"),
    HostOrder.SWAP_REMOVE: text("the first in the answer, then from the last one backwards"),
    HostOrder.COINS: text("as listed, after one pass that swaps each two neighbours or not"),
    HostOrder.ARRIVAL: text("as their addresses come in"),
}
ADDRESSES = {
    AddressOrder.ANSWER: text("as the resolver lists them"),
    AddressOrder.SHUFFLED: text("shuffled within each family"),
    AddressOrder.RFC6724: text("as the system sorts them, IPv6 first (RFC 6724)"),
    AddressOrder.RACE: text("one attempt at all of them, IPv6 with a start of 0.3 s (RFC 8305)"),
}
FAMILIES = {
    FamilyRule.ONLY_4: text("IPv4 alone is used"),
    FamilyRule.ONLY_6: text("IPv6 alone is used"),
    FamilyRule.MIXED: text("mixed"),
    FamilyRule.V6_FIRST: text("IPv6 first, within each host"),
    FamilyRule.V4_FIRST: text("IPv4 first, within each host"),
    FamilyRule.TIER_V6: text("IPv6 first, within each preference"),
    FamilyRule.TIER_V4: text("IPv4 first, within each preference"),
    FamilyRule.ALL_V6: text("IPv6 first, whatever the preference"),
    FamilyRule.ALL_V4: text("IPv4 first, whatever the preference"),
}
SWEEPS = {
    Sweep.V6: text("one pass moves IPv6 forward within a preference"),
    Sweep.V4: text("one pass moves IPv4 forward within a preference"),
}
OWN_BY = {
    OwnBy.ADDRESS: text("its addresses"),
    OwnBy.NAME: text("its name"),
    OwnBy.EITHER: text("its name and its addresses"),
    OwnBy.LOOPBACK: text("loopback addresses alone, which are left out"),
    OwnBy.NONE: text("nothing: it may send to itself"),
}
OWN_BEST = {
    OwnBest.BOUNCES: text("the message bounces"),
    OwnBest.FREEZES: text("the message is kept and waits for the administrator"),
    OwnBest.CONNECTS: text("it connects to itself"),
    OwnBest.SKIPS: text("the exchange is left out"),
}
FINALS = {
    Final.QUEUES: text("the message queues"),
    Final.LAST: text("bounces if the last host's error was permanent, else queues"),
}
