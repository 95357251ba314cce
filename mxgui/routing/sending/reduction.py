"""Hosts without what makes no difference to a run that no limit ends.

A host is its groups of steps, each with what matters of it; those of a group come in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from mxgui.routing.sending.candidates import Entry
from mxgui.routing.sending.deck import PASSES, Trait
from mxgui.routing.sending.sender import Next

Host: TypeAlias = "tuple[tuple[tuple[Trait, Entry], ...], ...]"


def ends(host: Host) -> bool:
    """Whether a run may end at this host."""
    return any(trait.next not in PASSES for group in host for trait, _ in group)


def surely_ends(host: Host) -> bool:
    """Whether every run that comes to this host ends there."""
    return ends(host) and not any(
        trait.next is Next.NEXT_HOST for group in host for trait, _ in group
    )


def softened(host: Host) -> Host:
    """The same host where no error of it can be the last of a run."""
    return tuple(
        tuple((replace(trait, hard=False), entry) for trait, entry in group) for group in host
    )


def is_one_step(host: Host) -> bool:
    """Whether there is a single step of it, in a fixed order or by being put together."""
    return len(host) == 1 and len(host[0]) == 1


def last_ones(hosts: Sequence[Host]) -> list[Host]:
    """Each as the last one of all, where a run comes to every host and the last one decides."""
    spent = sum(host[0][0][0].spent for host in hosts)
    return [
        (((replace(trait, spent=spent, next=Next.NEXT_ADDRESS), entry),),)
        for (((trait, entry),),) in hosts
    ]


def is_idle(host: Host) -> bool:
    """Whether it makes no difference if a run comes to this host or not."""
    return not any(
        trait.next not in PASSES or trait.spent or trait.hard
        for group in host
        for trait, _ in group
    )


def shortened(host: Host) -> Host:
    """One step in place of all, where the order within the host is fixed."""
    if any(len(group) > 1 for group in host):
        return host
    spent, last = 0, host[0][0]
    for group in host:
        trait, entry = group[0]
        spent += trait.spent
        last = (replace(trait, spent=spent), entry)
        if trait.next is not Next.NEXT_ADDRESS:
            break
    return ((last,),)
