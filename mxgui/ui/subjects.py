"""Which parts of the diagram a step of the inspection is about, for choosing; no Qt here."""

from __future__ import annotations

from collections import defaultdict
from ipaddress import ip_address

from mxgui.model.event import AskStep, ProbeStep, Step
from mxgui.model.records import Question, RecordType
from mxgui.routing.reverse import reverse_name
from mxgui.routing.shapes import Diagram

_FAMILIES = {RecordType.A: 4, RecordType.AAAA: 6}


class Subjects:
    """The keys of one diagram, by the questions and addresses that they stand for.

    Hosts at several preferences, and addresses that hosts share, have several keys.
    """

    def __init__(self, diagram: Diagram | None = None) -> None:
        """Know the keys of a diagram."""
        self._domain = diagram.domain.key if diagram is not None else ""
        self._cards: defaultdict[str, list[str]] = defaultdict(list)
        self._rows: defaultdict[str, list[str]] = defaultdict(list)
        self._of_family: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        self._reverse: defaultdict[str, list[str]] = defaultdict(list)
        if diagram is not None:
            for card in diagram.hosts:
                self._cards[card.name].append(card.key)
            for row in diagram.rows:
                self._rows[row.address].append(row.key)
                self._of_family[row.name, ip_address(row.address).version].append(row.key)
                self._reverse[reverse_name(row.address)].append(row.key)

    def of(self, step: Step) -> tuple[str, ...]:
        """What a step is about: the domain, the cards of a host, or the rows of an address."""
        match step:
            case ProbeStep():
                return tuple(self._rows.get(step.address, ()))
            case AskStep(question):
                return self.hosts(question)
            case _:
                return ()

    def hosts(self, question: Question) -> tuple[str, ...]:
        """The cards of the host whose addresses were asked for.

        For MX records that is the domain, for a name the rows of its address.
        """
        if question.type is RecordType.MX:
            return (self._domain,) if self._domain else ()
        if question.type is RecordType.PTR:
            return tuple(self._reverse.get(question.name, ()))
        return tuple(self._cards.get(question.name, ()))

    def addresses(self, question: Question) -> tuple[str, ...]:
        """The rows of the addresses that a question brought."""
        family = _FAMILIES.get(question.type, 0)
        return tuple(self._of_family.get((question.name, family), ()))
