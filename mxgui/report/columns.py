"""Rows of plain text whose columns fit what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mxgui.report.markup import one_line
from mxgui.report.plain import folded

NOTHING = "–"  # noqa: RUF001 (a cell in which there is nothing to say)
_GAP = "  "
_LEAST = 30  # columns for a value, however long the labels before it are


def columns(
    rows: Iterable[Sequence[str]], *, rights: Sequence[int] = (), indent: int = 2
) -> Iterator[str]:
    """Give each row as a line; the columns of `rights` stand at their right edge.

    Nothing in a cell can act on a terminal or break the line.
    """
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        set_off = (
            cell.rjust(width) if at in rights else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield (" " * indent + _GAP.join(set_off)).rstrip()


def labelled(pairs: Sequence[tuple[str, str]], width: int, indent: int = 2) -> Iterator[str]:
    """Give labels and, in a column behind them, what belongs to each, in lines of that width."""
    wide = max((len(label) for label, _ in pairs), default=0)
    wide = min(wide, width - indent - len(_GAP) - _LEAST)
    for label, value in pairs:
        first = f"{' ' * indent}{one_line(label).ljust(wide)}{_GAP}"
        behind = " " * (indent + wide + len(_GAP))
        yield from folded(one_line(value) or NOTHING, first, behind, width)
