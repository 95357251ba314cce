"""How long many messages wait, exactly: parts of them, each spread evenly between two waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import sqrt

_NONE, _ALL = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Part:
    """Messages whose waits lie evenly between `least` and `most` seconds; one wait if both are one.

    `weight` is how many they are, in parts of all messages. Each wait is longer by something that
    lies evenly between 0 and `blur` seconds.
    """

    least: Fraction
    most: Fraction
    weight: Fraction
    blur: Fraction = _NONE


@dataclass(frozen=True)
class Spread:
    """The waits of messages, in parts; None stands for what no message at all has."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Iterable[Part], whole: Fraction = _ALL) -> Spread:
        """Put parts together; those with the same bounds become one. `whole` is what all weigh."""
        weights: dict[tuple[Fraction, Fraction, Fraction], Fraction] = defaultdict(Fraction)
        for part in parts:
            weights[part.least, part.most, part.blur] += part.weight
        found = sorted((bounds, weight) for bounds, weight in weights.items() if weight)
        return cls(tuple(Part(low, high, own / whole, blur) for (low, high, blur), own in found))

    @cached_property
    def weight(self) -> Fraction:
        """How many messages these are, in parts of all."""
        return sum((part.weight for part in self.parts), _NONE)

    @cached_property
    def mean(self) -> float | None:
        """The mean wait in seconds."""
        if not self.weight:
            return None
        twice = ((part.least + part.most + part.blur) * part.weight for part in self.parts)
        return float(sum(twice, _NONE) / (2 * self.weight))

    @cached_property
    def worst(self) -> float | None:
        """The supremum of the waits in seconds: some messages come as near to it as one likes."""
        return float(max(part.most + part.blur for part in self.parts)) if self.parts else None

    @cached_property
    def median(self) -> float | None:
        """The shortest wait in seconds that half of the messages do not exceed."""
        if not self.weight:
            return None
        bends = self._bends()
        missing, before = self.weight / 2, _NONE
        density = growth = _NONE
        for at in sorted(bends):
            width = at - before
            is_flat = not density and not growth
            risen = _NONE if is_flat else density * width + growth * width * width / 2
            if risen >= missing:
                return float(before) + _reached(float(missing), float(density), float(growth))
            jump, denser, steeper = bends[at]
            missing -= risen + jump
            if missing <= 0:
                return float(at)
            before = at
            if not is_flat or denser or steeper:
                density, growth = density + growth * width + denser, growth + steeper
        return self.worst

    def _bends(self) -> dict[Fraction, list[Fraction]]:
        """Where the share of messages that wait no longer jumps, and its two derivatives do."""
        bends: dict[Fraction, list[Fraction]] = defaultdict(lambda: [_NONE] * 3)
        for part in self.parts:
            if part.least == part.most and not part.blur:
                bends[part.least][0] += part.weight
                continue
            narrow, wide = sorted((part.most - part.least, part.blur))
            if not narrow:
                bends[part.least][1] += part.weight / wide
                bends[part.least + wide][1] -= part.weight / wide
            else:
                steep = part.weight / narrow / wide
                for after, sign in ((_NONE, 1), (narrow, -1), (wide, -1), (narrow + wide, 1)):
                    bends[part.least + after][2] += sign * steep
        return bends


def _reached(missing: float, density: float, growth: float) -> float:
    """After how many seconds so much is reached, with a density that grows evenly."""
    if not missing:
        return 0.0
    root = sqrt(max(density * density + 2 * growth * missing, 0.0))
    return 2 * missing / (density + root)
