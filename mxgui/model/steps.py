"""Computing in steps, for who has other things to do in between, and to the end for who has not."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

R = TypeVar("R")


def result_of(steps: Generator[None, None, R]) -> R:
    """Go through all steps at once and give the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: R = end.value
            return result
