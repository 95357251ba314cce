"""Sets up one peer after the other in a process of its own, for `crew`.

A line in names a peer, the line out says where it stands; an empty line in takes it down.
"""

from __future__ import annotations

import asyncio
import json
import sys
import traceback
from typing import Any

from tests.hostile.shelf import named


async def stand(name: str) -> None:
    """Stand until told to go; a peer floods and drips meanwhile."""
    async with named(name).stage.open() as scene:
        _tell(scene.value())
        await asyncio.to_thread(sys.stdin.readline)


def _tell(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Take names until there are no more; a peer that cannot be set up is told of."""
    while name := sys.stdin.readline().strip():
        try:
            asyncio.run(stand(name))
        except Exception:  # noqa: BLE001 - it is the test's own fault, and its trace is the report
            _tell({"raised": traceback.format_exc()})
            sys.stdin.readline()


if __name__ == "__main__":
    main()
