"""What a typed word, a bounce or a wish makes of what is shown; no Qt, and no work."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from mxgui.model.domain import BadDomain, Domain, SingleLabel
from mxgui.model.entry import Entry, TakenAs, read_entry
from mxgui.model.plan import Plan
from mxgui.model.proxy import ProxySpec
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.ui.shown import FieldNote, Shown
from mxgui.ui.wishes import AskResolvers, ProbeAs, SendAs, Setting, UseHelo, UseLine


def with_setting(shown: Shown, wish: Setting) -> Shown:
    """Give what is shown once a wish is fulfilled that needs no work."""
    match wish:
        case ProbeAs(mode):
            return replace(shown, plan=replace(shown.plan, mode=mode))
        case AskResolvers(written):
            return replace(shown, plan=replace(shown.plan, resolvers=written))
        case SendAs(sender):
            return replace(shown, plan=replace(shown.plan, sender=sender))
        case UseHelo(helo):
            return replace(shown, plan=replace(shown.plan, helo=helo or None))
        case UseLine():
            return replace(shown, plan=_with_line(shown.plan, wish))
        case _:
            assert_never(wish)


def _with_line(plan: Plan, wish: UseLine) -> Plan:
    """The plan with another manner of knocking; what was typed is understood by now."""
    return replace(
        plan,
        helo=wish.helo or None,
        proxy=ProxySpec.parse(wish.proxy).shown if wish.proxy else "",
        also_direct=wish.also_direct,
        canary=Domain.parse(wish.canary).ascii if wish.canary else "",
    )


def read(typed: str) -> tuple[Entry | None, FieldNote | None]:
    """Read what was typed: the entry if it names a domain, and what to say at the field."""
    try:
        entry = read_entry(typed)
    except SingleLabel as question:
        return None, FieldNote(question.text, offer=f"{question.label}.")
    except BadDomain as bad:
        return None, FieldNote(bad.text, is_problem=True)
    return entry, note_of(entry)


def note_of(entry: Entry) -> FieldNote | None:
    """Say what the input was taken for, where that is not plain to see."""
    name = _both_forms(entry)
    match entry.taken_as:
        case TakenAs.ADDRESS:
            return FieldNote(text("Taken as the domain of an address: {name}", name=name))
        case TakenAs.URL:
            return FieldNote(text("Taken as the host in a URL: {name}", name=name))
        case TakenAs.LITERAL:
            return FieldNote(text("Taken as an address literal: {name}", name=name))
        case TakenAs.BOUNCE:
            return FieldNote(
                text("Taken as a bounce or log line; the failing domain is {name}", name=name)
            )
        case TakenAs.DOMAIN if entry.domain.is_international:
            return FieldNote(text("Taken as {name}", name=name))
        case TakenAs.DOMAIN:
            return None
        case _:
            assert_never(entry.taken_as)


def _both_forms(entry: Entry) -> str | Text:
    domain = entry.domain
    if not domain.is_international:
        return domain.ascii
    return text("{name}, in DNS {ascii}", name=domain.unicode, ascii=domain.ascii)


def key_of_bounce(result: Report) -> str | None:
    """The key of the address, or else the host, that a pasted bounce tells of, if it is there."""
    bounce = result.inspection.entry.bounce
    if bounce is None:
        return None
    rows = (row.key for row in result.diagram.rows if row.address == bounce.address)
    cards = (card.key for card in result.diagram.hosts if card.name == bounce.host)
    return next(rows, None) or next(cards, None)
