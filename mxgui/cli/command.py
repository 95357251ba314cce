"""One command of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from mxgui.model.text import Text


@dataclass(frozen=True, slots=True)
class Command:
    """A name, what it is for, its arguments, and what runs; `run` gives the exit code."""

    name: str
    help: Text
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
