"""What a kind of sender does, trait by trait, each as a sentence that its data makes true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import Enum

from mxgui.model.text import Text, counted, text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import (
    AddressOrder,
    FamilyRule,
    Final,
    HostOrder,
    Limits,
    Next,
    NoTarget,
    NullRule,
    OwnBest,
    OwnBy,
    SameName,
    Sender,
    Sweep,
    Unit,
    Waits,
)
from mxgui.routing.sending.traits import Trait

_OF_VALUE: Mapping[Enum, Text] = {
    NullRule.ANY: text("Takes “.” to mean no mail even beside other exchanges."),
    NullRule.SOLE_PREFERENCE_0: text("Takes “.” to mean no mail only alone and at preference 0."),
    NullRule.SOLE: text("Takes “.” alone for “no mail”, at any preference."),
    NullRule.PREFERENCE_0_TIER: text(
        "Takes “.” alone at preference 0 for “no mail”, whatever stands behind it."
    ),
    NullRule.UNUSABLE: text("Takes “.” for an exchange that cannot be used."),
    NullRule.REACHED: text("Bounces once it comes to “.” in the list."),
    NullRule.TEMPORARY: text("Takes “.” for an exchange that has no address for now."),
    NoTarget.BOUNCES_UNLESS_SOFT: text("Bounces where no exchange has an address."),
    NoTarget.LISTED: text("Counts an exchange without address as one more that may be tried."),
    NoTarget.QUEUES: text("Keeps mail while no exchange has an address."),
    NoTarget.LAST: text("Goes by the last exchange where none has an address."),
    SameName.KEPT: text("Keeps a host as often as it is listed."),
    SameName.LOWEST: text("Keeps of a host that is listed twice the better place alone."),
    SameName.ADJACENT: text("Takes neighbours in the list with one name for one."),
    Unit.HOST: text("Shuffles hosts, and keeps the addresses of each together."),
    Unit.ADDRESS: text("Shuffles the addresses of a preference, not its hosts."),
    HostOrder.UNIFORM: text("Shuffles equal hosts."),
    HostOrder.ANSWER: text("Tries equal hosts in the order of the answer."),
    HostOrder.SWAP_REMOVE: text("Tries the host first that the answer lists first."),
    HostOrder.COINS: text("Shuffles equal hosts in one pass: the first two lead, others never."),
    HostOrder.ARRIVAL: text("Tries the host first whose addresses are found first."),
    AddressOrder.ANSWER: text("Keeps the addresses of a host in the order of the answer."),
    AddressOrder.SHUFFLED: text("Shuffles the addresses of a host."),
    AddressOrder.RFC6724: text("Orders the addresses of a host by RFC 6724."),
    AddressOrder.RACE: text("Lets the addresses of a host race: together they are one try."),
    FamilyRule.ONLY_4: text("Uses IPv4 alone."),
    FamilyRule.ONLY_6: text("Uses IPv6 alone."),
    FamilyRule.MIXED: text("Mixes IPv4 and IPv6 addresses."),
    FamilyRule.V6_FIRST: text("Tries the IPv6 addresses of a host before its IPv4 ones."),
    FamilyRule.V4_FIRST: text("Tries the IPv4 addresses of a host before its IPv6 ones."),
    FamilyRule.TIER_V6: text("Tries all IPv6 addresses of a preference first."),
    FamilyRule.TIER_V4: text("Tries all IPv4 addresses of a preference first."),
    FamilyRule.ALL_V6: text("Tries IPv6 first, also that of worse preferences."),
    FamilyRule.ALL_V4: text("Tries IPv4 first, also that of worse preferences."),
    Sweep.NONE: text("Keeps the order of the families as it comes."),
    Sweep.V6: text("Carries IPv4 addresses back past IPv6 ones of the same preference."),
    Sweep.V4: text("Carries IPv6 addresses back past IPv4 ones of the same preference."),
    OwnBy.ADDRESS: text("Finds itself among the exchanges by its addresses."),
    OwnBy.NAME: text("Finds itself among the exchanges by its name alone."),
    OwnBy.EITHER: text("Finds itself among the exchanges by name or address."),
    OwnBy.LOOPBACK: text("Leaves out loopback addresses, and does not find itself otherwise."),
    OwnBy.NONE: text("Does not look for itself among the exchanges."),
    OwnBest.BOUNCES: text("Bounces where it is itself the best exchange."),
    OwnBest.FREEZES: text("Freezes mail where it is itself the best exchange."),
    OwnBest.CONNECTS: text("Connects to itself where it is the best exchange."),
    OwnBest.SKIPS: text("Passes over itself where it is the best exchange."),
    Final.QUEUES: text("Queues what no host took, whatever was said last."),
    Final.LAST: text("Bounces what no host took if the last one tried said a permanent error."),
}
_OF_FLAG: Mapping[tuple[str, bool], Text] = {
    ("no_domain_tries_address", True): text(
        "Asks for the address of a domain that does not exist."
    ),
    ("no_domain_tries_address", False): text(
        "Asks for nothing more of a domain that does not exist."
    ),
    ("no_domain_bounces", True): text("Bounces mail to a domain that does not exist."),
    ("no_domain_bounces", False): text("Keeps mail to a domain that does not exist."),
    ("nothing_bounces", True): text("Bounces mail to a domain with neither MX nor address."),
    ("nothing_bounces", False): text("Keeps mail to a domain with neither MX nor address."),
    ("literal", True): text("Connects to an address that stands in place of a host."),
    ("literal", False): text("Does not use an address that stands in place of a host."),
    ("localhost", True): text("Connects to itself where localhost is an exchange."),
    ("localhost", False): text("Leaves localhost out of the exchanges."),
    ("same_address_once", True): text("Tries an address once, whichever hosts have it."),
    ("same_address_once", False): text("Tries an address for each host that has it."),
    ("needs_both", True): text("Uses no address of a host where the lookup of one family fails."),
    ("needs_both", False): text("Uses one family where the lookup of the other fails."),
    ("failure_is_none", True): text("Takes an address that cannot be looked up for none."),
    ("failure_is_none", False): text("Queues where an address cannot be looked up."),
    ("waits_for_better", True): text("Keeps mail where better exchanges have no address."),
    ("waits_for_better", False): text("Does not wait for better exchanges without address."),
    ("only_it", True): text("Leaves out itself alone, not what is as good or worse."),
    ("only_it", False): text("Leaves out itself and all that is not better."),
}
_EVENTS: Mapping[Behaviour, Text] = {
    Behaviour.TAKES: text("a host that takes mail"),
    Behaviour.REFUSED: text("a refused connection"),
    Behaviour.SILENT: text("no answer to the connection"),
    Behaviour.UNREACHABLE: text("an unreachable address"),
    Behaviour.MUTE: text("no greeting in time"),
    Behaviour.CLOSED: text("a connection closed before the greeting"),
    Behaviour.DEFERS: text("a 4yz greeting"),
    Behaviour.REJECTS: text("a 5yz greeting"),
    Behaviour.EHLO_FAILS: text("a refused EHLO"),
    Behaviour.TLS_BROKEN: text("encryption that fails"),
    Behaviour.RCPT_DEFERS: text("a 4yz to MAIL or RCPT"),
    Behaviour.RCPT_REJECTS: text("a 5yz to MAIL or RCPT"),
    Behaviour.ITSELF: text("a connection to itself"),
}


def trait_words(sender: Sender, trait: Trait) -> Text:
    """Say what a sender does in this one thing."""
    match trait.part:
        case "reactions":
            return _reaction(sender, Behaviour(trait.name))
        case "final":
            return _OF_VALUE[sender.final]
        case part:
            value = getattr(getattr(sender, part), trait.name)
    special = _SPECIAL.get((part, trait.name))
    if special is not None:
        return special(sender)
    return _OF_FLAG[trait.name, value] if isinstance(value, bool) else _OF_VALUE[value]


def _reaction(sender: Sender, behaviour: Behaviour) -> Text:
    reaction, event = sender.reactions[behaviour], _EVENTS[behaviour]
    if reaction.hard and sender.final is Final.LAST:
        return text("If the last one tried answers with {event}, the mail bounces.", event=event)
    match reaction.next:
        case Next.DELIVERED:
            return text("After {event} it delivers there all the same.", event=event)
        case Next.NEXT_ADDRESS:
            return text("After {event} it goes on to the next address.", event=event)
        case Next.NEXT_HOST:
            return text("After {event} it goes on to the next host.", event=event)
        case Next.QUEUES:
            return text("After {event} it stops and queues the mail.", event=event)
        case Next.BOUNCES:
            return text("After {event} it stops and the mail bounces.", event=event)


def _attempts(sender: Sender) -> Text:
    limits: Limits = sender.limits
    if limits.attempts is None:
        return text("Tries every address.")
    if limits.jump:
        return counted(
            "Tries at most {n} address, then one host of each worse preference.",
            "Tries at most {n} addresses, then goes on with worse preferences.",
            limits.attempts,
        )
    if limits.balance:
        return counted(
            "Tries at most {n} address in a run, of either family.",
            "Tries at most {n} addresses in a run, of both families.",
            limits.attempts,
        )
    return counted(
        "Tries at most {n} address in a run.",
        "Tries at most {n} addresses in a run.",
        limits.attempts,
    )


def _hosts(sender: Sender) -> Text:
    most = sender.limits.hosts
    if most is None:
        return text("Takes every host into its list.")
    return counted(
        "Takes {n} host at most, before it tries any.",
        "Takes {n} hosts at most, before it tries any.",
        most,
    )


def _per_host(sender: Sender) -> Text:
    most = sender.limits.per_host
    if most is None:
        return text("Takes every address of a host into its list.")
    return counted(
        "Takes {n} address of a host at most.", "Takes {n} addresses of a host at most.", most
    )


def _sessions(sender: Sender) -> Text:
    most = sender.limits.sessions
    if most is None:
        return text("Goes on however many hosts have answered.")
    return counted(
        "Ends a run after {n} host that answered.",
        "Ends a run after {n} hosts that answered.",
        most,
    )


def _silent(sender: Sender) -> Text:
    most = sender.limits.silent
    if most is None:
        return text("Goes on however many addresses are silent.")
    return counted(
        "Gets no further than {n} silent address.",
        "Gets no further than {n} silent addresses.",
        most,
    )


def _records(sender: Sender) -> Text:
    most = sender.limits.records
    if most is None:
        return text("Looks at every record of the answer.")
    return counted(
        "Looks at {n} record of the answer at most.",
        "Looks at {n} records of the answer at most.",
        most,
    )


def _connect(sender: Sender) -> Text:
    waits: Waits = sender.waits
    wait = timedelta(seconds=waits.connect)
    if waits.shared:
        return text("Waits {wait} for the connections to all addresses of a host.", wait=wait)
    return text("Waits {wait} for a connection.", wait=wait)


def _greeting(sender: Sender) -> Text:
    wait = timedelta(seconds=sender.waits.greeting)
    return text("Waits {wait} for a greeting.", wait=wait)


def _command(sender: Sender) -> Text:
    wait = timedelta(seconds=sender.waits.command)
    return text("Waits {wait} for the reply to a command.", wait=wait)


def _ignored(sender: Sender) -> Text:
    if not sender.lookups.ignored:
        return text("Leaves no address out.")
    return text("Leaves out addresses in {networks}.", networks=sender.lookups.ignored)


def _always(sender: Sender) -> Text:
    if not sender.own.always:
        return text("Takes nothing for itself but its own names and addresses.")
    return text("Takes {names} for itself on any machine.", names=sender.own.always)


_SPECIAL: Mapping[tuple[str, str], Callable[[Sender], Text]] = {
    ("limits", "attempts"): _attempts,
    ("limits", "hosts"): _hosts,
    ("limits", "per_host"): _per_host,
    ("limits", "sessions"): _sessions,
    ("limits", "silent"): _silent,
    ("limits", "records"): _records,
    ("waits", "connect"): _connect,
    ("waits", "greeting"): _greeting,
    ("waits", "command"): _command,
    ("lookups", "ignored"): _ignored,
    ("own", "always"): _always,
}
