"""What planned MX records change, host by host: of the records alone, and not of the hosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mxgui.model.records import Mx


class Change(Enum):
    """What becomes of the records of one host."""

    ADDED = "added"
    MOVED = "moved"  # to another preference, or to other ones
    SAME = "same"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """The preferences at which a host stands, published and planned, the best first."""

    host: str
    before: tuple[int, ...]
    now: tuple[int, ...]

    @property
    def change(self) -> Change:
        """What becomes of them."""
        if not self.before:
            return Change.ADDED
        if not self.now:
            return Change.REMOVED
        return Change.SAME if self.before == self.now else Change.MOVED


def record_changes(published: Sequence[Mx], planned: Sequence[Mx]) -> tuple[RecordChange, ...]:
    """Compare two sets: the hosts that are planned in their order, then those that go."""
    before, now = _preferences(published), _preferences(planned)
    hosts = sorted(now, key=lambda host: now[host][0])
    hosts += sorted((host for host in before if host not in now), key=lambda host: before[host][0])
    return tuple(RecordChange(host, before.get(host, ()), now.get(host, ())) for host in hosts)


def _preferences(records: Sequence[Mx]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for record in records:
        found.setdefault(record.exchange, set()).add(record.preference)
    return {host: tuple(sorted(preferences)) for host, preferences in found.items()}
