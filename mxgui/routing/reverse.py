"""The names that addresses are said to have, and whether these names lead back.

Anybody may give an address of theirs any name; only whoever has authority over that name can let it
lead back to the address (RFC 1912, section 2.1; RFC 8601, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address

from mxgui.model.event import AskStep
from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.model.text import Text, text
from mxgui.routing.planned import published_mx

_ASIDE = (RecordType.PTR, RecordType.NS)
_ADDRESSES = (RecordType.A, RecordType.AAAA)
MOST_CONFIRMED = 3  # names of one address that are looked up; receivers too stop after a few


@dataclass(frozen=True, slots=True)
class Reverse:
    """What DNS says of an address backwards.

    `names` is empty where it says for certain that there is none, and None while that is not known;
    `state` tells why. `confirmed` tells whether one of the names leads back; None where there is
    none, or where a lookup that could tell is missing or has failed. `leading_back` is that name.
    """

    names: tuple[str, ...] | None
    state: Status
    confirmed: bool | None = None
    leading_back: str | None = None


@lru_cache(maxsize=4096)
def reverse_name(address: str) -> str:
    """Give the name under which an address has its PTR records (RFC 1035, 3.5; RFC 3596, 2.5)."""
    return ip_address(address).reverse_pointer


def reverse_question(address: str) -> Question:
    """Give the question for the names of an address."""
    return Question(reverse_name(address), RecordType.PTR)


def forward_question(address: str, name: str) -> Question:
    """Give the question whose answer has the address, if the name leads back to it."""
    return Question(name, RecordType.AAAA if ":" in address else RecordType.A)


@once
def reverse_of(inspection: Inspection, address: str) -> Reverse:
    """Tell the names of an address, and whether one of them leads back, as far as it is known."""
    answer = inspection.answer(reverse_name(address), RecordType.PTR)
    if answer.status.is_absent:
        return Reverse((), answer.status)
    if answer.status is not Status.NOERROR:
        return Reverse(None, answer.status)
    names = tuple(dict.fromkeys(answer.pointers))
    checked = names[:MOST_CONFIRMED]
    told = {name: _leads_back(inspection, address, name) for name in checked}
    leading = next((name for name, leads in told.items() if leads), None)
    if leading is not None:
        return Reverse(names, answer.status, confirmed=True, leading_back=leading)
    is_whole = len(checked) == len(names) and not answer.left_out
    is_certain = is_whole and None not in told.values()
    return Reverse(names, answer.status, confirmed=False if is_certain else None)


def reverse_words(reverse: Reverse) -> Text:
    """Tell in a phrase what came of the names of an address."""
    if reverse.names is None:
        asked = reverse.state is not Status.NOT_ASKED
        return text("not known: the lookup failed") if asked else text("not asked")
    if not reverse.names:
        return text("no name")
    if reverse.confirmed is None:
        return text("not known if it leads back")
    return text("leads back") if reverse.confirmed else text("does not lead back")


@once
def questions_aside(inspection: Inspection) -> frozenset[Question]:
    """Give the questions that were put for the sake of names and servers, and not of the route."""
    said = inspection.answers
    named = {name for answer in said for name in (*answer.pointers, *answer.servers)}
    named -= _names_of_route(inspection)
    waiting = (step.question for step in inspection.waiting if isinstance(step, AskStep))
    asked = (*(answer.question for answer in said), *waiting)
    return frozenset(
        question
        for question in asked
        if question.type in _ASIDE or (question.type in _ADDRESSES and question.name in named)
    )


def _names_of_route(inspection: Inspection) -> set[str]:
    domain, answer = inspection.entry.domain.ascii, published_mx(inspection)
    records = (*answer.mx, *inspection.plan.mx)
    return {domain, answer.canonical, *(record.exchange for record in records)}


def _leads_back(inspection: Inspection, address: str, name: str) -> bool | None:
    """Whether a name leads to the address; None if that is not known."""
    question = forward_question(address, name)
    answer: Answer = inspection.answer(question.name, question.type)
    if answer.status is Status.NOERROR:
        has_it = ip_address(address) in answer.addresses
        return True if has_it else None if answer.left_out else False
    return False if answer.status.is_absent else None
