"""What may be wished for in the window: the one thing that a view can say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from mxgui.model.plan import ProbeMode
from mxgui.model.records import Mx
from mxgui.ui.scheme import Scheme
from mxgui.ui.settings.wishes import ForgetDomains, ReadSettings, Understood, UseSettings, Welcomed

if TYPE_CHECKING:
    from mxgui.routing.sending.outage import Off, WhatIf
    from mxgui.routing.sending.supposing import Part


@dataclass(frozen=True, slots=True)
class Inspect:
    """To inspect what was typed or pasted."""

    typed: str


@dataclass(frozen=True, slots=True)
class OpenAll:
    """To open the domains in a text or a list that was dropped on the window."""

    written: str


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """To open files, by their paths: saved inspections, or lists of domains."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """To see another of the opened domains, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Remove:
    """To close one of the opened domains, by its number; what runs for it is stopped."""

    number: int


@dataclass(frozen=True, slots=True)
class Stop:
    """To stop what is under way for the domain that is shown, and keep what is known."""


@dataclass(frozen=True, slots=True)
class StopAll:
    """To stop whatever runs or waits, for every opened domain."""


@dataclass(frozen=True, slots=True)
class ProbeAgain:
    """To look at the same domain afresh, without earlier results."""


@dataclass(frozen=True, slots=True)
class AskServers:
    """To ask every name server of the domain that is shown, without repeating anything else."""


@dataclass(frozen=True, slots=True)
class PlanRoute:
    """To see the route by planned MX records, or by the published ones again if there are none."""

    records: tuple[Mx, ...]


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
class ShowSaved:
    """To see the saved inspection that was opened, or the one made afresh in its place."""

    saved: bool


@dataclass(frozen=True, slots=True)
class Supposing:
    """A step of a what-if, of which each can be taken back."""


@dataclass(frozen=True, slots=True)
class Suppose(Supposing):
    """To see what would come of something being other than it was found."""

    what_if: WhatIf


@dataclass(frozen=True, slots=True)
class SwitchOff(Supposing):
    """To suppose that one more part is off, or that it is off in another manner."""

    off: Off


@dataclass(frozen=True, slots=True)
class SwitchOn(Supposing):
    """To suppose no more that this part is off."""

    part: Part


@dataclass(frozen=True, slots=True)
class StartFrom(Supposing):
    """To suppose that all else is as probed just now, or as the records say."""

    as_probed: bool


@dataclass(frozen=True, slots=True)
class SeeAs(Supposing):
    """To see the route as one of its exchanges, by name or address; as none where it is empty."""

    own: str


@dataclass(frozen=True, slots=True)
class SupposeNothing(Supposing):
    """To see what was found, with nothing supposed."""


@dataclass(frozen=True, slots=True)
class UndoSupposing(Supposing):
    """To take the latest step of a what-if back."""


@dataclass(frozen=True, slots=True)
class ShowMeasured(Supposing):
    """To see the picture of what was found while a what-if is held, or that of the what-if."""

    measured: bool


@dataclass(frozen=True, slots=True)
class SendAs:
    """To see the domain as another kind of sender does, by the id of its profile."""

    sender: str


@dataclass(frozen=True, slots=True)
class ProbeAs:
    """To probe in another mode from the next inspection on."""

    mode: ProbeMode


@dataclass(frozen=True, slots=True)
class AskResolvers:
    """To ask other resolvers from the next inspection on; written as on the command line."""

    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TryResolvers:
    """To ask resolvers something now, and see how they do; written as on the command line."""

    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseLine:
    """To knock in another manner from the next inspection on.

    `helo` is the name to greet by, empty for the usual one. `proxy` is as it was typed, with user
    and password, which are never kept in anything that is shown or written. Empty means none.
    """

    helo: str = ""
    proxy: str = field(default="", repr=False)
    also_direct: bool = False
    canary: str = ""


@dataclass(frozen=True, slots=True)
class UseHelo:
    """To greet by this name from the next inspection on; empty for the usual one."""

    helo: str


@dataclass(frozen=True, slots=True)
class TryProxy:
    """To connect to a proxy now, as it was typed, and see how that goes."""

    typed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LookThrough:
    """To look at the domain that is shown through the proxy as well."""


@dataclass(frozen=True, slots=True)
class UseScheme:
    """To see the window light or dark."""

    scheme: Scheme


@dataclass(frozen=True, slots=True)
class KeepStill:
    """To have nothing on the screen move by itself, or to let it move."""

    still: bool


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
class NewWindow:
    """To have another window."""


@dataclass(frozen=True, slots=True)
class Close:
    """To close the window."""


@dataclass(frozen=True, slots=True)
class CloseAll:
    """To close every window and end the program."""


# Of the inspections to come
Setting: TypeAlias = ProbeAs | AskResolvers | UseLine | UseHelo | SendAs
# Of every window, and remembered
Kept: TypeAlias = UseSettings | ReadSettings | Welcomed | Understood
Taste: TypeAlias = UseScheme | KeepStill | ForgetDomains | Kept
# At the domain that is shown
Look: TypeAlias = Choose | Fold | FoldWorse | Shuffle | ShowSaved | Supposing
Place: TypeAlias = Switch | Remove  # in the list of domains
Trial: TypeAlias = TryResolvers | TryProxy
More: TypeAlias = AskServers | LookThrough | PlanRoute  # on an inspection that has ended
Work: TypeAlias = Inspect | OpenAll | OpenFiles | Stop | StopAll | ProbeAgain | More | Save | Trial
Errand: TypeAlias = OpenDemo | NewWindow | Close | CloseAll  # what only the program can do
Wish: TypeAlias = Work | Place | Look | Setting | Taste | Errand
