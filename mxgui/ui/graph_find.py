"""Which host the letters mean that somebody types upon the graph; no Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from mxgui.routing.shapes import Diagram

Named: TypeAlias = tuple[str, str]  # key and name of a host


def found(diagram: Diagram, letters: str, here: str | None) -> str | None:
    """The key of the host whose name begins with these letters, or at least has them.

    It is searched from `here` on, round to the beginning. One letter leads on from the host that is
    chosen, and so does the same letter again, unless a name begins with it twice.
    """
    wanted = letters.casefold()
    if not wanted:
        return None
    hosts = named(diagram)
    onward, further = _from(hosts, here, beyond=False), _from(hosts, here, beyond=True)
    searches = [(further if len(wanted) == 1 else onward, wanted)]
    if len(wanted) > 1 and set(wanted) == {wanted[0]}:
        searches.append((further, wanted[0]))
    keys = [_beginning(*search) for search in searches] + [_having(*search) for search in searches]
    return next((key for key in keys if key is not None), None)


def named(diagram: Diagram) -> tuple[Named, ...]:
    """Every host, also those put away in folded lanes, in reading order."""
    seen: dict[str, list[Named]] = {lane.key: [] for lane in diagram.lanes}
    for card in diagram.hosts:
        seen[card.lane].append((card.key, card.name))
    return tuple(
        host
        for lane in diagram.lanes
        for host in (lane.folded.hosts if lane.folded is not None else seen[lane.key])
    )


def _from(hosts: Sequence[Named], here: str | None, *, beyond: bool) -> tuple[Named, ...]:
    """The same hosts, beginning with the one that is chosen or has the chosen address."""
    at = next((at for at, (key, _) in enumerate(hosts) if _is_of(key, here)), None)
    if at is None:
        return tuple(hosts)
    at += beyond
    return (*hosts[at:], *hosts[:at])


def _is_of(host: str, key: str | None) -> bool:
    return key is not None and (key == host or key.startswith(f"{host} "))


def _beginning(hosts: Sequence[Named], wanted: str) -> str | None:
    return next((key for key, name in hosts if name.casefold().startswith(wanted)), None)


def _having(hosts: Sequence[Named], wanted: str) -> str | None:
    return next((key for key, name in hosts if wanted in name.casefold()), None)
