"""What is supposed of one opened domain: the what-if, the steps that led to it, and its picture."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

from mxgui.report.report import Report, pictured_in_steps, supposing
from mxgui.routing.route import Route
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.supposing import switched_off, switched_on
from mxgui.ui.wishes import (
    SeeAs,
    ShowMeasured,
    StartFrom,
    Suppose,
    SupposeNothing,
    Supposing,
    SwitchOff,
    SwitchOn,
    UndoSupposing,
)

MOST_STEPS = 100  # that can be taken back


@dataclass(slots=True)
class Supposed:
    """A what-if, with those before it; `measured` shows the picture of what was found meanwhile."""

    what_if: WhatIf = AS_RECORDS_SAY
    measured: bool = False
    _before: tuple[WhatIf, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    def look(self, wish: Supposing, route: Route) -> None:
        """Take a step at a route, or take one back."""
        match wish:
            case UndoSupposing():
                if self._before:
                    *before, self.what_if = self._before
                    self._before = tuple(before)
            case ShowMeasured(measured):
                self.measured = measured and bool(self.what_if)
            case _:
                self._suppose(self._after(wish, route))
        self.measured = self.measured and bool(self.what_if)

    def _suppose(self, what_if: WhatIf) -> None:
        if what_if != self.what_if:
            self._before = (*self._before, self.what_if)[-MOST_STEPS:]
            self.what_if, self.measured = what_if, False  # what was just wished for is seen

    def _after(self, wish: Supposing, route: Route) -> WhatIf:
        match wish:
            case Suppose(what_if):
                return what_if
            case SupposeNothing():
                return AS_RECORDS_SAY
            case SwitchOff(off):
                return switched_off(self.what_if, off)
            case SwitchOn(part):
                return switched_on(self.what_if, part, route)
            case StartFrom(as_probed):
                return replace(self.what_if, as_probed=as_probed)
            case SeeAs(own):
                return replace(self.what_if, own=own)
            case _:
                raise TypeError(wish)

    def upon(self, report: Report) -> Report:
        """Give the report with this supposed."""
        return supposing(report, self.what_if, measured=self.measured)

    def upon_in_steps(
        self, report: Report, folded: frozenset[str]
    ) -> Generator[None, None, Report]:
        """Give it in short steps, with these lanes folded on its picture."""
        known = replace(report, folded=folded, what_if=self.what_if, measured=self.measured)
        return (yield from pictured_in_steps(known))

    def is_shown_by(self, report: Report) -> bool:
        """Whether a report has just this supposed."""
        return (report.what_if, report.measured) == (self.what_if, self.measured)
