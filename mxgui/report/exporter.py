"""An exporter: one form that a report can be written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mxgui.model.text import Text

if TYPE_CHECKING:
    from mxgui.report.report import Report


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form with its name on the command line, the ending of its files, and what writes it.

    What `render` needs is loaded by it: the shelf is looked at far more often than one is written.
    """

    name: str
    suffix: str  # with the dot
    media_type: str
    title: Text
    render: Callable[[Report], bytes]
