"""The parts of the picture of a route: cards, lanes, rows and edges, each with its place in pixels.

No part has a colour. A `Tone` says how it is meant, and whoever paints gives every tone its colour,
its mark and its word. Words are a `Text`, to be translated, or a plain string from the network, to
be shown as it is. Names are whole here; painters cut them to their room with `metrics.elided`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from mxgui.model.smtp import Stage, Waiting
from mxgui.model.text import Text
from mxgui.routing.reach import State

Words: TypeAlias = "Text | str"
Point: TypeAlias = tuple[float, float]

LOCK_ROOM = 12.0  # of a padlock at the left of a chip


class Tone(Enum):
    """How a part is meant; painters give each a colour and, where it stands alone, a mark."""

    PLAIN = "plain"  # neither good nor bad
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    RUNNING = "running"
    IDLE = "idle"  # not tried, not begun, not known


class EdgeStyle(Enum):
    """What a line between two parts says."""

    FIRST = "first"  # taken by first attempts: solid, as wide as its share
    LATER = "later"  # only after failure: dashed
    PLAIN = "plain"  # from a host to its address: thin and solid
    FAILED = "failed"  # seen to lead nowhere: dashed, in the tone of failure
    UNSURE = "unsure"  # not known, or not used: dotted


@dataclass(frozen=True, slots=True)
class Box:
    """A place: left upper corner and size, in pixels at 100 %."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The y half way down."""
        return self.y + self.height / 2

    def overlaps(self, other: Box) -> bool:
        """Whether the two have area in common."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def contains(self, other: Box) -> bool:
        """Whether the other lies wholly within."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Note:
    """One line of small print on a card."""

    words: Words
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Chip:
    """A short mark on a host card, with its place; `tip` says what it means, in a sentence.

    With `lock`, a padlock stands left of the words, around the middle of its first LOCK_ROOM.
    """

    box: Box
    words: Words
    tone: Tone
    tip: Words = ""
    lock: bool = False

    @property
    def words_box(self) -> Box:
        """The part of it in whose middle the words stand."""
        room = LOCK_ROOM if self.lock else 0.0
        return Box(self.box.x + room, self.box.y, self.box.width - room, self.box.height)

    @property
    def lock_middle(self) -> float:
        """Where the padlock stands."""
        return self.box.x + LOCK_ROOM / 2 + 2.0


@dataclass(frozen=True, slots=True)
class DomainCard:
    """The domain, at the left; `other` is its A-label form when `name` is the U-label."""

    key: str
    box: Box
    name: str
    other: str
    notes: tuple[Note, ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands in place of lanes when there is no route to show."""

    key: str
    box: Box
    title: Text
    lines: tuple[str, ...]  # `about` in the language asked for, broken to fit
    about: Text
    tone: Tone


@dataclass(frozen=True, slots=True)
class Folded:
    """What stands in a lane whose hosts are put away; `hosts` are their keys and names."""

    hosts: tuple[tuple[str, str], ...]
    words: Words
    tone: Tone


@dataclass(frozen=True, slots=True)
class Lane:
    """One tier; `preference` is None where no MX record gives one."""

    key: str
    box: Box
    title: Text
    preference: int | None
    preference_words: Words
    words: Text
    usable: bool
    folded: Folded | None = None

    def hides(self, key: str) -> bool:
        """Whether the host or the address with that key is put away in it."""
        hosts = self.folded.hosts if self.folded is not None else ()
        return any(key == host or key.startswith(f"{host} ") for host, _ in hosts)


@dataclass(frozen=True, slots=True)
class HostCard:
    """One exchange of one MX record.

    `head` is the first label, to be shown strong, `tail` the rest. `badge` is the place among the
    hosts tried ("1-3" for equals), empty for a host that is not used. `share` is the exact chance
    of being tried first; `share_words` are for the right end of the card. `note` is shown when
    there are no chips, in their place. `why` is the reason of a card that is not well. `share_note`
    is what else there is to say of the share. Under a what-if `share` is that of the mail that it
    takes; `is_off` and `is_moved` tell what is other.
    """

    key: str
    box: Box
    lane: str
    name: str
    head: str
    tail: str
    name_box: Box
    badge: str
    badge_box: Box
    share: Fraction
    share_words: Words
    share_box: Box
    chips: tuple[Chip, ...]
    note: Words
    tone: Tone
    why: Words = ""
    share_note: Words = ""
    is_supposed: bool = False
    is_off: bool = False
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a small bar: the time of a group of steps, with its place along the bar.

    `stage` stands for its group: CONNECT, GREETING (with EHLO), HANDSHAKE (all of TLS); None is the
    lookup of the address. `took` is in seconds. `broke` is the tone of a step that ended the probe.
    """

    stage: Stage | None
    box: Box
    took: float
    broke: Tone | None = None


@dataclass(frozen=True, slots=True)
class AddressRow:
    """One address of a host, with what its probe said in a few words.

    `segments` are those of a probe that has ended, if the words leave them room. `spent` are the
    seconds of each group of steps so far. `waiting` is set while a probe runs; a painter that knows
    the time can draw how much of the wait is spent (`bars.growing`). `share` is the exact chance of
    being tried first; `badge` is the place where this stands on the address and not on the host.
    One that is not `is_used` is left out by the sender.
    """

    key: str
    box: Box
    host: str  # key of its card
    name: str  # name of its host
    address: str
    family: int
    state: State
    tone: Tone
    words: Words
    tip: Words
    segments: tuple[Segment, ...] = ()
    spent: tuple[tuple[Stage | None, float], ...] = ()
    waiting: Waiting | None = None
    share: Fraction = Fraction(0)
    is_off: bool = False  # in a what-if
    is_used: bool = True
    badge: str = ""
    badge_box: Box = Box(0.0, 0.0, 0.0, 0.0)

    @property
    def left(self) -> float:
        """The x where its mark begins, behind the badge if there is one."""
        return self.badge_box.right + 8 if self.badge_box.width else self.box.x + 12


@dataclass(frozen=True, slots=True)
class Edge:
    """A cubic line from the right side of one part to the left side of another."""

    source: str
    target: str
    points: tuple[Point, Point, Point, Point]  # start, two controls, end
    style: EdgeStyle
    width: float
    share: Fraction = Fraction(0)
    is_supposed: bool = False  # its share is that of the mail in a what-if


@dataclass(frozen=True, slots=True)
class Diagram:
    """The whole picture; every box lies within `width` by `height`."""

    width: float
    height: float
    domain: DomainCard
    notice: Notice | None = None
    lanes: tuple[Lane, ...] = ()
    hosts: tuple[HostCard, ...] = ()
    rows: tuple[AddressRow, ...] = ()
    edges: tuple[Edge, ...] = ()

    def rows_of(self, host: str) -> tuple[AddressRow, ...]:
        """The rows of the host card with that key, from top to bottom."""
        return tuple(row for row in self.rows if row.host == host)

    def rows_by_host(self) -> dict[str, list[AddressRow]]:
        """The rows under the key of their host card, for whoever wants those of every host."""
        found: dict[str, list[AddressRow]] = {card.key: [] for card in self.hosts}
        for row in self.rows:
            found[row.host].append(row)
        return found
