"""How long something lasts, as people type it: `90s`, `4h`, `2d`, `1h30m`."""

from __future__ import annotations

import re
from datetime import timedelta

from mxgui.model.place import shortened
from mxgui.model.text import Text, text

LEAST = 1  # seconds
MOST = 30 * 86400  # seconds; no sender keeps a message for longer than a week or so
_SIZES = (("w", 604800), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1))
_PARTS = re.compile(
    r"(?:(?P<w>\d{1,9})w)?(?:(?P<d>\d{1,9})d)?(?:(?P<h>\d{1,9})h)?"
    r"(?:(?P<m>\d{1,9})m(?:in)?)?(?:(?P<s>\d{1,9})s)?",
    re.ASCII,
)


class BadDuration(ValueError):
    """What was typed is no duration that can be used; `text` says what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


def read_duration(typed: str, *, least: int = LEAST, most: int = MOST) -> int:
    """Read a duration and give its seconds; units are w, d, h, m (or min) and s, largest first.

    Raises BadDuration with what to change: also where it is shorter than `least` seconds or longer
    than `most`.
    """
    found = _PARTS.fullmatch("".join(typed.lower().split()))
    if found is None or not any(found.groupdict().values()):
        raise BadDuration(_forms(typed))
    seconds = sum(int(found[unit] or 0) * size for unit, size in _SIZES)
    if not least <= seconds <= most:
        raise BadDuration(
            text(
                "“{typed}” is not between {least} and {most}.",
                typed=shortened(typed),
                least=timedelta(seconds=least),
                most=timedelta(seconds=most),
            )
        )
    return seconds


def _forms(typed: str) -> Text:
    if re.fullmatch(r"\d+(\.\d+)?", typed.strip(), re.ASCII):
        return text(
            "“{typed}” has no unit: write it as {typed}s, {typed}m, {typed}h or {typed}d.",
            typed=shortened(typed.strip().partition(".")[0]),
        )
    return text(
        "“{typed}” is no duration: write it as 90s, 4h, 2d or 1h30m, in whole numbers.",
        typed=shortened(typed),
    )
