"""What is wrong between a zone and the one above it: which servers are named, and where."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.authority import ServerAnswer
from mxgui.model.records import Question, RecordType
from mxgui.model.text import Text, text
from mxgui.routing.authority import ZoneAsked
from mxgui.rules.finding import Severity
from mxgui.rules.listing import first_of
from mxgui.rules.servers import Problem, places_of, private_servers

_MOST_NAMED = 4
_LEAST_SERVERS = 2  # RFC 1034, section 4.1


def delegation_problems(zone: ZoneAsked) -> Iterator[Problem]:
    """The worst first: none has authority, the two zones disagree, too few servers."""
    told = tuple(_delegation_words(zone))
    if told:
        worst = Severity.ERROR if _has_no_authority(zone) else Severity.WARNING
        words = text("The delegation of {zone}: {problems}", zone=zone.name, problems=told)
        yield Problem("NS-DELEGATION", worst, words)


def _delegation_words(zone: ZoneAsked) -> Iterator[Text]:
    if _has_no_authority(zone):
        yield text("none of its name servers that answer has authority for it")
    yield from _disagreement(zone)
    if len(zone.names) < _LEAST_SERVERS:
        yield text("it has one name server only")
    elif len({own.address for own in zone.servers}) < _LEAST_SERVERS:
        yield text("all its name servers have the same address")
    private = private_servers(zone)
    if private:
        places = places_of(private)
        yield text("name servers are out of public reach: {servers}", servers=places)


def _has_no_authority(zone: ZoneAsked) -> bool:
    """Whether servers answer, and none of them for the zone."""
    heard = [own for own in zone.servers if own.is_heard]
    return bool(heard) and not any(own.has_authority for own in heard)


def _disagreement(zone: ZoneAsked) -> Iterator[Text]:
    """Tell which servers only one of the two zones names."""
    own_sets = zone.sets(Question(zone.name, RecordType.NS))
    above = set(zone.delegated)
    if not own_sets or not above:
        return
    inside = {name for servers in own_sets for name in servers}
    if above - inside:
        yield text("only the zone above names {servers}", servers=_listed(above - inside))
    if inside - above:
        yield text("only the zone itself names {servers}", servers=_listed(inside - above))


def glue_problems(zone: ZoneAsked) -> Iterator[Problem]:
    """Servers whose address the zone above gives is not the one that the zone has."""
    told = tuple(_glue_words(zone))
    if told:
        words = text("The zone above {zone}: {problems}", zone=zone.name, problems=told)
        yield Problem("NS-GLUE", Severity.WARNING, words)


def _glue_words(zone: ZoneAsked) -> Iterator[Text]:
    glue: dict[str, set[str]] = {}
    for answer in zone.above:
        for line in answer.glue:
            server, _, address = line.partition(" ")
            glue.setdefault(server, set()).add(address)
    for server, given in glue.items():
        for kind, is_six in ((RecordType.A, False), (RecordType.AAAA, True)):
            mine = _own_addresses(zone, Question(server, kind))
            theirs = {address for address in given if (":" in address) is is_six}
            if mine is not None and theirs and theirs != mine:
                yield text(
                    "it has {server} at {glue}, the zone itself at {own}",
                    server=server,
                    glue=_listed(theirs),
                    own=_listed(mine) if mine else text("no address"),
                )


def _own_addresses(zone: ZoneAsked, question: Question) -> set[str] | None:
    """What the zone's servers say with authority of an address; None if none of them was asked."""
    said = [own.said(question) for own in zone.servers]
    answers: list[ServerAnswer] = [answer for answer in said if answer is not None]
    if not answers or any(line.startswith("CNAME ") for own in answers for line in own.answer):
        return None
    return {line for answer in answers for line in answer.answer}


def _listed(names: set[str]) -> tuple[str | Text, ...]:
    return first_of(sorted(names), _MOST_NAMED)
