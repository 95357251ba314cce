"""What both sides said, line by line, as it was said and as far as there is room."""

from __future__ import annotations

from mxgui.model.smtp import Said, Speaker
from mxgui.net.clock import Stopwatch
from mxgui.net.limits import TRANSCRIPT_LETTERS, TRANSCRIPT_LINES
from mxgui.net.visible import cut, visible


class Transcript:
    """Lines with their times, bounded in number and letters; the last one tells if it is full."""

    def __init__(self, watch: Stopwatch) -> None:
        """Begin with nothing said; times count from now."""
        self._watch = watch
        self._began = watch()
        self._lines: list[Said] = []
        self._room = TRANSCRIPT_LETTERS

    @property
    def lines(self) -> tuple[Said, ...]:
        """What was said so far."""
        return tuple(self._lines)

    def add(self, speaker: Speaker, said: bytes | str) -> None:
        """Write down one line, or as much of it as there is room for."""
        if self._room <= 0:
            return
        line = cut(visible(said), self._room)
        self._room -= max(len(line), 1)
        if len(self._lines) == TRANSCRIPT_LINES - 1:
            line, self._room = "…", 0
        self._lines.append(Said(self._watch() - self._began, speaker, line))

    def add_all(self, speaker: Speaker, said: bytes) -> None:
        """Write down what may be several lines, ended or not."""
        lines = said.rstrip(b"\r\n").split(b"\n")
        for line in lines if any(lines) else ():
            self.add(speaker, line.removesuffix(b"\r"))
