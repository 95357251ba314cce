"""All that the window shows, as one frozen value.

No Qt here. `Session` owns the one `Shown` there is and hands it down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from mxgui.app.settings import Settings
from mxgui.model.plan import Plan
from mxgui.model.records import Mx
from mxgui.model.text import Text
from mxgui.ui.saved_file import SavedFile
from mxgui.ui.scheme import Scheme

if TYPE_CHECKING:
    from mxgui.report.grade import Grade
    from mxgui.report.report import Report
    from mxgui.routing.sending.outage import WhatIf
    from mxgui.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Example:
    """A domain to click on, and what there is to see in it."""

    domain: str
    about: Text
    group: Text | None = None


class Stage(Enum):
    """How far the work on one opened domain is."""

    WAITING = "waiting"  # others are inspected first
    RUNNING = "running"
    STOPPED = "stopped"  # before its end
    ENDED = "ended"
    NEVER_BEGUN = "never begun"  # it could not be started, or was stopped before it did


@dataclass(frozen=True, slots=True)
class Opened:
    """One opened domain, as the list of domains shows it.

    `settled` of `total` addresses have been probed. `worst` is the worst finding, if one is worse
    than good to know. `minutes` are whole minutes since the inspection began. `planned` tells that
    its MX records are not those of DNS, `is_saved` that a file holds it.
    """

    number: int
    name: str
    stage: Stage
    grade: Grade | None = None
    worst: Finding | None = None
    settled: int = 0
    total: int = 0
    minutes: int | None = None
    planned: bool = False
    is_saved: bool = False


@dataclass(frozen=True, slots=True)
class ResolverTrial:
    """What came of asking resolvers, or of connecting to a proxy, as they were written.

    No words while that is under way.
    """

    resolvers: tuple[str, ...] = field(repr=False)  # a proxy may have been typed with a password
    words: Text | None = None
    is_well: bool = False


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What stands under the domain field: what was taken, or what to change, or a question.

    `offer` is what Enter once more, or a click, would inspect when it is asked back.
    """

    words: Text
    is_problem: bool = False
    offer: str | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """How the latest saving went; `number` tells one from the next. No problem: it was written."""

    number: int
    path: str
    problem: Text | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole window.

    All but `opened` and the settings is about the current one of the opened domains. `chosen` is
    the key of a part of the diagram, and `folded` are the keys of lanes whose hosts are put away.
    `busy` is true from the wish to inspect until the work has ended, also before its first event.
    `now` is seconds since the inspection began and runs while work runs; `age` is the same and
    never stops, for what counts down. `typed` is what was taken for the domain, as it stands in the
    field. `earlier` are domains of before, the latest first. With `still` nothing on the screen
    moves by itself. `usual_helo` is by what mail hosts are greeted where nobody has given a name,
    which `asks_helo` asks for. `what_if` is what is supposed at the current domain, of which the
    latest step can be taken back if `can_undo`; with `measured` the graph shows what was found.
    `latest_plan` are the MX records that were planned last. `settings` are those of every window;
    what `plan` says wins. `troubles` are sentences about files that could not be read or written.
    `bug` is the latest error of the program itself, as it is reported. `file` is that out of which
    the current domain was opened.
    """

    result: Report | None = None
    plan: Plan = field(default_factory=Plan)
    chosen: str | None = None
    note: FieldNote | None = None
    typed: str = ""
    busy: bool = False
    now: float = 0.0
    age: float = 0.0
    folded: frozenset[str] = frozenset()
    scheme: Scheme = Scheme.SYSTEM
    still: bool = False
    is_demo: bool = False
    examples: tuple[Example, ...] = ()
    saved: Saved | None = None
    opened: tuple[Opened, ...] = ()
    current: int | None = None
    earlier: tuple[str, ...] = ()
    resolver_trial: ResolverTrial | None = None
    proxy_trial: ResolverTrial | None = None
    usual_helo: str = ""
    asks_helo: bool = False
    latest_plan: tuple[Mx, ...] = ()
    what_if: WhatIf | None = None
    measured: bool = False
    can_undo: bool = False
    settings: Settings = field(default_factory=Settings)
    welcomes: bool = False
    troubles: tuple[Text, ...] = ()
    bug: str = ""
    file: SavedFile | None = None

    @property
    def is_welcome(self) -> bool:
        """Whether the window welcomes somebody: at the first start, as long as it is empty."""
        return self.welcomes and not self.opened and not self.is_demo

    @property
    def is_saved(self) -> bool:
        """Whether what is shown is what a file holds."""
        return self.file is not None and self.file.is_shown

    @property
    def supposes(self) -> bool:
        """Whether a what-if is set, also while the picture of what was found is seen."""
        return bool(self.what_if)
