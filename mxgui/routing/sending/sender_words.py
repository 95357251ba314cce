"""Everything that a sender's profile says, in words: labelled facts, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from mxgui.model.text import Text, counted, text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.rule_words import (
    ADDRESSES,
    FAMILIES,
    FINALS,
    HOSTS,
    NO_TARGETS,
    NULL_RULES,
    OWN_BEST,
    OWN_BY,
    SAME_NAMES,
    SWEEPS,
    UNITS,
)
from mxgui.routing.sending.sender import (
    AddressOrder,
    Evidence,
    Final,
    Limits,
    Next,
    OwnBy,
    Reaction,
    SameName,
    Sender,
    Sweep,
    Unit,
)

EVIDENCE = {
    Evidence.STANDARD: text("the text of the RFCs"),
    Evidence.OBSERVED: text("its source was read, and it was watched while it ran"),
    Evidence.SOURCE: text("its source was read; it was not run"),
    Evidence.MANUAL: text("its maker's manual; its source is not public"),
}
RESTS_ON = {
    Evidence.STANDARD: text("standard"),
    Evidence.OBSERVED: text("source read, program watched"),
    Evidence.SOURCE: text("source read, program not run"),
    Evidence.MANUAL: text("maker's manual alone"),
}
BEHAVIOURS = {
    Behaviour.TAKES: text("the host takes the message"),
    Behaviour.REFUSED: text("the connection is refused"),
    Behaviour.SILENT: text("no answer to the connection"),
    Behaviour.UNREACHABLE: text("no way to the address"),
    Behaviour.MUTE: text("connected, but no greeting"),
    Behaviour.CLOSED: text("closed before a greeting"),
    Behaviour.DEFERS: text("greeting 4xx"),
    Behaviour.REJECTS: text("greeting 5xx"),
    Behaviour.EHLO_FAILS: text("neither EHLO nor HELO is taken"),
    Behaviour.TLS_BROKEN: text("STARTTLS fails"),
    Behaviour.RCPT_DEFERS: text("MAIL or RCPT answered 4xx"),
    Behaviour.RCPT_REJECTS: text("MAIL or RCPT answered 5xx"),
    Behaviour.ITSELF: text("it is the sender itself"),
}
FIRST_TRIES = 12  # of the queue that are listed
_NEXT = {
    Next.NEXT_ADDRESS: text("the next address"),
    Next.NEXT_HOST: text("the next host"),
    Next.QUEUES: text("no other host in this run; the message queues"),
    Next.BOUNCES: text("the message bounces"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One fact of a profile; `part` is the field of `Sender` that it comes from."""

    label: Text
    words: Text
    part: str

    def is_unverified(self, sender: Sender) -> bool:
        """Tell whether no source settles it."""
        return any(each.part.partition(".")[0] == self.part for each in sender.unverified)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Facts of a profile that belong together."""

    title: Text
    facts: tuple[Said, ...]


def name_of(sender: Sender) -> Text:
    """Give what a person calls it, with its version where it has one."""
    if not sender.version:
        return text("{title}", title=sender.title)
    return text("{title} {version}", title=sender.title, version=sender.version)


def chapters_of(sender: Sender) -> tuple[Chapter, ...]:
    """Tell everything that a profile says, in the order in which a message meets it."""
    return (
        Chapter(text("What it makes of DNS"), tuple(_lookups(sender))),
        Chapter(text("In which order it tries"), tuple(_order(sender))),
        Chapter(text("Where one run ends"), tuple(_limits(sender))),
        Chapter(text("Where it is itself an exchange"), tuple(_own(sender))),
        Chapter(text("What it does after a failure"), tuple(_reactions(sender))),
        Chapter(text("How long it waits for a host"), tuple(_waits(sender))),
        Chapter(text("When it tries again"), tuple(_queue(sender))),
    )


def _lookups(sender: Sender) -> Iterator[Said]:
    lookups = sender.lookups

    def said(label: Text, words: Text) -> Said:
        return Said(label, words, "lookups")

    yield said(text("A lookup fails"), text("queues"))
    domain = text("taken as a domain without MX") if lookups.no_domain_tries_address else None
    yield said(text("No such domain"), domain or _fate(lookups.no_domain_bounces))
    yield said(text("No MX"), text("the domain's own addresses are used"))
    yield said(text("No MX, no address"), _fate(lookups.nothing_bounces))
    yield said(text("Exchange “.”"), NULL_RULES[lookups.null_rule])
    literal = text("used") if lookups.literal else text("cannot be used")
    yield said(text("Exchange is an address"), literal)
    localhost = text("taken for a host") if lookups.localhost else text("cannot be used")
    yield said(text("Exchange is localhost"), localhost)
    yield said(text("No exchange has an address"), NO_TARGETS[lookups.no_target])
    if lookups.same_name is not SameName.KEPT:
        yield said(text("Exchange listed twice"), SAME_NAMES[lookups.same_name])
    if lookups.same_address_once:
        yield said(text("Address listed twice"), text("tried once"))
    if lookups.needs_both:
        yield said(text("One family cannot be looked up"), text("the exchange cannot be used"))
    if lookups.ignored:
        yield said(text("Left out"), text("addresses in {networks}", networks=lookups.ignored))


def _fate(bounces: bool) -> Text:
    return text("bounces") if bounces else text("queues")


def _order(sender: Sender) -> Iterator[Said]:
    ordering = sender.ordering

    def said(label: Text, words: Text) -> Said:
        return Said(label, words, "ordering")

    yield said(text("Put in order"), UNITS[ordering.unit])
    if ordering.unit is Unit.HOST:
        yield said(text("Hosts of a preference"), HOSTS[ordering.hosts])
        yield said(text("Addresses of a host"), ADDRESSES[ordering.addresses])
    if ordering.addresses not in (AddressOrder.RACE, AddressOrder.RFC6724):
        yield said(text("IPv4 and IPv6"), FAMILIES[ordering.family])
    if ordering.sweep is not Sweep.NONE:
        yield said(text("Then"), SWEEPS[ordering.sweep])
    if sender.rotates:
        yield said(text("Besides"), text("the resolver's rotation decides what is not shuffled"))


def _limits(sender: Sender) -> Iterator[Said]:
    limits = sender.limits
    numbers = (
        (text("Records of the answer"), limits.records),
        (text("Hosts, before any try"), limits.hosts),
        (text("Addresses of a host"), limits.per_host),
        (text("Tries in a run"), limits.attempts),
        (text("Sessions in a run"), limits.sessions),
    )
    for label, most in numbers:
        if most is not None:
            yield Said(label, counted("{n} at most", "{n} at most", most), "limits")
    if limits.balance:
        yield Said(text("Among the tries"), text("both families, where there are both"), "limits")
    if limits.jump:
        words = text("one more try at each worse preference")
        yield Said(text("After the last try"), words, "limits")
    if limits.silent is not None:
        words = counted(
            "the run starts over from the first after {n} address that did not answer",
            "the run starts over from the first after {n} addresses that did not answer",
            limits.silent,
        )
        yield Said(text("Silent addresses"), words, "limits")
    if limits == Limits():
        yield Said(text("Limit"), text("none: every address is tried"), "limits")


def _own(sender: Sender) -> Iterator[Said]:
    own = sender.own
    yield Said(text("Finds itself by"), OWN_BY[own.by], "own")
    if own.by in (OwnBy.NONE, OwnBy.LOOPBACK):
        return
    cut = text("that exchange alone") if own.only_it else text("its preference and all worse ones")
    yield Said(text("Leaves out"), cut, "own")
    yield Said(text("Nothing is left"), OWN_BEST[own.best], "own")
    if own.waits_for_better:
        words = text("the message queues for those that are better")
        yield Said(text("These have no address"), words, "own")
    if own.always:
        yield Said(text("Always its own"), text("{names}", names=own.always), "own")


def _reactions(sender: Sender) -> Iterator[Said]:
    """What follows each behaviour, those with the same consequence told each by itself."""
    for behaviour, reaction in sender.reactions.items():
        if behaviour is not Behaviour.TAKES:
            label = text("{what}", what=BEHAVIOURS[behaviour])
            yield Said(label, reaction_words(reaction, sender), "reactions")
    for behaviour, reaction in sender.on_retry.items():
        label = text("{what}, later on", what=BEHAVIOURS[behaviour])
        yield Said(label, reaction_words(reaction, sender), "on_retry")
    yield Said(text("nobody took the message"), FINALS[sender.final], "final")


def reaction_words(reaction: Reaction, sender: Sender) -> Text:
    """Tell what a sender does after a failure."""
    if reaction.next is Next.DELIVERED:
        return text("the message goes there without encryption")
    words = _NEXT[reaction.next]
    counts = reaction.hard and sender.final is Final.LAST
    return text("{words}; counts as permanent", words=words) if counts else words


def _waits(sender: Sender) -> Iterator[Said]:
    waits = sender.waits
    connect = text("{time}", time=timedelta(seconds=waits.connect))
    if waits.shared:
        connect = text("{time}, shared by the addresses of a host", time=connect)
    yield Said(text("Connection"), connect, "waits")
    for label, wait in ((text("Greeting"), waits.greeting), (text("Command"), waits.command)):
        yield Said(label, text("{time}", time=timedelta(seconds=wait)), "waits")
    yield Said(text("Remembers"), sender.memory.words, "memory")


def _queue(sender: Sender) -> Iterator[Said]:
    queue = sender.queue

    def said(label: Text, words: Text) -> Said:
        return Said(label, words, "queue")

    tries = tuple(timedelta(seconds=at) for at in islice(queue.tries(), 1, FIRST_TRIES + 1))
    yield said(text("First retries after"), text("{times}", times=tries))
    yield said(text("Tries in all"), counted("{n}", "{n}", sum(1 for _ in queue.tries())))
    if queue.of_host:
        yield said(
            text("Counted from"), text("the host's first failure, not the message's arrival")
        )
    if queue.quantum:
        yield said(
            text("Queue is run every"), text("{time}", time=timedelta(seconds=queue.quantum))
        )
    for warning in queue.warns:
        yield said(text("Author is warned"), text("after {time}", time=timedelta(seconds=warning)))
    if not queue.warns:
        yield said(text("Author is warned"), text("never"))
    up = timedelta(seconds=queue.given_up())
    yield said(text("Gives up"), text("after {time}: the message bounces", time=up))
