"""Which findings are let through: those with some words, of some severities, of one host; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.report.report import Report
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.words import shown


@dataclass(frozen=True, slots=True)
class Sieve:
    """What must be true of a finding to be seen: nothing at first.

    `words` are to be found in its sentence, its subject or its id, each of them; `hidden` are
    severities that are not seen; `only_chosen` lets only what is about the chosen part through.
    """

    words: str = ""
    hidden: frozenset[Severity] = frozenset()
    only_chosen: bool = False

    def passes(self, finding: Finding, chosen: frozenset[str]) -> bool:
        """Whether a finding is seen; `chosen` are the subjects of what is chosen."""
        if finding.severity in self.hidden:
            return False
        if self.only_chosen and chosen and finding.subject not in chosen:
            return False
        text = f"{shown(finding.text)} {finding.subject} {finding.id}".casefold()
        return all(word in text for word in self.words.casefold().split())


def subjects_of(result: Report, key: str | None) -> frozenset[str]:
    """What findings about the chosen part have as their subject; empty if none is chosen."""
    diagram = result.diagram
    if key == diagram.domain.key:
        return frozenset({result.inspection.entry.domain.ascii})
    names = [card.name for card in diagram.hosts if card.key == key]
    for row in diagram.rows:
        if row.key == key:
            names += (row.name, row.address)
    return frozenset(names)


def key_of_subject(result: Report, subject: str) -> str | None:
    """The part of the graph that a finding is about: a host, an address, or the domain."""
    diagram = result.diagram
    parts = [(card.name, card.key) for card in diagram.hosts]
    parts += [(row.address, row.key) for row in diagram.rows]
    parts.append((result.inspection.entry.domain.ascii, diagram.domain.key))
    return next((key for name, key in parts if name == subject), None)
