"""How far the memory of this process grows over a piece of work, in bytes.

On Linux the kernel counts it: the peak of what is resident, OpenSSL's part included. Elsewhere the
interpreter does, its own objects alone.
"""

from __future__ import annotations

import ctypes
import gc
import tracemalloc
from pathlib import Path

_STATUS, _REFS = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_RESET_PEAK = "5"  # proc(5), clear_refs
IS_COUNTED_BY_KERNEL = _REFS.exists()


class Growth:
    """Measures from `begin` on; each `peak` is the highest so far."""

    def __init__(self) -> None:
        self._before = 0

    def begin(self) -> None:
        """Give back what is free, so that it counts when it is taken again, and begin to count."""
        gc.collect()
        if not IS_COUNTED_BY_KERNEL:
            tracemalloc.start()
            self._before, _ = tracemalloc.get_traced_memory()
            return
        _give_back()
        _REFS.write_text(_RESET_PEAK)
        self._before = _resident("VmRSS:")

    @property
    def peak(self) -> int:
        """By how much memory has grown at the most since the beginning."""
        if not IS_COUNTED_BY_KERNEL:
            return tracemalloc.get_traced_memory()[1] - self._before
        return _resident("VmHWM:") - self._before


def _give_back() -> None:
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _resident(word: str) -> int:
    for line in _STATUS.read_text("ascii", "replace").splitlines():
        if line.startswith(word):
            return int(line.split()[1]) * 1024
    raise ValueError("the kernel does not tell")
