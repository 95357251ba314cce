"""The names of one address: what DNS says they are, and whether they lead back."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.routing.labels import status_words
from mxgui.routing.reverse import Reverse, reverse_of, reverse_question, reverse_words
from mxgui.routing.shapes import Words
from mxgui.ui.dossier.section import Line, Section

_MOST = 8  # names in the panel; the DNS answers have all


def reverse_sections(inspection: Inspection, address: str) -> Iterator[Section]:
    """One section, as soon as the names were asked for."""
    reverse = reverse_of(inspection, address)
    question = reverse_question(address)
    if inspection.is_asking(question.name, question.type):
        lines: tuple[Line, ...] = (Line(text("looking up the name")),)
    elif reverse.state is Status.NOT_ASKED:
        return
    else:
        lines = tuple(_lines(inspection, address, reverse))
    yield Section(text("Name of the address"), lines)


def _lines(inspection: Inspection, address: str, reverse: Reverse) -> Iterator[Line]:
    if reverse.names is None:
        question = reverse_question(address)
        failure = status_words(inspection.answer(question.name, question.type))
        yield Line(text("not known: {failure}", failure=failure), label=text("PTR"))
        return
    if not reverse.names:
        yield Line(reverse_words(reverse), label=text("PTR"))
        return
    for at, name in enumerate(reverse.names[:_MOST]):
        yield Line(name, label="" if at else text("PTR"), mono=True)
    more = len(reverse.names) - _MOST
    if more > 0:
        yield Line(text("and {n} more", n=more))
    yield Line(_confirmed(reverse), label=text("forward"))


def _confirmed(reverse: Reverse) -> Words:
    if reverse.leading_back is not None and len(reverse.names or ()) > 1:
        return text("{name} leads back", name=reverse.leading_back)
    return reverse_words(reverse)
