"""Values as JSON has them: moments, milliseconds, shares, and all of it as bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from itertools import islice
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"

# What a terminal or an editor could act on. It stands within quotes only, where JSON has escapes.
_ACTING = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_IN_PAGES = re.compile("[<>&]")
_PIECES = 1_000  # of JSON that are put together at once; a piece is a bracket or a value


def moment(at: datetime | None) -> str | None:
    """A moment in RFC 3339, UTC, with milliseconds."""
    if at is None:
        return None
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(seconds: float | None) -> float | None:
    """A duration in milliseconds, to the microsecond."""
    return None if seconds is None else round(seconds * 1000, 3)


def share(exact: Fraction) -> float:
    """A share as a number, to six decimals."""
    return round(float(exact), 6)


def json_bytes(value: object) -> bytes:
    """The value as JSON for files and terminals: readable, and nothing in it acts."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=2, allow_nan=False)
    written = bytearray()
    for some in _pieces(value, encoder, _ACTING):
        written += some.encode()
    return bytes(written + b"\n")


def json_for_page(value: object) -> str:
    """The value as JSON that may stand in a script element: nothing in it can end the element."""
    encoder = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return "".join(_pieces(value, encoder, _IN_PAGES))


def _pieces(value: object, encoder: json.JSONEncoder, escaped: re.Pattern[str]) -> Iterator[str]:
    """Write it piece by piece: all of a large report at once take ten times its size."""
    pieces = encoder.iterencode(value)
    while some := "".join(islice(pieces, _PIECES)):
        yield escaped.sub(_escaped, some)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
