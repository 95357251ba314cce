"""A file that was opened: the inspection in it, and the one that was made afresh beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mxgui.model.inspection import Inspection


@dataclass(frozen=True, slots=True)
class SavedFile:
    """The saved inspection of a row of the list of domains.

    `is_shown` is true as long as it is what the row shows; `other` is what the row would show
    instead: the fresh inspection, if there is one by now, or else the saved one.
    """

    path: str
    began: datetime
    moments: tuple[datetime | None, ...] = ()  # by which it is known from a later state of its file
    other: Inspection | None = field(default=None, repr=False, compare=False)
    is_shown: bool = True
    is_alone: bool = True  # nothing was inspected afresh yet


def seconds_of(inspection: Inspection) -> float:
    """How long an inspection has lasted in all; nothing as long as it has not ended."""
    return inspection.lasted.total_seconds() if inspection.lasted is not None else 0.0


def moment_words(moment: datetime) -> str:
    """Day and minute by this computer's own clock, the same in every language."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
