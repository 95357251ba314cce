"""How wide words are in the fonts that mxgui carries, so that places can be computed without Qt.

Advance widths of Inter 4 (Regular and SemiBold) and JetBrains Mono 2, in thousandths of the size.
Kerning is left out; it makes words a little narrower, never wider.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from unicodedata import category, combining, east_asian_width, normalize


class Face(Enum):
    """The faces that words are set in."""

    REGULAR = "regular"
    STRONG = "strong"  # SemiBold
    MONO = "mono"


# From space to tilde.
_REGULAR = (
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357,
    625, 464, 605, 636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507,
    936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652, 562, 889, 753, 761,
    635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452,
    497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597,
    609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659,
)  # fmt: skip
_STRONG = (
    248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379,
    667, 481, 621, 652, 666, 632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544,
    999, 724, 657, 744, 724, 608, 586, 755, 744, 275, 561, 677, 566, 906, 741, 775,
    643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481, 468,
    497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569, 261, 898, 610, 608,
    625, 625, 397, 549, 380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673,
)  # fmt: skip
# Regular and SemiBold.
_OTHER = {
    "…": (821, 806),
    "·": (276, 290),
    "–": (500, 500),  # noqa: RUF001
    "—": (1000, 1000),
    "→": (955, 955),
    "×": (659, 673),  # noqa: RUF001
    "“": (381, 408),
    "”": (381, 407),
    "‘": (199, 228),  # noqa: RUF001
    "’": (185, 214),  # noqa: RUF001
    "\u2009": (182, 164),
    "\u202f": (182, 164),
    "\u00a0": (281, 248),
}
_MONO = 600
TITLE = 14.0  # font sizes in pixels, of a lane's title and the domain
NAME = 13.0  # of a host's name
SMALL = 12.0  # of notes, addresses and what a probe said
CHIP = 11.0  # of chips and badges
_WIDE = 1000  # ideographs and their kind
_UNKNOWN = 680  # a letter of a script without a table here
ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def width(words: str, face: Face, size: float) -> float:
    """The width of words in pixels, at a font size in pixels."""
    return sum(_advance(letter, face) for letter in normalize("NFD", words)) * size / 1000


def is_measured(words: str) -> bool:
    """Whether every letter is in the tables here, so that the width is that of our fonts."""
    return all(
        " " <= letter <= "~" or letter in _OTHER or combining(letter)
        for letter in normalize("NFD", words)
    )


@lru_cache(maxsize=4096)
def elided(words: str, face: Face, size: float, room: float) -> str:
    """The words, cut with an ellipsis at the end if they need more than that many pixels."""
    if width(words, face, size) <= room:
        return words
    left = room - width(ELLIPSIS, face, size)
    for at, letter in enumerate(words):
        left -= width(letter, face, size)
        if left < 0:
            return words[:at].rstrip() + ELLIPSIS
    return words


def elided_name(head: str, tail: str, size: float, room: float) -> tuple[str, str]:
    """A name in two faces, strong head and regular tail, cut to fit that many pixels."""
    left = room - width(head, Face.STRONG, size)
    rest = elided(tail, Face.REGULAR, size, left)
    if width(rest, Face.REGULAR, size) <= left:
        return head, rest
    return elided(f"{head}{ELLIPSIS}", Face.STRONG, size, room), ""


def wrapped(words: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """The words in as few lines as fit into that many pixels, all about equally long.

    A word that is longer has a line of its own.
    """
    lines = _filled(words, face, size, room)
    for narrower in range(int(room), 0, -8):
        tried = _filled(words, face, size, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _filled(words: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words.split():
        if lines and width(f"{lines[-1]} {word}", face, size) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def _advance(letter: str, face: Face) -> int:
    if combining(letter) or category(letter) == "Cf":  # such as marks that keep words in order
        return 0
    if east_asian_width(letter) in "WF":
        return _WIDE
    if face is Face.MONO:
        return _MONO
    strong = face is Face.STRONG
    if " " <= letter <= "~":
        return (_STRONG if strong else _REGULAR)[ord(letter) - 32]
    return _OTHER[letter][strong] if letter in _OTHER else _UNKNOWN
