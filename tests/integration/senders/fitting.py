"""Whether counts may well have come from given chances: Pearson's test, and Holm's correction.

The chance of a sum as large as the one seen comes from draws and not from the chi-squared
distribution, which needs five of each kind: where 720 orders are possible, most are never seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from random import Random
from typing import TypeVar

Kind = TypeVar("Kind", bound=Hashable)
DRAWS = (1000, 40_000)  # the second where the first leave a doubt
DOUBT = 0.05


def p_of(
    counts: Mapping[Kind, int],
    chances: Mapping[Kind, Fraction],
    draws: Sequence[int] = DRAWS,
    seed: int = 0,
) -> float:
    """Give the probability of counts that are at least as odd, if the chances hold.

    It is drawn with the first number of `draws`, and with the next one if that leaves a doubt. It
    is 0 if something was seen that has no chance, and 1 if only one thing has.
    """
    if any(not chances.get(kind) for kind in counts):
        return 0.0
    total = sum(counts.values())
    kinds = [kind for kind, chance in chances.items() if chance]
    weights = [float(chances[kind]) for kind in kinds]
    bounds = list(accumulate(weights))
    seen = _oddness({at: counts.get(kind, 0) for at, kind in enumerate(kinds)}, weights, total)
    random = Random(seed)
    for number in draws:
        as_odd = 0
        for _ in range(number):
            found = Counter(random.choices(range(len(weights)), cum_weights=bounds, k=total))
            as_odd += _oddness(found, weights, total) >= seen - 1e-9
        p = (as_odd + 1) / (number + 1)
        if p > DOUBT:
            break
    return p


def _oddness(counts: Mapping[int, int], weights: Sequence[float], total: int) -> float:
    """Pearson's sum, (seen - expected)² / expected, in the form that needs no zeros."""
    return sum(count * count / weights[at] for at, count in counts.items()) / total - total


def holm(ps: Sequence[float]) -> list[float]:
    """Correct for there being several: each is as small as one of them alone would have to be."""
    order = sorted(range(len(ps)), key=ps.__getitem__)
    corrected = [0.0] * len(ps)
    largest = 0.0
    for rank, at in enumerate(order):
        largest = max(largest, min(1.0, ps[at] * (len(ps) - rank)))
        corrected[at] = largest
    return corrected
