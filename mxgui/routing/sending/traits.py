"""Where two kinds of sender differ, trait by trait, and one with a single trait of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import Sender

# Fields that mean nothing without each other, by part; the first one stands for them
_TOGETHER = {
    "limits": (("attempts", "jump", "balance"),),
    "waits": (("connect", "shared"),),
}
_PARTS = ("lookups", "ordering", "limits", "own", "waits")


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing in which senders may differ: a field of a `part`, or the value of a behaviour.

    `part` is a field of a sender; `name` is empty where that is all.
    """

    part: str
    name: str = ""


def differing(
    sender: Sender, other: Sender, behaviours: Iterable[Behaviour] = Behaviour
) -> Iterator[Trait]:
    """Give the traits in which two senders differ; of reactions those to these behaviours."""
    for part in _PARTS:
        own, others = getattr(sender, part), getattr(other, part)
        for names in _groups(part, own):
            if any(getattr(own, name) != getattr(others, name) for name in names):
                yield Trait(part, names[0])
    for behaviour in behaviours:
        if sender.reactions[behaviour] != other.reactions[behaviour]:
            yield Trait("reactions", behaviour.value)
    if sender.final is not other.final:
        yield Trait("final")


def with_trait(sender: Sender, trait: Trait, other: Sender) -> Sender:
    """Give the sender as it would be with this one trait of the other."""
    match trait.part:
        case "reactions":
            behaviour = Behaviour(trait.name)
            changed = {**sender.reactions, behaviour: other.reactions[behaviour]}
            return replace(sender, reactions=changed)
        case "final":
            return replace(sender, final=other.final)
        case part:
            own, others = getattr(sender, part), getattr(other, part)
            names = next(names for names in _groups(part, own) if names[0] == trait.name)
            changes = {name: getattr(others, name) for name in names}
            return replace(sender, **{part: replace(own, **changes)})


def _groups(part: str, of: object) -> Iterator[tuple[str, ...]]:
    """The fields of a part, those that belong together in one group."""
    together = _TOGETHER.get(part, ())
    grouped = {name: group for group in together for name in group}
    names = [own.name for own in fields(of)]  # type: ignore[arg-type]
    yield from dict.fromkeys(grouped.get(name, (name,)) for name in names)
