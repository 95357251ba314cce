"""The findings as rows: by severity, the worst first, with why and fix below each; no Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone, Words
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.looks import SEVERITY_LOOKS, Look
from mxgui.ui.words import shown

COLUMNS = (text("Severity"), text("Finding"), text("Where"), text("Reference"))
PROVISIONAL = Look(Shape.DOTS, text("Provisional"), Tone.RUNNING)
CHOSEN = Look(Shape.RING, text("Chosen"), Tone.RUNNING)
_MAY_CHANGE = text("A probe or a lookup that could change this is still running.")


def branches_of(
    findings: Sequence[Finding],
    seen: Sequence[Finding],
    chosen: frozenset[str],
    *,
    brief: bool = False,
) -> tuple[Branch, ...]:
    """One branch for each severity among the findings that are seen.

    `chosen` are the subjects of what is chosen on the graph. In brief, a row has the mark of its
    severity and leaves the word to the heading. What is told for information only is folded at
    first where there is something to do, unless it was looked for.
    """
    keyed = tuple(zip(keys_of(seen), seen, strict=True))
    totals = Counter(finding.severity for finding in findings)
    is_whole = len(seen) == len(findings) and any(map(is_to_do, seen))
    branches = (
        _branch(
            severity,
            totals[severity],
            tuple(
                _leaf(key, finding, chosen, brief=brief)
                for key, finding in keyed
                if finding.severity is severity
            ),
        )
        for severity in sorted({finding.severity for finding in seen}, key=_rank)
    )
    quiet = f"severity {Severity.INFO.value}"
    return tuple(
        replace(branch, is_quiet=is_whole and branch.key == quiet) for branch in branches
    )


def is_to_do(finding: Finding) -> bool:
    """Whether it is more than information."""
    return finding.severity is not Severity.INFO


def keys_of(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A name for each finding that it keeps while others come and go."""
    met: Counter[str] = Counter()
    return tuple(_key(finding, met) for finding in findings)


def _key(finding: Finding, met: Counter[str]) -> str:
    key = f"{finding.id} {finding.subject}"
    met[key] += 1
    return key if met[key] == 1 else f"{key} {met[key]}"


def plain_of(finding: Finding) -> str:
    """All that is said of a finding, as plain text to be copied."""
    severity = SEVERITY_LOOKS[finding.severity].word
    lines = [
        shown(text("{severity}: {finding}", severity=severity, finding=_sentence(finding))),
        *(
            shown(text("{title}: {words}", title=title, words=words))
            for _, title, words in _explanation(finding)
        ),
    ]
    return "\n".join(lines)


def _rank(severity: Severity) -> int:
    return severity.rank


def _branch(severity: Severity, total: int, leaves: tuple[Leaf, ...]) -> Branch:
    look = SEVERITY_LOOKS[severity]
    words = text("{severity} · {n}", severity=look.word, n=len(leaves))
    if len(leaves) < total:
        words = text("{severity} · {n} of {total}", severity=look.word, n=len(leaves), total=total)
    return Branch(f"severity {severity.value}", (Cell(words, look, strong=True),), leaves)


def _leaf(key: str, finding: Finding, chosen: frozenset[str], *, brief: bool) -> Leaf:
    look = SEVERITY_LOOKS[finding.severity]
    is_chosen = finding.subject in chosen
    references = explain(finding.id).references
    cells = (
        Cell("" if brief else look.word, look, tip=look.word),
        Cell(_sentence(finding), PROVISIONAL if finding.provisional else None),
        Cell(finding.subject, CHOSEN if is_chosen else None, muted=not is_chosen, strong=is_chosen),
        Cell(references[0] if references else "", muted=True),
    )
    below = tuple(
        Leaf(f"{key}: {part}", (Cell(words, label=title),))
        for part, title, words in _explanation(finding)
    )
    return Leaf(key, cells, below)


def _sentence(finding: Finding) -> Text:
    if finding.provisional:
        return text("Provisional: {finding}", finding=finding.text)
    return finding.text


def _explanation(finding: Finding) -> Iterator[tuple[str, Text, Words]]:
    """What unfolds below a finding: a name that stays, what it is, and the words."""
    rule = explain(finding.id)
    if finding.provisional:
        yield "provisional", text("Provisional"), _MAY_CHANGE
    yield "why", text("Why it matters"), rule.why
    yield "fix", text("How to mend it"), rule.fix
    yield "references", text("Where it is written"), text("{all}", all=rule.references)
    yield "subject", text("It is about"), finding.subject
    yield "id", text("Rule"), text("{id} (mxgui explain {id})", id=finding.id)
