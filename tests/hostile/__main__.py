"""Has every hostile peer inspected and prints what mxgui says of it, with time and memory."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from tests.hostile.crew import Crew, Result
from tests.hostile.peer import Peer
from tests.hostile.shelf import HONEST, PEERS


def line_of(result: Result) -> str:
    """One row of the table."""
    peer, known = result.peer, result.known
    if result.raised:
        return f"| {peer.name} | RAISED: {result.raised.splitlines()[-1]} | | | | |"
    said = ", ".join(f"{word} {known['words'][word]}" for word in peer.says)
    grave = ", ".join(peer.finds)
    growth = f"{known['found'] / 1e6:.1f} | {known['written'] / 1e6:.1f}"
    wrong = f" WRONG: {result.wrong}" if result.wrong else ""
    return (
        f"| {peer.name} | {said}{'; ' if grave else ''}{grave}{wrong} | {known['took']:.2f} "
        f"| {peer.deadline:.1f} | {growth} |"
    )


async def inspected(peers: Sequence[Peer]) -> list[Result]:
    """Have them inspected."""
    async with Crew.open() as crew:
        return await crew.inspect(peers)


def main() -> None:
    """Print the table; words on the command line choose peers by their names."""
    chosen = [
        peer
        for peer in (*HONEST, *PEERS)
        if not sys.argv[1:] or any(word in peer.name for word in sys.argv[1:])
    ]
    results = asyncio.run(inspected(chosen))
    head = "| peer | what mxgui says | s | deadline s | growth MB | with documents MB |"
    rows = [head, "|---|---|---|---|---|---|", *map(line_of, results)]
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
