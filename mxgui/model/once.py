"""What is computed from an inspection, computed once and kept beside its facts.

An inspection never changes, so neither does what follows from it. The results go with it: the next
event makes another inspection, which has none yet. They are never saved. The same holds for
whatever else is frozen and has a place for them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_MISSING = object()


class Frozen(Protocol):
    """Something that never changes, with a place for what was computed from it."""

    @property
    def computed(self) -> dict[object, object]:
        """What `once` has kept; for nobody else."""
        ...


F = TypeVar("F", bound=Frozen)


def once(compute: Callable[Concatenate[F, P], R]) -> Callable[Concatenate[F, P], R]:
    """Let a pure function be computed once for something frozen and the same further arguments.

    These have to be such that are hashed quickly: names, addresses, numbers.
    """

    @wraps(compute)
    def kept(frozen: F, /, *args: P.args, **named: P.kwargs) -> R:
        key = (compute, args, *named.items()) if named else (compute, args)
        found = frozen.computed.get(key, _MISSING)
        if found is _MISSING:
            found = frozen.computed[key] = compute(frozen, *args, **named)
        return cast("R", found)

    return kept


def once_in_steps(
    compute: Callable[Concatenate[F, P], Generator[None, None, R]],
) -> Callable[Concatenate[F, P], Generator[None, None, R]]:
    """Let a pure function that computes in steps be gone through once, as `once` does it.

    What is known takes no step. Who asks while another is still at it computes the same again.
    """

    @wraps(compute)
    def kept(frozen: F, /, *args: P.args, **named: P.kwargs) -> Generator[None, None, R]:
        key = (compute, args, *named.items()) if named else (compute, args)
        found = frozen.computed.get(key, _MISSING)
        if found is _MISSING:
            found = frozen.computed[key] = yield from compute(frozen, *args, **named)
        return cast("R", found)

    return kept
