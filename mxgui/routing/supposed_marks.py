"""The picture of a route under a what-if: what is off, how the shares move, what mail comes to.

It is the picture of the route with a few parts changed, each at its place, so that nothing jumps
when something is switched off.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.steps import result_of
from mxgui.model.text import Text, counted, text
from mxgui.routing.cards import Say
from mxgui.routing.metrics import CHIP, SMALL, Face, width, wrapped
from mxgui.routing.route import Host, Route
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import Lack, addresses_for
from mxgui.routing.sending.fractions import mark, moved
from mxgui.routing.sending.off_words import how_words
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.outcome import outcome_of
from mxgui.routing.sending.replies import reply_of
from mxgui.routing.sending.simulation import Share, Simulation
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.supposing import baseline
from mxgui.routing.shapes import AddressRow, Box, Chip, Diagram, HostCard, Lane, Note, Tone
from mxgui.routing.shares import simulated
from mxgui.routing.supposed_edges import supposed_edges

_NOTE_HEIGHT, _MARGIN = 20.0, 24.0  # of a line of the domain's card, and above it
_CHIP_GAP, _EDGE = 6.0, 12.0
_MOST_LINES = 4  # of a reply on the card of the domain
_TIP = text("Supposed in the what-if, not measured.")
_LOOP = text(
    "A host never sends to itself, nor to hosts of its own or a worse preference "
    "(RFC 5321, section 5.1)."
)


@dataclass(frozen=True, slots=True)
class _Supposition:
    """What is supposed, and the share of each record of the mail that is taken, by its place."""

    what_if: WhatIf
    hosts: Mapping[str, Host]  # by the key of their card
    cut: frozenset[int]  # the places of the records that the loop rule takes from the sender
    before: Mapping[int, Fraction]
    after: Mapping[int, Fraction]
    simulation: Simulation
    say: Say

    def is_used(self, host: Host) -> bool:
        """Whether the sender would use it, if it were not for the loop rule."""
        return host.usable and bool(addresses_for(host, self.simulation.sender))

    def is_cut(self, host: Host) -> bool:
        """Whether the loop rule leaves it out, as far as it could be used at all."""
        return host.place in self.cut and self.is_used(host)

    def offs(self, host: Host) -> dict[str, Behaviour]:
        """The addresses of a host that are switched off, with how they fail."""
        found = {own.address: self.what_if.how(host, own.address) for own in host.addresses}
        return {address: how for address, how in found.items() if how is not None}


def supposed(
    diagram: Diagram, inspection: Inspection, route: Route, what_if: WhatIf, say: Say
) -> Diagram:
    """Give the picture of a route as it is supposed; one without lanes has nothing to move."""
    return result_of(supposed_in_steps(diagram, inspection, route, what_if, say))


def supposed_in_steps(
    diagram: Diagram, inspection: Inspection, route: Route, what_if: WhatIf, say: Say
) -> Generator[None, None, Diagram]:
    """Give the same in short steps: both simulations, the hosts, the addresses, the lines."""
    if not diagram.lanes or not what_if:
        return diagram
    for each in (baseline(what_if), what_if):
        simulated(inspection, each)  # kept
        yield
    known = _supposition(inspection, route, what_if, say)
    cards = tuple(_card(known, card) for card in diagram.hosts)
    yield
    rows = tuple(_row(known, row) for row in diagram.rows)
    yield
    lanes = tuple(_lane(known, lane, cards) for lane in diagram.lanes)
    noted = _noted(replace(diagram, hosts=cards, rows=rows, lanes=lanes), known.simulation, say)
    yield
    shares = {key: known.after.get(host.place, Fraction(0)) for key, host in known.hosts.items()}
    return replace(noted, edges=tuple(supposed_edges(noted, shares)))


def _supposition(inspection: Inspection, route: Route, what_if: WhatIf, say: Say) -> _Supposition:
    simulation = simulated(inspection, what_if)
    return _Supposition(
        what_if,
        {f"host {host.place}": host for host in route.hosts},
        frozenset(_cut(simulation, route)),
        _by_place(simulated(inspection, baseline(what_if)).chances.delivered),
        _by_place(simulation.chances.delivered),
        simulation,
        say,
    )


def _cut(simulation: Simulation, route: Route) -> Iterator[int]:
    """The places of what the loop rule cuts: all of it where the sender is the best exchange."""
    if simulation.situation.cause in (Cause.OWN_BEST, Cause.NO_PRIMARY):
        yield from (host.place for host in route.hosts)
    elif simulation.what_if.own:
        for each in simulation.situation.candidates:
            if each.lack is Lack.CUT:
                yield each.place


def _by_place(shares: Sequence[Share]) -> dict[int, Fraction]:
    found: dict[int, Fraction] = {}
    for each in shares:
        place = each.entry.place
        found[place] = found.get(place, Fraction(0)) + each.share
    return found


# ---------------------------------------------------------------------- hosts


def _card(known: _Supposition, card: HostCard) -> HostCard:
    host = known.hosts.get(card.key)
    if host is None or not host.usable:
        return card
    offs = known.offs(host)
    if known.is_cut(host):
        own = known.what_if.own
        is_own = own == host.name or own in [each.address for each in host.addresses]
        words = text("the sender itself") if is_own else text("cut by the loop rule")
        return _out(known, card, words, text("not used"), _LOOP)
    if len(offs) == len(host.addresses):
        hows = tuple(dict.fromkeys(how_words(how) for how in offs.values()))
        words = text("switched off: {hows}", hows=hows)
        return _out(known, card, words, text("off"), _TIP)
    was, now = (each.get(host.place, Fraction(0)) for each in (known.before, known.after))
    card = replace(card, share=now, is_supposed=True, is_moved=was != now)
    if offs:
        words = counted("{n} address off", "{n} addresses off", len(offs))
        card = replace(card, chips=tuple(_with_first(card, words, known.say)))
    if was or now:
        card = _with_share(card, moved(was, now) if was != now else mark(now), known.say)
    return card


def _out(known: _Supposition, card: HostCard, words: Text, share: Text, tip: Text) -> HostCard:
    """The card of a host that gets no mail, whatever happens."""
    box = card.chips[0].box if card.chips else Box(card.badge_box.x, card.box.y + 36, 0.0, 18.0)
    wide = min(_chip_width(words, known.say), card.box.right - _EDGE - box.x)
    chip = Chip(replace(box, width=wide), words, Tone.IDLE, tip)
    card = replace(card, chips=(chip,), tone=Tone.IDLE, why=tip, share=Fraction(0))
    return _with_share(replace(card, is_supposed=True, is_off=True), share, known.say)


def _with_first(card: HostCard, words: Text, say: Say) -> Iterator[Chip]:
    """A chip before the others, of which those stay that fit."""
    x = card.badge_box.x
    y = card.chips[0].box.y if card.chips else card.box.y + 36
    first = Chip(Box(x, y, _chip_width(words, say), 18.0), words, Tone.IDLE, _TIP)
    yield first
    by = first.box.width + _CHIP_GAP
    for chip in card.chips:
        box = replace(chip.box, x=chip.box.x + by)
        if box.right <= card.box.right - _EDGE:
            yield replace(chip, box=box)


def _chip_width(words: Text, say: Say) -> float:
    return float(round(width(say(words), Face.STRONG, CHIP) + 12.5))


def _with_share(card: HostCard, words: Text, say: Say) -> HostCard:
    """The card with other words at its right end; the name has what they leave."""
    face = Face.STRONG if card.is_moved else Face.REGULAR
    wide = width(say(words), face, SMALL)
    box = replace(card.share_box, x=card.box.right - _EDGE - wide, width=wide)
    name = replace(card.name_box, width=box.x - 8 - card.name_box.x)
    return replace(card, share_words=words, share_box=box, name_box=name)


# ---------------------------------------------------------------------- addresses, lanes, domain


def _row(known: _Supposition, row: AddressRow) -> AddressRow:
    host = known.hosts.get(row.host)
    how = known.what_if.how(host, row.address) if host is not None else None
    if host is None or how is None:
        return row
    words = text("off: {how}", how=how_words(how))
    return replace(
        row, words=words, tip=_TIP, tone=Tone.IDLE, segments=(), waiting=None, is_off=True
    )


def _lane(known: _Supposition, lane: Lane, cards: Sequence[HostCard]) -> Lane:
    own = [known.hosts[card.key] for card in cards if card.lane == lane.key]
    if lane.folded is not None:
        own = [known.hosts[key] for key, _ in lane.folded.hosts]
        off = sum(len(known.offs(host)) == len(host.addresses) for host in own if host.usable)
        if off:
            words = text("{known} · {n} switched off", known=lane.folded.words, n=off)
            lane = replace(lane, folded=replace(lane.folded, words=words))
    used = list(filter(known.is_used, own))
    if used and all(map(known.is_cut, used)):
        return replace(lane, words=text("cut by the loop rule"), usable=False)
    return lane


def _noted(diagram: Diagram, simulation: Simulation, say: Say) -> Diagram:
    """The picture with what becomes of mail that nobody takes, on the card of the domain."""
    card = diagram.domain
    notes = (*fate_notes(simulation), *_reply_notes(simulation, card.box.width - 32, say))
    taller = _NOTE_HEIGHT * len(notes)
    box = replace(card.box, height=card.box.height + taller)
    box = replace(box, y=max(_MARGIN, box.y - taller / 2))
    noted = replace(card, notes=(*card.notes, *notes), box=box)
    return replace(diagram, domain=noted, height=max(diagram.height, box.bottom + _MARGIN))


def _reply_notes(simulation: Simulation, room: float, say: Say) -> Iterator[Note]:
    """What the author of a message gets that bounces, in a few lines."""
    reply = reply_of(simulation)
    if reply is None or not outcome_of(simulation).bounced:
        return
    lines = wrapped(say(reply), Face.REGULAR, SMALL, room)
    for at, line in enumerate(lines[:_MOST_LINES], start=1):
        yield Note(f"{line} …" if at == _MOST_LINES < len(lines) else line)


def fate_notes(simulation: Simulation) -> Iterator[Note]:
    """What becomes of mail that is not delivered in the simulated run."""
    outcome = outcome_of(simulation)
    if outcome.deferred:
        whole, share = text("mail queues"), mark(outcome.deferred)
        part = text("{share} of mail queues", share=share)
        yield Note(whole if outcome.deferred == 1 else part, Tone.WARN)
    if outcome.bounced:
        whole, share = text("mail bounces"), mark(outcome.bounced)
        part = text("{share} of mail bounces", share=share)
        yield Note(whole if outcome.bounced == 1 else part, Tone.FAIL)
