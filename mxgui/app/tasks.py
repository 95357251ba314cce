"""Tasks of an inspection that may begin others, up to its very end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Tasks(asyncio.TaskGroup):
    """A task group that a task deep inside may still turn to while the group is being cancelled.

    A cancellation goes down a level of nested groups at each turn of the loop. A task far down may
    therefore get its answer first, and go on to what follows from it; it is then cancelled too,
    instead of failing, which would end the whole inspection with an error.
    """

    def create_task(self, coro: Coroutine[Any, Any, T], **options: Any) -> asyncio.Task[T]:  # type: ignore[override]
        """Begin a task in the group. Raises CancelledError where the group takes no more."""
        try:
            return super().create_task(coro, **options)
        except RuntimeError:
            coro.close()
            raise asyncio.CancelledError from None
