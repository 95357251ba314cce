"""What asyncio complains of when a connection has ended, though nothing is wrong.

On Windows it shuts a socket down once more after the other side has reset it, which raises
ConnectionResetError (WinError 10054) in a callback of its own: the connection's end was told before
that, and nobody can mend it. Else a host that resets connections would look like a bug of ours.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

_LAST_CALL = "_call_connection_lost"  # of asyncio/proactor_events.py, Python 3.11 to 3.14
_CANCELLING = "Cancelling an overlapped future failed"  # of asyncio/windows_events.py


def is_ending(context: Mapping[str, Any]) -> bool:
    """Whether what a loop tells its exception handler is only about the end of a connection."""
    if not isinstance(context.get("exception"), OSError):
        return False
    if context.get("message") == _CANCELLING:
        return True
    callback = getattr(context.get("handle"), "_callback", None)
    return getattr(callback, "__name__", "") == _LAST_CALL


def hear(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Be a loop's exception handler that passes over mere endings."""
    if not is_ending(context):
        loop.default_exception_handler(context)
