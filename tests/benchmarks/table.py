"""The table that the benchmarks print: what was measured, the figure, its bound, met or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("what", "figure", "bound", "met")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `is_met` is None where there is nothing to meet."""

    what: str
    figure: str
    bound: str = ""
    is_met: bool | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The row as it is printed."""
        met = {None: "", True: "yes", False: "NO"}[self.is_met]
        return self.what, self.figure, self.bound or "-", met


def at_most(what: str, value: float, bound: float, unit: str = "", note: str = "") -> Row:
    """A figure that may not exceed its bound; the note stands behind it."""
    figure = f"{_written(value)}{unit}" + (f" ({note})" if note else "")
    return Row(what, figure, f"<= {_written(bound)}{unit}", value <= bound)


def _written(value: float) -> str:
    if value < 10:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def table_of(rows: Sequence[Row]) -> str:
    """The rows one below the other, in columns."""
    lines = [HEAD, *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    lines.insert(1, ("-" * widths[0], "-" * widths[1], "-" * widths[2], "-" * widths[3]))
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
