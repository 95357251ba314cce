"""One cell of the table: what a real server did with a record set, beside what its profile says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from mxgui.routing.sending.walk import Fate
from tests.integration.senders.fitting import holm, p_of
from tests.integration.senders.predicted import Chances, Outcome
from tests.integration.senders.record_set import RecordSet

LEVEL = 0.01  # of all cells together
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Cell:
    """Runs of one server over one set; `corrected` is the smaller p after Holm's correction."""

    server: str
    records: RecordSet
    seen: Mapping[Outcome, int]
    said: Chances
    p_first: float
    p_run: float
    corrected: float = 1.0
    has_chances: bool = True  # the profile says how often, and not only what may be
    is_second: bool = False  # with fresh runs, because the first ones did not fit

    @property
    def runs(self) -> int:
        """How many runs there were."""
        return sum(self.seen.values())

    @property
    def impossible(self) -> tuple[Outcome, ...]:
        """What was seen and cannot be, if the profile is right."""
        return tuple(outcome for outcome in self.seen if not self.said.get(outcome))

    @property
    def fits(self) -> bool:
        """Whether the frequencies may well be those of the profile."""
        return self.corrected >= LEVEL

    @property
    def agrees(self) -> bool:
        """Whether server and profile agree in everything."""
        return bool(self.runs) and not self.impossible and self.fits

    @property
    def fates(self) -> tuple[Counter[Fate], Mapping[Fate, Fraction]]:
        """What became of the messages: as seen, and as said."""
        return _of(self.seen, lambda outcome: outcome.fate), _shares(
            self.said, lambda outcome: outcome.fate
        )

    @property
    def firsts(self) -> tuple[Counter[str], Mapping[str, Fraction]]:
        """Which address was tried first: as seen, and as said."""
        return _of(self.seen, _first), _shares(self.said, _first)


def cell_of(
    server: str,
    records: RecordSet,
    runs: Iterable[Outcome],
    said: Chances,
    *,
    has_chances: bool = True,
) -> Cell:
    """Compare what was seen with what is said; an alias counts as the name that it leads to.

    Without chances the profile says what is possible, and not how often.
    """
    seen = Counter(_canonical(outcome, records) for outcome in runs)
    chances = _shares(said, lambda outcome: _canonical(outcome, records))
    if not has_chances:
        return Cell(server, records, seen, chances, 1.0, 1.0, has_chances=False)
    p_first = p_of(_of(seen, _first), _shares(chances, _first))
    return Cell(server, records, seen, chances, p_first, p_of(seen, chances))


def corrected(cells: Sequence[Cell]) -> list[Cell]:
    """Correct the chances of all cells for there being so many, two tests a cell."""
    ps = holm([p for cell in cells for p in (cell.p_first, cell.p_run)])
    return [
        replace(cell, corrected=min(ps[2 * at], ps[2 * at + 1])) for at, cell in enumerate(cells)
    ]


def _canonical(outcome: Outcome, records: RecordSet) -> Outcome:
    tries = tuple((records.aliases.get(host, host), address) for host, address in outcome.tries)
    return replace(outcome, tries=tries)


def _first(outcome: Outcome) -> str:
    return outcome.tries[0][1] if outcome.tries else ""


def _of(counts: Mapping[Outcome, int], key: Callable[[Outcome], Kind]) -> Counter[Kind]:
    found: Counter[Kind] = Counter()
    for outcome, count in counts.items():
        found[key(outcome)] += count
    return found


def _shares(chances: Chances, key: Callable[[Outcome], Kind]) -> dict[Kind, Fraction]:
    found: dict[Kind, Fraction] = {}
    for outcome, chance in chances.items():
        found[key(outcome)] = found.get(key(outcome), Fraction(0)) + chance
    return found
