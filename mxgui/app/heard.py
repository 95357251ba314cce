"""What answered from this line in the last 24 hours, kept between runs.

Whoever has just heard a host on port 25 knows that the port is open from here; silence elsewhere
then means something. Only port, family and time are kept, never a name or an address.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mxgui.app.paths import state_folder
from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT, Heard
from mxgui.report.files import CannotOpen, write_whole

KEPT = timedelta(hours=24)
_MAX_BYTES = 65_536
_log = logging.getLogger(__name__)


class HeardLog:
    """The file that remembers; a broken or unwritable one only costs the memory."""

    def __init__(self, file: Path | None) -> None:
        """Remember in that file, or nowhere."""
        self._file = file

    @classmethod
    def of_user(cls) -> HeardLog:
        """Remember in the user's own folder, nowhere if there is none."""
        folder = state_folder()
        return cls(folder and folder / "heard.json")

    def recent(self, now: datetime) -> tuple[Heard, ...]:
        """What was heard in the 24 hours before `now`."""
        return tuple(heard for heard in self._read() if timedelta() <= now - heard.at <= KEPT)

    def remember(self, inspection: Inspection) -> None:
        """Keep what this inspection heard, with the moment of the last word."""
        told = {
            (probe.target.port, probe.target.family)
            for step, probe in inspection.knocks
            if step.vantage == DIRECT and probe.outcome.answered and probe.reused_age is None
        }
        if self._file is None or not told or inspection.ended is None:
            return
        now = inspection.ended
        kept = {(heard.port, heard.family): heard for heard in self.recent(now)}
        kept |= {(port, family): Heard(port, family, now) for port, family in told}
        self._write(self._file, tuple(kept.values()))

    def _read(self) -> tuple[Heard, ...]:
        try:
            if self._file is None or self._file.stat().st_size > _MAX_BYTES:
                return ()
            rows = json.loads(self._file.read_text("utf-8"))["heard"]
            return tuple(_heard(*row) for row in rows)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            _log.info("what was heard earlier cannot be read: %s", error)
            return ()

    def _write(self, file: Path, kept: tuple[Heard, ...]) -> None:
        rows = [[heard.port, heard.family, heard.at.isoformat()] for heard in kept]
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, json.dumps({"heard": rows}).encode(), force=True)
        except (OSError, CannotOpen) as error:
            _log.info("what was heard cannot be kept: %s", error)


def _heard(port: int, family: int, at: str) -> Heard:
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return Heard(int(port), int(family), moment)
