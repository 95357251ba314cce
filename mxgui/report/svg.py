"""The diagram of a route as an SVG document; `svg_elements` tells how its colours are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from mxgui.model.smtp import Stage
from mxgui.model.text import Text, text
from mxgui.report.marks import Shape, shape_of_state, shape_of_tone
from mxgui.report.markup import Markup, element, number
from mxgui.report.palette import LIGHT, ink, tint
from mxgui.report.svg_elements import (
    MIDDLE,
    WORDS,
    natural_width,
    rect,
    round_mark,
    words_at,
)
from mxgui.routing.metrics import (
    CHIP,
    NAME,
    SMALL,
    TITLE,
    Face,
    elided,
    elided_name,
    is_measured,
    width,
)
from mxgui.routing.reach import State
from mxgui.routing.shapes import (
    AddressRow,
    Box,
    Chip,
    Diagram,
    DomainCard,
    Edge,
    EdgeStyle,
    Folded,
    HostCard,
    Lane,
    Notice,
    Segment,
    Tone,
    Words,
)

Say: TypeAlias = Callable[[Text], str]
_EDGES = {
    EdgeStyle.FIRST: ("accent", None),
    EdgeStyle.LATER: ("faint", "6 5"),
    EdgeStyle.PLAIN: ("faint", None),
    EdgeStyle.FAILED: ("fail", "6 5"),
    EdgeStyle.UNSURE: ("faint", "1.5 4"),
}
_SEGMENTS = {
    None: "idle",
    Stage.CONNECT: "accent",
    Stage.GREETING: "ok",
    Stage.HANDSHAKE: "warn",
}
_MARK_ROOM = 36.0  # from the left side of a row to its address


def draw(diagram: Diagram, say: Say = str, about: str = "") -> str:
    """Write the diagram as SVG; `about` is the sentence that stands for it where it is not seen."""
    title = say(text("Mail route of {domain}", domain=diagram.domain.name))
    return element(
        "svg",
        element("title", title, id="route-title"),
        element("desc", about or say(_description(diagram)), id="route-about"),
        rect(Box(0, 0, diagram.width, diagram.height), "bg", None, 0),
        *(_lane(lane, say) for lane in diagram.lanes),
        *(_edge(edge) for edge in diagram.edges),
        _domain(diagram.domain, say),
        *((_notice(diagram.notice, say),) if diagram.notice else ()),
        *(_host(host, say) for host in diagram.hosts),
        *(_row(row, say) for row in diagram.rows),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(diagram.width)} {number(diagram.height)}",
        width=diagram.width,
        height=diagram.height,
        font_family=WORDS,
        role="img",
        aria_labelledby="route-title route-about",
    )


def _description(diagram: Diagram) -> Text:
    """The whole picture in words: each host with its place, and each address with its state."""
    rows = diagram.rows_by_host()
    parts: tuple[Words, ...] = tuple(
        text(
            "{badge} {host} ({addresses})",
            badge=host.badge or "-",
            host=host.name,
            addresses=tuple(
                text("{address}: {words}", address=row.address, words=row.words)
                for row in rows[host.key]
            ),
        )
        for host in diagram.hosts
    )
    if diagram.notice is not None:
        parts = (diagram.notice.about,)
    return text("{domain}: {parts}", domain=diagram.domain.name, parts=parts)


def _said(words: Words, say: Say) -> str:
    return say(words) if isinstance(words, Text) else words


def _lane(lane: Lane, say: Say) -> Markup:
    box, middle = lane.box, lane.box.y + 22
    title = say(lane.title)
    beside = box.x + 16 + width(title, Face.STRONG, TITLE) + 10
    words = say(lane.words)
    return element(
        "g",
        rect(box, "lane", None, 10),
        words_at((box.x + 16, middle), title, TITLE, "text", Face.STRONG),
        words_at((beside, middle), _said(lane.preference_words, say), SMALL, "accent"),
        words_at((box.right - 16, middle), words, SMALL, "muted", anchor="end"),
        *(_put_away(lane.folded, box, say) if lane.folded is not None else ()),
    )


def _put_away(folded: Folded, box: Box, say: Say) -> tuple[Markup, Markup]:
    """The one line of a lane that is folded."""
    middle = box.y + 52
    words = elided(_said(folded.words, say), Face.REGULAR, SMALL, box.width - 56)
    return (
        round_mark(box.x + 24, middle, shape_of_tone(folded.tone), folded.tone),
        words_at((box.x + 40, middle), words, SMALL, "text"),
    )


def _edge(edge: Edge) -> Markup:
    token, dashes = _EDGES[edge.style]
    start, *rest = (f"{number(x)} {number(y)}" for x, y in edge.points)
    return element(
        "path",
        d=f"M{start} C{' '.join(rest)}",
        fill="none",
        class_=f"s-{token}",
        stroke=LIGHT.colour(token),
        stroke_width=edge.width,
        stroke_dasharray=dashes,
        stroke_linecap="round" if edge.style is EdgeStyle.UNSURE else None,
        stroke_opacity=0.85,
    )


def _domain(card: DomainCard, say: Say) -> Markup:
    box, x = card.box, card.box.x + 16
    room = box.width - 32
    y = box.y + 24
    parts = [
        rect(box, "accent_tint", "accent", 10),
        words_at((x, y), elided(card.name, Face.STRONG, TITLE, room), TITLE, "text", Face.STRONG),
    ]
    if card.other:
        y += 20
        parts.append(
            words_at((x, y), elided(card.other, Face.MONO, SMALL, room), SMALL, "muted", Face.MONO)
        )
    for note in card.notes:
        y += 20
        words = elided(_said(note.words, say), Face.REGULAR, SMALL, room)
        parts.append(words_at((x, y), words, SMALL, ink(note.tone)))
    return element("g", element("title", card.name), *parts)


def _notice(notice: Notice, say: Say) -> Markup:
    box = notice.box
    lines = (
        words_at((box.x + 48, box.y + 48 + 18 * at), line, SMALL, "muted")
        for at, line in enumerate(notice.lines)
    )
    return element(
        "g",
        rect(box, "surface", "border", 8),
        round_mark(box.x + 24, box.y + 24, shape_of_tone(notice.tone), notice.tone),
        words_at((box.x + 48, box.y + 24), say(notice.title), TITLE, "text", Face.STRONG),
        *lines,
    )


def _host(card: HostCard, say: Say) -> Markup:
    box = card.box
    return element(
        "g",
        element("title", card.name),
        rect(box, "surface", "border", 8),
        rect(Box(box.x, box.y, 4, box.height), ink(card.tone), None, 2),
        *_badge(card),
        _host_name(card),
        words_at(
            (card.share_box.right, card.share_box.middle),
            _said(card.share_words, say),
            SMALL,
            "muted",
            anchor="end",
        ),
        *(_chip(chip, say) for chip in card.chips),
        *((_note(card, say),) if not card.chips else ()),
    )


def _badge(part: HostCard | AddressRow) -> Iterator[Markup]:
    if part.badge:
        box = part.badge_box
        yield rect(box, "accent_tint", None, 5)
        at = (box.x + box.width / 2, box.middle)
        yield words_at(at, part.badge, CHIP, "accent", Face.STRONG, "middle")


def _host_name(card: HostCard) -> Markup:
    box = card.name_box
    head, tail = elided_name(card.head, card.tail, NAME, box.width)
    wide = width(head, Face.STRONG, NAME) + width(tail, Face.REGULAR, NAME)
    return element(
        "text",
        element("tspan", head, font_weight="600", class_="f-text", fill=LIGHT.text),
        element("tspan", tail, class_="f-muted", fill=LIGHT.muted),
        x=box.x,
        y=box.middle + MIDDLE * NAME,
        font_size=NAME,
        **natural_width(wide if is_measured(head + tail) else 0.0),
    )


def _note(card: HostCard, say: Say) -> Markup:
    return words_at((card.badge_box.x, card.box.y + 45), _said(card.note, say), SMALL, "muted")


def _chip(chip: Chip, say: Say) -> Markup:
    box, place = chip.box, chip.words_box
    words = elided(_said(chip.words, say), Face.STRONG, CHIP, place.width - 8)
    lock = round_mark(chip.lock_middle, box.middle, Shape.LOCK, chip.tone) if chip.lock else ""
    return element(
        "g",
        element("title", _said(chip.tip, say)),
        rect(box, tint(chip.tone), None, 5),
        lock,
        words_at(
            (place.x + place.width / 2, box.middle),
            words,
            CHIP,
            ink(chip.tone),
            Face.STRONG,
            "middle",
        ),
    )


def _row(row: AddressRow, say: Say) -> Markup:
    box = row.box
    address_wide = width(row.address, Face.MONO, SMALL)
    left = row.left - 12 + _MARK_ROOM  # of the address
    room = box.right - left - address_wide - 20
    words = elided(_said(row.words, say), Face.REGULAR, SMALL, room)
    token = "muted" if row.tone in (Tone.OK, Tone.IDLE) else ink(row.tone)
    return element(
        "g",
        element("title", _said(row.tip, say)),
        rect(box, "surface", "border", 7),
        *_badge(row),
        round_mark(row.left + 8, box.middle, shape_of_state(row.state, row.tone), row.tone),
        words_at((left, box.middle), row.address, SMALL, "text", Face.MONO),
        *(rect(part.box, _SEGMENTS[part.stage], None, 1) for part in _segments(row)),
        words_at((box.right - 12, box.middle), words, SMALL, token, anchor="end"),
    )


def _segments(row: AddressRow) -> tuple[Segment, ...]:
    """The bar of an address that answers; what ended badly is told by its words alone."""
    return row.segments if row.state is State.OK else ()
