"""What a reader of a simulation must know besides its figures, in one true sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.domain import address_of
from mxgui.model.records import Status
from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Kind, route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import Candidate, Lack
from mxgui.routing.sending.chances import Method
from mxgui.routing.sending.fractions import percent
from mxgui.routing.sending.limit_notes import backup_notes, limit_notes
from mxgui.routing.sending.sender import AddressOrder, HostOrder, OwnBy, Unit
from mxgui.routing.sending.simulation import Simulation
from mxgui.routing.sending.situation import Before, Cause, aliases_of
from mxgui.routing.sending.walk import Fate
from mxgui.routing.special import AddressKind, kind_of

_INNER = (AddressKind.PRIVATE, AddressKind.LINK_LOCAL)
_OPEN = text("It is not known yet where mail would go.")
_BOUNCES = {
    Cause.NULL_MX: text("The domain takes no mail, as its MX record says: it comes back at once."),
    Cause.NO_DOMAIN: text("The domain does not exist: mail to it comes back at once."),
    Cause.NO_ADDRESS: text("The domain has neither MX records nor an address: mail comes back."),
    Cause.NO_TARGET: text("No exchange has an address that this sender can use: mail comes back."),
    Cause.OWN_BEST: text("The sender is itself the best exchange: mail comes back."),
}
_WAITS = {
    Cause.NO_DOMAIN: text("The domain does not exist, but this sender keeps the mail for a while."),
    Cause.NO_ADDRESS: text("The domain has neither MX records nor an address: mail waits."),
    Cause.NO_TARGET: text("No exchange has an address that this sender can use: mail waits."),
    Cause.LOOKUP_FAILED: text("DNS did not tell the mail hosts: mail waits until it does."),
    Cause.OWN_BEST: text("The sender is itself the best exchange: it freezes the message."),
    Cause.NO_PRIMARY: text("None of the exchanges before the sender has an address: mail waits."),
}


def notes_of(simulation: Simulation) -> tuple[Text, ...]:
    """Tell what limits the simulation, and what of the route decides it."""
    if simulation.situation.before is not Before.TRY:
        return (*_decided(simulation), *_own(simulation))
    return (
        *_route(simulation),
        *_own(simulation),
        *_nothing_left(simulation),
        *_untried(simulation),
        *limit_notes(simulation.situation, simulation.sender),
        *backup_notes(simulation.inspection, simulation.sender, simulation.what_if),
        *_clear_later(simulation),
        *_unheard(simulation),
        *_rotation(simulation),
        *_method(simulation),
    )


def _decided(simulation: Simulation) -> Iterator[Text]:
    """Why no host is tried at all."""
    situation = simulation.situation
    waits = situation.before is Before.DEFER
    status = route_of(simulation.inspection).answer.status
    if situation.cause is Cause.LOOKUP_FAILED and status is Status.LOOP:
        yield text("The aliases lead in a circle, which resolvers call a failure: mail waits.")
    elif situation.cause is not None:
        yield (_WAITS if waits else _BOUNCES).get(situation.cause, _OPEN)


def _route(simulation: Simulation) -> Iterator[Text]:
    """What of the records does not count, or not yet."""
    if simulation.inspection.entry.domain.literal is not None:
        yield text("It is an address in place of a domain: mail goes to it as it is.")
    elif route_of(simulation.inspection).kind is Kind.IMPLICIT:
        yield text("Without MX records the domain's own address takes the mail.")
    lacks = [candidate.lack for candidate in simulation.situation.candidates]
    if opened := lacks.count(Lack.OPEN):
        yield counted(
            "The addresses of {n} exchange are not known yet, and are left out.",
            "The addresses of {n} exchanges are not known yet, and are left out.",
            opened,
        )
    if failed := lacks.count(Lack.FAILED):
        yield counted(
            "The addresses of {n} exchange could not be looked up: it is passed by.",
            "The addresses of {n} exchanges could not be looked up: they are passed by.",
            failed,
        )
    entries = {entry.address for entry in simulation.situation.entries if entry.address}
    if inner := sum(kind_of(address) in _INNER for address in entries):
        yield counted(
            "{n} address is private: what is told of it holds for senders in its own network.",
            "{n} addresses are private: what is told of them holds for senders in their network.",
            inner,
        )


def _own(simulation: Simulation) -> Iterator[Text]:
    """What it means that the sender is one of the exchanges, or is not."""
    own, sender = simulation.what_if.own, simulation.sender
    if not own:
        return
    literal = address_of(own)
    route, written = route_of(simulation.inspection), str(literal or own)
    is_cut = any(each.lack is Lack.CUT for each in simulation.situation.candidates)
    loops = any(entry.behaviour is Behaviour.ITSELF for entry in simulation.situation.entries)
    aliases = aliases_of(route, own)
    if written not in route.addresses and route.host(written) is None and not aliases:
        yield text("{own} is none of the exchanges: nothing is left out.", own=own)
    elif is_cut and sender.own.only_it:
        yield text("{own} is left out, and nothing behind it.", own=own)
    elif is_cut:
        yield text("{own} is left out, with all that stands at its place or behind it.", own=own)
    elif loops and sender.own.by is OwnBy.NAME:
        yield text(
            "{sender} knows itself by its name alone: mail that comes there goes round.",
            sender=sender.title,
        )
    elif loops:
        yield text(
            "{sender} does not see that it is {own}: mail that comes there goes round.",
            sender=sender.title,
            own=own,
        )


def _nothing_left(simulation: Simulation) -> Iterator[Text]:
    """Where no address takes the mail."""
    entries, chances = simulation.situation.entries, simulation.chances
    if not entries or chances.chance_of(Fate.DELIVERED):
        return
    hosts = {host.place: host for host in route_of(simulation.inspection).hosts}
    off = (simulation.what_if.how(hosts[entry.place], entry.address) for entry in entries)
    if all(how not in (None, Behaviour.TLS_BROKEN) for how in off):
        why = text("Every address is switched off")
    elif any(entry.behaviour is Behaviour.TAKES for entry in entries):
        why = text("The sender comes to no address that takes mail")
    else:
        why = text("No address takes mail")
    if chances.chance_of(Fate.BOUNCED) == 1:
        yield text("{why}: the mail comes back.", why=why)
    elif chances.chance_of(Fate.DEFERRED) == 1:
        yield text("{why}: the mail waits at the sender.", why=why)
    else:
        yield text("{why}: the mail waits or comes back, as chance has it.", why=why)


def _untried(simulation: Simulation) -> Iterator[Text]:
    """How often no connection is made at all, since what the list was cut to has no address."""
    tried = simulation.chances.tried
    if not tried:
        yield text("No address is tried: the hosts that this sender comes to have none it knows.")
    elif tried < 1:
        yield text(
            "In {share} of the runs no address is tried: the hosts that are kept have none.",
            share=percent(1 - tried),
        )


def _clear_later(simulation: Simulation) -> Iterator[Text]:
    broken = any(entry.behaviour is Behaviour.TLS_BROKEN for entry in simulation.situation.entries)
    if broken and Behaviour.TLS_BROKEN in simulation.sender.on_retry:
        yield text("Where STARTTLS fails, a message that has waited is sent in the clear.")


def _unheard(simulation: Simulation) -> Iterator[Text]:
    if unheard := len(simulation.situation.unheard):
        yield counted(
            "{n} address was not heard from here, and counts as one that takes mail.",
            "{n} addresses were not heard from here, and count as ones that take mail.",
            unheard,
        )


def _rotation(simulation: Simulation) -> Iterator[Text]:
    """Only where the order in the answer changes anything."""
    sender = simulation.sender
    if not sender.rotates:
        return
    tiers = [[each for each in tier if each.entries] for tier in simulation.situation.tiers]
    ordered = sender.ordering.hosts is not HostOrder.UNIFORM and sender.ordering.unit is Unit.HOST
    if ordered and any(len(tier) > 1 for tier in tiers):
        yield text("Which of equal hosts comes first depends on the order of the resolver.")
    fixed = sender.ordering.addresses is not AddressOrder.SHUFFLED
    if fixed and any(_has_two(each) for tier in tiers for each in tier):
        yield text("Which address of a host comes first depends on the order of the resolver.")


def _has_two(candidate: Candidate) -> bool:
    """Whether there are two addresses of a family, whose order no rule decides."""
    families = [entry.family for entry in candidate.entries]
    return len(families) > len(set(families))


def _method(simulation: Simulation) -> Iterator[Text]:
    chances = simulation.chances
    if chances.method is Method.SAMPLED:
        yield text(
            "Not every way was followed: of the rest {samples} were sampled, and a share may be "
            "off by {percent}\u2009%.",
            samples=chances.samples,
            percent=round(100 * chances.error, 2),
        )
