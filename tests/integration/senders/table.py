"""The table of the laboratory of senders, in lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from tests.integration.senders.comparing import Cell
from tests.integration.senders.predicted import Outcome
from tests.integration.senders.record_set import RecordSet

HEAD = (
    f"{'set':18} {'server':15} {'runs':>5} {'orders':>8} {'p first':>8} {'p order':>8} "
    f"{'Holm':>6}  "
    f"{'fate: seen | said':44} first choice: seen | said"
)
SHOWN = 3  # of the outcomes that cannot be
KEPT = 24  # of the outcomes of a cell that are written down


def lines_of(cells: Sequence[Cell]) -> Iterator[str]:
    """One line for each cell, and below it what was seen and cannot be."""
    yield HEAD
    for cell in cells:
        yield _line(cell)
        for outcome in cell.impossible[:SHOWN]:
            yield f"    seen {cell.seen[outcome]} times: {worded(outcome, cell.records)}"
        if cell.impossible:
            likely = sorted(cell.said, key=lambda each: -cell.said[each])[:SHOWN]
            for outcome in likely:
                yield f"    said {cell.said[outcome]}: {worded(outcome, cell.records)}"


def _line(cell: Cell) -> str:
    seen_fates, said_fates = cell.fates
    seen_firsts, said_firsts = cell.firsts
    fates = _beside(
        {fate.value: count for fate, count in seen_fates.items()},
        {fate.value: chance for fate, chance in said_fates.items()},
        has_chances=cell.has_chances,
    )
    named = {address: short(address, cell.records) for address in {*seen_firsts, *said_firsts}}
    firsts = _beside(
        {named[address]: count for address, count in seen_firsts.items()},
        {named[address]: chance for address, chance in said_firsts.items()},
        has_chances=cell.has_chances,
    )
    orders = f"{len(cell.seen)}/{len(cell.said)}"
    second = " (second)" if cell.is_second else ""
    verdict = "agrees" if cell.agrees else "DISAGREES"
    return (
        f"{cell.records.name:18} {cell.server:15} {cell.runs:5} {orders:>8} {cell.p_first:8.4f} "
        f"{cell.p_run:8.4f} {cell.corrected:6.3f}  {fates:44} {firsts}  {verdict}{second}"
    )


def _beside(seen: Mapping[str, int], said: Mapping[str, Fraction], *, has_chances: bool) -> str:
    counted = " ".join(f"{name} {seen[name]}" for name in sorted(seen))
    if has_chances:
        return f"{counted} | {' '.join(f'{name} {said[name]}' for name in sorted(said))}"
    return f"{counted} | {' or '.join(sorted(said))}"


def short(address: str, records: RecordSet) -> str:
    """Give the short name of an address: its host's, and which of the host's it is if need be."""
    for name, places in records.places.items():
        own = [place.address for place in places]
        if address not in own:
            continue
        host = name.removesuffix(f".{records.domain}")
        if len(own) == 1:
            return host
        alike = [each for each in own if (":" in each) == (":" in address)]
        number = f".{alike.index(address) + 1}" if len(alike) > 1 else ""
        return f"{host}{'6' if ':' in address else '4'}{number}"
    return address or "nothing"


def worded(outcome: Outcome, records: RecordSet) -> str:
    """Tell one run."""
    tries = " ".join(short(address, records) for _, address in outcome.tries)
    return f"{tries or 'nothing is tried'}, {outcome.fate.value}"


def seen_in(cells: Sequence[Cell]) -> dict[str, dict[str, dict[str, dict[str, int]]]]:
    """Give what each server did with each set and how often, in words; the commonest runs alone."""
    found: dict[str, dict[str, dict[str, dict[str, int]]]] = {}
    for cell in cells:
        records, seen = cell.records, cell.seen
        often = sorted(seen, key=lambda each: (-seen[each], worded(each, records)))
        found.setdefault(cell.server, {})[records.name] = {
            "first": {short(address, records): count for address, count in cell.firsts[0].items()},
            "runs": {worded(outcome, records): seen[outcome] for outcome in often[:KEPT]},
        }
    return found


def summary_of(cells: Sequence[Cell]) -> Iterator[str]:
    """Tell how many cells agree, and which do not."""
    wrong = [cell for cell in cells if not cell.agrees]
    sets = {cell.records for cell in cells}
    runs = sum(cell.runs for cell in cells)
    yield ""
    yield f"{len(sets)} sets, {len(cells)} cells, {runs} runs; {len(wrong)} cells disagree"
    for server in dict.fromkeys(cell.server for cell in cells):
        own = [cell for cell in cells if cell.server == server]
        random = [cell for cell in own if len(cell.said) > 1 and cell.has_chances]
        smallest = min((cell.corrected for cell in random), default=1.0)
        agree = sum(cell.agrees for cell in own)
        yield (
            f"{server}: {agree} of {len(own)} sets agree; {len(random)} of them random, "
            f"smallest p after Holm {smallest:.3f}"
        )
    for cell in wrong:
        yield f"disagrees: {cell.server} over {cell.records.name} ({cell.records.about})"
