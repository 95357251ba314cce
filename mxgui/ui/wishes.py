"""What may be wished for in the window: the one thing that a view can say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from mxgui.model.plan import ProbeMode
from mxgui.ui.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Inspect:
    """To inspect what was typed or pasted."""

    typed: str


@dataclass(frozen=True, slots=True)
class Stop:
    """To stop what is under way, and keep what is known."""


@dataclass(frozen=True, slots=True)
class ProbeAgain:
    """To look at the same domain afresh, without earlier results."""


@dataclass(frozen=True, slots=True)
class Choose:
    """To see the details of one part of the diagram, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class Fold:
    """To put the hosts of a lane away, by its key, or to see them again."""

    key: str
    folded: bool


@dataclass(frozen=True, slots=True)
class FoldWorse:
    """To put the hosts of every lane but the first away, or to see them all again."""

    folded: bool


@dataclass(frozen=True, slots=True)
class Shuffle:
    """To see another order in which a sender might try the addresses."""


@dataclass(frozen=True, slots=True)
class ProbeAs:
    """To probe in another mode from the next inspection on."""

    mode: ProbeMode


@dataclass(frozen=True, slots=True)
class AskResolvers:
    """To ask other resolvers from the next inspection on; written as on the command line."""

    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseScheme:
    """To see the window light or dark."""

    scheme: Scheme


@dataclass(frozen=True, slots=True)
class Save:
    """To write the result into a file, in the format of an exporter.

    `replace` says that the user agreed to lose the file that is there.
    """

    exporter: str
    path: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class OpenDemo:
    """To inspect within the demo network from now on."""


@dataclass(frozen=True, slots=True)
class Close:
    """To end the program."""


Setting: TypeAlias = Choose | ProbeAs | AskResolvers | UseScheme
Errand: TypeAlias = OpenDemo | Close  # what only the start of the program can do
Wish: TypeAlias = Inspect | Stop | ProbeAgain | Save | Errand | Setting
