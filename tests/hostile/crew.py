"""Has every peer inspected: some lanes side by side, each with a process that sets the peers up."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.hostile.peer import Peer
from tests.hostile.shelf import HONEST
from tests.tree import ROOT

LANES = 5  # at once: most peers make one wait, and do not compute
# Every object comes from the C library, which gives free memory back when it is told to; so what
# was free before does not hide growth. What is large is given back at once: else gaps between the
# parts of a page count, more or less of them from run to run (mallopt(3), M_MMAP_THRESHOLD).
GIVING_BACK = {**os.environ, "PYTHONMALLOC": "malloc", "MALLOC_MMAP_THRESHOLD_": "65536"}
LINE_BYTES = 1 << 20  # of one line between the processes


@dataclass(frozen=True)
class Result:
    """What came of one peer: seconds, bytes, words and findings; `raised` if anything was."""

    peer: Peer
    known: dict[str, Any]

    @property
    def raised(self) -> str:
        """What was raised, with its trace."""
        return str(self.known.get("raised", ""))

    @property
    def wrong(self) -> dict[str, Any]:
        """The words that are not as they ought to be, and findings that lack or are too many."""
        words, findings = self.known["words"], self.known["findings"]
        said = {
            word: words[word] for word, wanted in self.peer.says.items() if words[word] != wanted
        }
        lacking = sorted(set(self.peer.finds) - set(findings))
        found = sorted(set(self.peer.lacks) & set(findings))
        others = {"lacking": lacking, "found": found, "stains": self.known["stains"]}
        return {**said, **{word: value for word, value in others.items() if value}}


class Lane:
    """Two processes: one sets peers up, one inspects them."""

    def __init__(self, standing: Process, inspecting: Process) -> None:
        self._standing = standing
        self._inspecting = inspecting

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Lane]:
        """Start both, and have an honest peer inspected twice, so that all libraries are in use."""
        async with running("standing") as standing, running("lane") as inspecting:
            lane = cls(standing, inspecting)
            for _ in range(2):
                for honest in HONEST:
                    await lane.inspect(honest)
            yield lane

    async def inspect(self, peer: Peer) -> Result:
        """Have one peer inspected."""
        scene = await _told(self._standing, peer.name)
        known = scene
        if "raised" not in scene:
            known = await _told(self._inspecting, json.dumps({"peer": peer.name, "scene": scene}))
        _tell(self._standing, "")
        return Result(peer, known)


class Crew:
    """Lanes that are open, and share the work."""

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self._lanes = lanes

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Crew]:
        """Open all lanes at once."""
        async with AsyncExitStack() as stack:
            opening = (stack.enter_async_context(Lane.open()) for _ in range(LANES))
            yield cls(await asyncio.gather(*opening))

    async def inspect(self, peers: Iterable[Peer]) -> list[Result]:
        """Have these inspected, whatever may take longest first; in their own order."""
        waiting = sorted(enumerate(peers), key=lambda each: each[1].deadline)
        results: dict[int, Result] = {}

        async def work(lane: Lane) -> None:
            while waiting:
                place, peer = waiting.pop()
                results[place] = await lane.inspect(peer)

        async with asyncio.TaskGroup() as group:
            for lane in self._lanes:
                group.create_task(work(lane))
        return [results[place] for place in sorted(results)]


@asynccontextmanager
async def running(module: str) -> AsyncIterator[Process]:
    """Run one of our modules, and end it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", f"tests.hostile.{module}",
        stdin=PIPE, stdout=PIPE, cwd=ROOT, limit=LINE_BYTES, env=GIVING_BACK,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def _tell(process: Process, line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n".encode())


async def _told(process: Process, line: str) -> dict[str, Any]:
    assert process.stdout is not None
    _tell(process, line)
    return json.loads(await process.stdout.readline())
