"""Who is tried first, how often: the load that each host and address carries.

Under RFC 5321, section 5.1, hosts of one preference are shuffled, so each is first equally often;
the addresses of one host keep their order, so the first of them carries all of the host's share.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def first_choice(counts: Sequence[Sequence[int]]) -> list[list[tuple[Fraction, ...]]]:
    """Give each address its chance to be the first one tried, when all are up.

    `counts` holds for each tier, best first, how many addresses each host has (0: a sender cannot
    use it). The result has the same shape, with one fraction an address; all of them add up to 1,
    or to 0 where there is no address at all.
    """
    best = next((at for at, tier in enumerate(counts) if any(tier)), None)
    return [
        [_of_host(count, sum(map(bool, tier)), first=at == best) for count in tier]
        for at, tier in enumerate(counts)
    ]


def _of_host(count: int, hosts: int, *, first: bool) -> tuple[Fraction, ...]:
    share = Fraction(1, hosts) if first and count else Fraction(0)
    return tuple(share if place == 0 else Fraction(0) for place in range(count))
