"""A sentence for people, kept with its arguments until it is shown in somebody's language.

`str()` of a `Text` is English, for logs, JSON and tests; `mxgui.i18n.tr` gives the user's language.
Arguments stay typed (number, date, duration, share, list), so that each language writes them in its
own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # the window is to be seen before what only shares need
    from fractions import Fraction

Argument: TypeAlias = (
    "str | int | float | Fraction | datetime | timedelta | Text | tuple[Argument, ...]"
)
_UNITS = (("d", 86400, "h", 3600), ("h", 3600, "min", 60), ("min", 60, "s", 1))


@dataclass(frozen=True, slots=True)
class Text:
    """A template with named gaps, and what fills them; `many` and `count` are for plurals."""

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    many: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        """Give the English sentence."""
        template = self.template if self.many is None or self.count == 1 else self.many
        return template.format_map({name: plain(value) for name, value in self.arguments})


def text(template: str, /, **arguments: Argument) -> Text:
    """Keep a sentence with its arguments; `template` is English and has a gap for each of them."""
    return Text(template, tuple(arguments.items()))


def counted(one: str, many: str, n: int, /, **arguments: Argument) -> Text:
    """Keep a sentence that depends on a number, which fills the gap `{n}` in both forms."""
    return Text(one, (("n", n), *arguments.items()), many=many, count=n)


def plain(value: Argument) -> str:
    """An argument as English writes it."""
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S %Z}".rstrip()
        case timedelta():
            return plain_duration(value.total_seconds())
        case tuple():
            return listed([plain(part) for part in value])
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def plain_duration(seconds: float) -> str:
    """A duration in its two largest units: `350 ms`, `15 s`, `1 min 5 s`, `4 h`, `2 d 3 h`."""
    return " ".join(f"{number} {unit}" for number, unit in duration_parts(seconds))


def duration_parts(seconds: float) -> tuple[tuple[str, str], ...]:
    """Give the one or two numbers of a duration, rounded as they are shown, with their units.

    The units are `ms`, `s`, `min`, `h` and `d`.
    """
    if abs(seconds) < 0.9995:
        return ((_short(seconds * 1000), "ms"),)
    if seconds < 59.5:
        return ((_short(seconds), "s"),)
    return _long_parts(round(seconds))


def _short(number: float) -> str:
    """Give a number below ten one decimal, unless it is whole."""
    written = f"{number:.0f}" if abs(number) >= 9.95 else f"{number:.1f}"
    return written.removesuffix(".0")


def _long_parts(seconds: int) -> tuple[tuple[str, str], ...]:
    unit, size, smaller, smaller_size = next(row for row in _UNITS if seconds >= row[1])
    rest = seconds % size // smaller_size
    parts = ((str(seconds // size), unit), (str(rest), smaller))
    return parts if rest else parts[:1]


def listed(parts: Sequence[str]) -> str:
    """Join names as an English sentence does: `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
