"""The dossier of the chosen part: of an address, of a host, or of the domain itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mxgui.model.bounce import Bounce
from mxgui.model.inspection import Inspection
from mxgui.model.line import PROXY
from mxgui.model.line import Line as OwnLine
from mxgui.model.planned import record_words
from mxgui.model.records import Answer
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.planned import published_mx
from mxgui.routing.resolver_words import resolver_words
from mxgui.routing.route import Host
from mxgui.routing.shapes import AddressRow, HostCard, Words
from mxgui.ui.dossier.by_hand import (
    address_commands,
    by_hand_section,
    name_commands,
    policy_commands,
    tlsa_commands,
)
from mxgui.ui.dossier.dane import address_dane_sections, host_dane_sections, tlsa_answers
from mxgui.ui.dossier.lookups import lookups_section
from mxgui.ui.dossier.policies import (
    address_policy_sections,
    host_policy_sections,
    policy_sections,
)
from mxgui.ui.dossier.probe import address_sections, said_sections, short_section
from mxgui.ui.dossier.reverse import reverse_sections
from mxgui.ui.dossier.section import Dossier, Line, Section
from mxgui.ui.dossier.turn import turn_section
from mxgui.ui.dossier.vantages import other_sections


def dossier_of(result: Report, key: str | None, now: float) -> Dossier:
    """Say all that is known of the part with that key; of the domain if no part has it.

    `now` is seconds since the inspection began.
    """
    diagram = result.diagram
    row = next((row for row in diagram.rows if row.key == key), None)
    card = next((card for card in diagram.hosts if card.key == (row.host if row else key)), None)
    if card is None:
        return _of_domain(result)
    place = _place_words(result, card)
    if row is not None:
        port = result.inspection.plan.port
        commands = address_commands(card.name, row.address, port)
        sections = _address_sections(result, card, row, now)
    else:
        asks = tlsa_commands(card.name, result.inspection.plan.port)
        commands = (*name_commands(card.name, "A", "AAAA"), *asks)
        sections = _host_sections(result, card, now)
    return _with_commands(result, Dossier(card.name, place, tuple(sections)), commands)


def _with_commands(result: Report, dossier: Dossier, commands: tuple[Line, ...]) -> Dossier:
    if not commands:
        return dossier
    last = by_hand_section(commands, demo=result.inspection.origin.demo)
    lines = tuple(str(line.value) for line in commands)
    return replace(dossier, sections=(*dossier.sections, last), commands=lines)


def host_of(result: Report, card: HostCard) -> Host | None:
    """The host that a card stands for."""
    return next((host for host in result.route.hosts if f"host {host.place}" == card.key), None)


def _place_words(result: Report, card: HostCard) -> Words:
    """Preference, and share of first attempts."""
    lane = next(lane for lane in result.diagram.lanes if lane.key == card.lane)
    share = card.share_words
    if card.share == 1:
        share = text("always tried first")
    elif card.share:
        share = text("{share} of first attempts", share=card.share_words)
    if not (lane.preference_words and share):
        return lane.preference_words or share
    return text("{preference} · {share}", preference=lane.preference_words, share=share)


def _address_sections(
    result: Report, card: HostCard, row: AddressRow, now: float
) -> Iterator[Section]:
    """What came of it first, then what that is worth, and every word of it at the end."""
    inspection, host = result.inspection, host_of(result, card)
    yield from address_sections(inspection, row, now)
    yield turn_section(result, card, host, row)
    yield from other_sections(inspection, row)
    if host is not None:
        yield from address_dane_sections(inspection, host, row.address)
        yield from address_policy_sections(result, host, row.address)
    yield from reverse_sections(inspection, row.address)
    if host is not None:
        answer = host.aaaa if row.family == 6 else host.a
        yield from _looked_up(inspection, text("Address in DNS"), answer)
    yield from said_sections(inspection, row)


def _looked_up(inspection: Inspection, title: Text, *answers: Answer) -> Iterator[Section]:
    """What DNS said, and what that is worth, if anything was asked."""
    section = lookups_section(title, answers, inspection)
    if section.lines:
        yield section


def _host_sections(result: Report, card: HostCard, now: float) -> Iterator[Section]:
    if card.why:
        yield Section(text("Why it is marked"), (Line(card.why),))
    host = host_of(result, card)
    yield turn_section(result, card, host)
    for row in result.diagram.rows_of(card.key):
        yield short_section(result.inspection, row, now)
    if host is not None:
        yield from host_dane_sections(result.inspection, host)
        yield from host_policy_sections(result, host)
        inspection = result.inspection
        yield from _looked_up(inspection, text("Addresses in DNS"), host.aaaa, host.a)
        yield from _looked_up(inspection, text("TLSA in DNS"), *tlsa_answers(inspection, host))


def _of_domain(result: Report) -> Dossier:
    domain = result.inspection.entry.domain
    other = domain.ascii if domain.is_international else ""
    about = Dossier(domain.unicode, other, tuple(_domain_sections(result)))
    commands = (*name_commands(domain.ascii, "MX"), *policy_commands(domain.ascii))
    return _with_commands(result, about, commands)


def _domain_sections(result: Report) -> Iterator[Section]:
    inspection = result.inspection
    bounce = inspection.entry.bounce
    if bounce is not None:
        yield Section(text("The pasted bounce"), tuple(_bounce_lines(bounce)))
    if inspection.entry.domain.literal is None:
        yield from _mx_sections(result)
    yield from policy_sections(result)
    yield Section(text("How it was looked at"), tuple(_origin_lines(inspection)))


def _mx_sections(result: Report) -> Iterator[Section]:
    """The records as they were answered, how the lookup went, and what the answer is worth.

    Planned ones come first; those in DNS are a fact beside them.
    """
    if result.route.planned:
        planned = (Line(record_words(one), mono=True) for one in result.route.answer.mx)
        yield Section(text("Planned MX records, not in DNS"), tuple(planned))
    answer = published_mx(result.inspection)
    told = lookups_section(text("MX records in DNS"), (answer,), result.inspection)
    records = (Line(record_words(record), mono=True) for record in answer.mx)
    if told.lines:
        yield replace(told, lines=(*records, *told.lines))


def _bounce_lines(bounce: Bounce) -> Iterator[Line]:
    if bounce.host:
        yield Line(bounce.host, label=text("host"), mono=True)
    if bounce.address:
        yield Line(bounce.address, label=text("address"), mono=True)
    if bounce.reply:
        yield Line(bounce.reply, label=text("reply"), mono=True)


def _origin_lines(inspection: Inspection) -> Iterator[Line]:
    yield Line(resolver_words(inspection.origin.resolver), label=text("resolver"))
    yield Line(text("{at}", at=inspection.began), label=text("began"))
    if inspection.lasted is not None:
        yield Line(text("{took}", took=inspection.lasted), label=text("took"))
    line, through = inspection.line, inspection.line_of(PROXY)
    if line is not None:
        yield Line(_families(line), label=text("this line"))
        if line.helo:
            yield Line(line.helo, label=text("greets as"), mono=True)
    if through is not None and through.proxy:
        yield Line(through.proxy, label=text("proxy"), mono=True)
        yield Line(through.helo, label=text("greets as"), mono=True)


def _families(line: OwnLine) -> Words:
    if line.ipv4 and line.ipv6:
        return text("IPv4 and IPv6")
    if line.ipv4:
        return text("IPv4 only")
    return text("IPv6 only") if line.ipv6 else text("neither IPv4 nor IPv6")
