"""Policies that were fetched within the last five minutes, so that nobody is asked twice for them.

A fetch that failed is not repeated in that time, also not when a fresh one is wanted (RFC 8461,
section 3.3, per version of the record); a good one is given again unless a fresh one is wanted.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from mxgui.model.policy import FetchOutcome, PolicyFetch, Reach
from mxgui.net.clock import Moment
from mxgui.net.limits import REUSE_SECONDS

MOST_KEPT = 256  # policies; one may have 64 KiB
_NEVER_ASKED = (
    FetchOutcome.NO_ADDRESS,
    FetchOutcome.LOOKUP_FAILED,
    FetchOutcome.PRIVATE_ADDRESS,
)


@dataclass(frozen=True, slots=True)
class _Kept:
    fetch: PolicyFetch
    ended: Moment


class RecentPolicies:
    """What was fetched lately, oldest first; whatever makes two fetches one is their key."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[Hashable, _Kept] = {}

    def keep(self, key: Hashable, fetch: PolicyFetch, now: Moment) -> None:
        """Keep a result that ended at `now`, unless it never left this machine."""
        if fetch.outcome in _NEVER_ASKED or _stayed_here(fetch):
            return
        self._kept.pop(key, None)  # so that the order stays that of age
        self._kept[key] = _Kept(fetch, now)
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    def find(self, key: Hashable, now: Moment, at: float, *, fresh: bool) -> PolicyFetch | None:
        """Give the earlier result with its age in seconds; None if it has to be fetched.

        `at` are the seconds since the inspection began: the result lies before them by its age.
        """
        kept = self._kept.get(key)
        if kept is None:
            return None
        age = now.since(kept.ended)
        if age >= REUSE_SECONDS:
            del self._kept[key]
            return None
        if fresh and kept.fetch.outcome is FetchOutcome.FETCHED:
            return None
        later = at - age - (kept.fetch.at + kept.fetch.took)
        tries = tuple(replace(one, at=one.at + later) for one in kept.fetch.tries)
        return replace(kept.fetch, reused_age=age, at=kept.fetch.at + later, tries=tries)


def _stayed_here(fetch: PolicyFetch) -> bool:
    here = (Reach.BLOCKED_HERE, Reach.NOT_TRIED, Reach.PRIVATE)
    return fetch.outcome is FetchOutcome.NOT_REACHABLE and all(
        one.reach in here for one in fetch.tries
    )
