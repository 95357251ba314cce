"""What is supposed, in words: "mx-a is silent", "with mx-a silent", "as seen by backup"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mxgui.model.domain import address_of
from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Route
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import Off, What, WhatIf

LEAST_NAME = 2  # letters of a first label that stands alone; "a" would read as an article
MOST_NAMED = 4  # parts; more of them are counted
HOW: Mapping[Behaviour, Text] = {
    Behaviour.REFUSED: text("refuses"),
    Behaviour.SILENT: text("silent"),
    Behaviour.DEFERS: text("421"),
    Behaviour.REJECTS: text("554"),
    Behaviour.TLS_BROKEN: text("STARTTLS broken"),
}


def how_words(how: Behaviour) -> Text:
    """How a part is off, in a word or two."""
    return HOW.get(how, text("fails"))


def short_name(route: Route, name: str) -> str:
    """The first label of a host if it tells it from all others, else its whole name."""
    head, _, rest = name.partition(".")
    is_telling = len(head) >= LEAST_NAME and head[0].isalpha()
    if "." not in rest or not is_telling or address_of(name) is not None:
        return name
    others = {host.name for host in route.hosts} - {name}
    return name if any(other.partition(".")[0] == head for other in others) else head


def part_words(off: Off, route: Route) -> Text:
    """What is off, as the subject of a sentence."""
    match off.what:
        case What.HOST:
            return text("{host}", host=short_name(route, off.target))
        case What.ADDRESS:
            return text("{address}", address=off.target)
        case What.TIER:
            return text("all of preference {n}", n=off.target)
        case What.FAMILY:
            return text("everything over IPv{n}", n=off.target.removeprefix("ipv"))
        case What.PREFIX:
            return text("everything in {prefix}", prefix=off.target)
        case What.ZONE:
            return text("every host of {zone}", zone=off.target)


def _place_words(off: Off, route: Route) -> Text:
    """Where something is broken."""
    match off.what:
        case What.FAMILY:
            return text("over IPv{n}", n=off.target.removeprefix("ipv"))
        case What.PREFIX:
            return text("in {prefix}", prefix=off.target)
        case _:
            return text("at {part}", part=part_words(off, route))


def state_words(what_if: WhatIf, route: Route) -> Text:
    """What is supposed, as a clause: `mx-a is silent`."""
    parts: list[Text] = []
    if what_if.own:
        parts.append(text("as seen by {host}", host=what_if.own))
    if what_if.as_probed:
        parts.append(text("starting from what was probed"))
    if len(what_if.off) > MOST_NAMED:
        parts.append(counted("{n} part is off", "{n} parts are off", len(what_if.off)))
    elif what_if.off:
        parts.append(text("{parts}", parts=tuple(_states(what_if.off, route))))
    told = parts[0] if parts else text("as the records say")
    for part in parts[1:]:
        # Translators: a list of what is switched off; the part comes last
        told = text("{told}, {part}", told=told, part=part)
    return told


def condition_words(what_if: WhatIf, route: Route) -> Text:
    """What is supposed, at the head of a sentence: `With mx-a silent`."""
    if not what_if:
        return text("As the records say")
    off = _with_words(what_if.off, route) if what_if.off else None
    if what_if.own:
        head = text("As seen by {host}", host=what_if.own)
        if what_if.as_probed:
            head = text("{head} and as probed", head=head)
    elif what_if.as_probed:
        head = text("As probed")
    else:
        assert off is not None
        return text("With {parts}", parts=off)
    return head if off is None else text("{head}, with {parts}", head=head, parts=off)


def _with_words(off: tuple[Off, ...], route: Route) -> Text:
    if len(off) > MOST_NAMED:
        return counted("{n} part switched off", "{n} parts switched off", len(off))
    return text("{parts}", parts=tuple(_conditions(off, route)))


def _by_manner(off: Iterable[Off], route: Route) -> Iterator[tuple[Behaviour, tuple[Text, ...]]]:
    found: dict[Behaviour, list[Text]] = {}
    for each in off:
        found.setdefault(each.how, []).append(part_words(each, route))
    for how, parts in found.items():
        yield how, tuple(parts)


def _broken(off: Iterable[Off], route: Route) -> tuple[Text, ...]:
    return tuple(_place_words(each, route) for each in off if each.how is Behaviour.TLS_BROKEN)


def _states(off: Sequence[Off], route: Route) -> Iterator[Text]:
    for how, names in _by_manner(off, route):
        n = len(names)
        match how:
            case Behaviour.REFUSED:
                yield counted(
                    "{names} refuses connections", "{names} refuse connections", n, names=names
                )
            case Behaviour.SILENT:
                yield counted("{names} is silent", "{names} are silent", n, names=names)
            case Behaviour.TLS_BROKEN:
                yield text("STARTTLS is broken {places}", places=_broken(off, route))
            case _:
                code = how.value
                yield counted(
                    "{names} answers {code}", "{names} answer {code}", n, names=names, code=code
                )


def _conditions(off: Sequence[Off], route: Route) -> Iterator[Text]:
    for how, names in _by_manner(off, route):
        match how:
            case Behaviour.REFUSED:
                yield text("{names} refusing connections", names=names)
            case Behaviour.SILENT:
                yield text("{names} silent", names=names)
            case Behaviour.TLS_BROKEN:
                yield text("STARTTLS broken {places}", places=_broken(off, route))
            case _:
                yield text("{names} answering {code}", names=names, code=how.value)
