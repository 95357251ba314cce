"""One program at a time: what two of them read, change and write is not lost between them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WAIT = 1.0  # seconds; who holds a folder writes one small file
_PAUSE = 0.01  # seconds between two looks


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder that exists against other programs that ask; after `WAIT` go on without.

    So also where the file system knows no locks: then the last to write wins, as without this.
    """
    handle = -1
    with suppress(OSError):
        handle = _opened(folder)
    try:
        end = time.monotonic() + WAIT
        while handle >= 0 and not _taken(handle) and time.monotonic() < end:
            time.sleep(_PAUSE)  # noqa: TID251 - until the other has written its small file
        yield
    finally:
        if handle >= 0:
            os.close(handle)  # lets go of the lock as well


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        # A folder cannot be opened there
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # the file system knows no locks: to wait would not help
            return True
        return True
