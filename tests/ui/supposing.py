"""The window upon a domain of which something is supposed, in one line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mxgui.model.inspection import Inspection
from mxgui.routing.route import route_of
from mxgui.ui.shown import Shown
from mxgui.ui.supposed import Supposed
from mxgui.ui.wishes import Suppose
from tests.routing.sending.supposed import a_what_if
from tests.ui.showing import a_shown, key_of, two_tiers

A, B = "a.example.org", "b.example.org"


def supposed_of(written: str = "", inspection: Inspection | None = None, **facts: Any) -> Supposed:
    """What is supposed, in the words of the command line."""
    made = Supposed()
    made.look(Suppose(a_what_if(written, **facts)), route_of(inspection or two_tiers()))
    return made


def a_supposed(
    written: str = "",
    inspection: Inspection | None = None,
    *,
    chosen: str | None = None,
    measured: bool = False,
    **facts: Any,
) -> Shown:
    """The window upon an inspection with that supposed; `chosen` is a host or an address."""
    known = inspection or two_tiers()
    supposed = supposed_of(written, known, **facts)
    supposed.measured = measured
    shown = a_shown(known)
    assert shown.result is not None
    shown = replace(
        shown,
        result=supposed.upon(shown.result),
        what_if=supposed.what_if,
        measured=measured,
        can_undo=supposed.can_undo,
    )
    assert shown.result is not None
    return shown if chosen is None else replace(shown, chosen=key_of(shown.result, chosen))
