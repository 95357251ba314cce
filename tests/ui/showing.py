"""What the window shows, in one line: results, `Shown`, and what a view wished for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Probe, Stage, Waiting
from mxgui.report.report import Report, report_of
from mxgui.ui.shown import Shown
from tests.builders import a_probe, an_inspection

HOSTS = {"a.example.org": "192.0.2.1 2001:db8::1", "b.example.org": "192.0.2.2"}


def two_tiers(**facts: Any) -> Inspection:
    """Two hosts at two preferences, the first with two addresses."""
    told: dict[str, Any] = {"mx": "10 a.example.org, 20 b.example.org", "hosts": HOSTS}
    return an_inspection(**{**told, **facts})


def a_result(**facts: Any) -> Report:
    """All that is computed of such an inspection."""
    return report_of(two_tiers(**facts))


def a_shown(inspection: Inspection | None = None, **parts: Any) -> Shown:
    """The window upon an inspection."""
    return Shown(result=report_of(inspection or two_tiers()), **parts)


def a_waiting_probe(stage: Stage = Stage.GREETING, since: float = 0.0) -> Probe:
    """A probe of 192.0.2.1 that waits for something, for at most 40 seconds."""
    probe = a_probe("a.example.org", "192.0.2.1", Outcome.NOT_TRIED, reason=None)
    return replace(probe, stage=stage, waiting=Waiting(stage, since, 40.0))


def a_running(**facts: Any) -> Inspection:
    """Two tiers, of which 192.0.2.1 is waiting for the greeting."""
    return two_tiers(probes={"192.0.2.1": a_waiting_probe()}, ended=None, **facts)


def wishes_of(speaker: QObject) -> list[Any]:
    """The wishes that a view utters from now on."""
    heard: list[Any] = []
    speaker.wished.connect(heard.append)  # type: ignore[attr-defined]
    return heard


def key_of(result: Report, name: str) -> str:
    """The key of the address or the host of that name on the diagram."""
    rows = [row.key for row in result.diagram.rows if row.address == name]
    return (rows or [card.key for card in result.diagram.hosts if card.name == name])[0]
