"""All that the window shows, as one frozen value.

No Qt here. `Session` owns the one `Shown` there is and hands it down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mxgui.model.plan import Plan
from mxgui.model.text import Text
from mxgui.ui.scheme import Scheme

if TYPE_CHECKING:
    from mxgui.report.report import Report


@dataclass(frozen=True, slots=True)
class Example:
    """A domain to click on, and what there is to see in it."""

    domain: str
    about: Text


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
    field. With `still` nothing on the screen moves by itself.
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
