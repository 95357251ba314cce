"""What another program says when it is run, on both of its outputs."""

import asyncio


async def said_by(*command: str) -> str:
    """Run a command to its end, with nothing to read, and give all that it says."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return said.decode(errors="replace")
