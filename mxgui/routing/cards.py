"""Host cards and address rows of the picture: how wide they must be, and where their parts stand.

Sizes are pixels at 100 %, on a grid of 8 where a part meets another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TypeAlias

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, counted, text
from mxgui.routing.bars import NUMBERS, segments_of, spent_of
from mxgui.routing.labels import Mark
from mxgui.routing.metrics import CHIP, NAME, SMALL, Face, width
from mxgui.routing.reach import Seen, State
from mxgui.routing.readings import row_tip, row_words, tone_of
from mxgui.routing.route import Host, HostAddress, Special
from mxgui.routing.shapes import LOCK_ROOM, AddressRow, Box, Chip, HostCard, Tone, Words

Say: TypeAlias = Callable[[Text], str]

HOST_HEIGHT = 64.0
ROW_HEIGHT = 28.0
ROW_PITCH = 32.0
MARK = 16.0  # the round mark at the left of a row
_MIN_HOST, _MAX_HOST = 304.0, 448.0
_MIN_ADDRESS = 112.0  # fifteen letters, such as 2001:db8:10::11
_WORDS = 200.0  # room for what a probe said
_EDGE = 12.0  # from a card's side to what stands in it
_BADGE_X = 16.0
_UPPER, _LOWER = 22.0, 45.0  # middles of the two lines of a host card
_LINE, _CHIP_HEIGHT, _CHIP_GAP = 20.0, 18.0, 6.0
_MOST_CHIPS = 3  # that a card shows; more of them tell less


@dataclass(frozen=True, slots=True)
class HostPlan:
    """One host card before it has a place."""

    key: str
    lane: str
    host: Host
    hopeful: bool
    first: bool
    badge: str
    share_words: Words
    marks: tuple[Mark, ...]
    tone: Tone
    seen: tuple[Seen, ...]  # how each address stands, and its probe
    share: Fraction  # how often it is tried first, by any of its addresses
    shares: tuple[Fraction, ...]  # of each address
    later: bool = False  # tried after others alone
    share_note: Words = ""
    badges: tuple[str, ...] = ()  # of each address, where the place stands on these
    notes: tuple[Words, ...] = ()  # of each address: why the sender does not try it

    @property
    def rows(self) -> tuple[tuple[HostAddress, Seen], ...]:
        """The addresses that have a row: those that a sender would try, with how they stand."""
        return tuple(zip(self.host.addresses, self.seen, strict=True)) if self.hopeful else ()

    @property
    def height(self) -> float:
        """The height of the card, or of its rows if they need more."""
        rows = len(self.seen) if self.hopeful else 0
        return max(HOST_HEIGHT, rows * ROW_PITCH - (ROW_PITCH - ROW_HEIGHT))


def said(words: Words, say: Say) -> str:
    """Words as they are shown."""
    return say(words) if isinstance(words, Text) else words


def on_grid(length: float) -> float:
    """The next multiple of 8."""
    return ceil(length / 8) * 8.0


def host_width(plans: Sequence[HostPlan], say: Say) -> float:
    """The width of every host card, so that the names fit, within bounds."""
    needed = max((_needed(plan, say) for plan in plans), default=0.0)
    return min(max(on_grid(needed), _MIN_HOST), _MAX_HOST)


def row_width(plans: Sequence[HostPlan]) -> float:
    """The width of every address row, so that the longest address and phrase fit."""
    addresses = [own.address for plan in plans for own, _ in plan.rows]
    longest = max((width(address, Face.MONO, SMALL) for address in addresses), default=0.0)
    room = max(longest, _MIN_ADDRESS)
    return on_grid(_EDGE + row_badge_room(plans) + MARK + 8 + room + 8 + _WORDS + _EDGE)


def row_badge_room(plans: Sequence[HostPlan]) -> float:
    """The room for the widest badge of a row, with the gap behind it; 0 where there is none."""
    widest = max((_badge_width(badge) for plan in plans for badge in plan.badges), default=0.0)
    return widest + 8 if widest else 0.0


def card_of(plan: HostPlan, box: Box, say: Say) -> HostCard:
    """Give a host card its place and that of its parts."""
    head, tail = _name_parts(plan.host)
    badge_box, share_box = _badge_box(plan, box), _share_box(plan, box, say)
    name_x = badge_box.right + 8 if plan.badge else badge_box.x
    name_box = Box(name_x, badge_box.y, share_box.x - 8 - name_x, _LINE)
    worst = next((mark for mark in plan.marks if mark.tone is plan.tone), None)
    return HostCard(
        key=plan.key,
        box=box,
        lane=plan.lane,
        name=plan.host.name,
        head=head,
        tail=tail,
        name_box=name_box,
        badge=plan.badge,
        badge_box=badge_box,
        share=plan.share,
        share_words=plan.share_words,
        share_note=plan.share_note,
        share_box=share_box,
        chips=tuple(_chips(plan.marks, box, say)),
        note=counted("{n} address", "{n} addresses", len(plan.host.addresses)),
        tone=plan.tone,
        why=worst.tip if worst and plan.tone in (Tone.WARN, Tone.FAIL, Tone.IDLE) else "",
    )


def row_of(
    plan: HostPlan, at: int, box: Box, inspection: Inspection, say: Say, room: float = 0.0
) -> AddressRow:
    """Give the row of an address of a host, by its number, at its place.

    `room` is what the widest badge of all rows needs.
    """
    own, (state, probe) = plan.host.addresses[at], plan.seen[at]
    words = row_words(inspection, own, probe)
    badge, note = plan.badges[at], plan.notes[at]
    tip = row_tip(inspection, own, probe, words)
    spent = spent_of(plan.host, own, probe)
    return AddressRow(
        key=f"{plan.key} {own.address}",
        box=box,
        host=plan.key,
        name=plan.host.name,
        address=own.address,
        family=own.family,
        state=state,
        tone=tone_of(state, probe),
        words=words,
        tip=text("{tip}\n{note}", tip=tip, note=note) if note else tip,
        segments=segments_of(spent, state, box, _words_room(words, state, say)),
        spent=spent,
        waiting=probe.waiting if probe is not None else None,
        share=plan.shares[at],
        is_used=not note,
        badge=badge,
        badge_box=Box(box.x + _EDGE, box.middle - _LINE / 2, max(room - 8, 0.0), _LINE),
    )


def _words_room(words: Words, state: State, say: Say) -> float:
    """The width of what a row says; code and time of an address that answers always fit."""
    needed = width(said(words, say), Face.REGULAR, SMALL)
    return max(NUMBERS, needed) if state is State.OK else needed


def _name_parts(host: Host) -> tuple[str, str]:
    """The first label, and the rest with its dot; an address is one piece."""
    head, dot, rest = host.name.partition(".")
    whole = not head or host.special is Special.LITERAL or head.startswith("[")
    return (host.name, "") if whole else (head, dot + rest)


def _needed(plan: HostPlan, say: Say) -> float:
    head, tail = _name_parts(plan.host)
    name = width(head, Face.STRONG, NAME) + width(tail, Face.REGULAR, NAME)
    badge = _badge_width(plan.badge) + 8 if plan.badge else 0.0
    share = width(said(plan.share_words, say), Face.REGULAR, SMALL)
    return _BADGE_X + badge + name + 16 + share + _EDGE


def _badge_width(badge: str) -> float:
    return max(24.0, width(badge, Face.STRONG, CHIP) + 14) if badge else 0.0


def _badge_box(plan: HostPlan, box: Box) -> Box:
    return Box(box.x + _BADGE_X, box.y + _UPPER - _LINE / 2, _badge_width(plan.badge), _LINE)


def _share_box(plan: HostPlan, box: Box, say: Say) -> Box:
    wide = width(said(plan.share_words, say), Face.REGULAR, SMALL)
    return Box(box.right - _EDGE - wide, box.y + _UPPER - _LINE / 2, wide, _LINE)


def _chips(marks: Sequence[Mark], box: Box, say: Say) -> Iterator[Chip]:
    """The few chips that tell most, in one line; the last says how many more there are."""
    x, room = box.x + _BADGE_X, box.right - _EDGE
    for at, mark in enumerate(marks):
        wide = _chip_width(said(mark.words, say), lock=mark.lock)
        more = len(marks) - at - 1
        spare = _chip_width(f"+{more}") + _CHIP_GAP if more else 0.0
        if at and (at == _MOST_CHIPS or x + wide + spare > room):
            tips = tuple(hidden.words for hidden in marks[at:])
            words, tip = f"+{more + 1}", text("also: {marks}", marks=tips)
            place = Box(x, _chip_y(box), _chip_width(words), _CHIP_HEIGHT)
            yield Chip(place, words, mark.tone, tip)
            return
        place = Box(x, _chip_y(box), min(wide, room - x), _CHIP_HEIGHT)
        yield Chip(place, mark.words, mark.tone, mark.tip, mark.lock)
        x += wide + _CHIP_GAP


def _chip_y(box: Box) -> float:
    return box.y + _LOWER - _CHIP_HEIGHT / 2


def _chip_width(words: str, *, lock: bool = False) -> float:
    return ceil(width(words, Face.STRONG, CHIP)) + 12.0 + (LOCK_ROOM if lock else 0.0)
