"""By which id the task bar of Windows knows the window."""

from __future__ import annotations

import sys
from collections.abc import Callable

from mxgui.identity import ID


def tell_taskbar(platform: str = sys.platform, tell: Callable[[str], object] | None = None) -> None:
    """Let windows stand in the task bar as mxgui, before the first is made.

    Without an id of its own a program stands there as the one that runs it, such as Python. Other
    systems go by the desktop file or the bundle. `tell` is the call of Windows unless given.
    """
    if platform != "win32":
        return
    tell = tell or _of_windows()
    if tell is not None:
        tell(ID)


def _of_windows() -> Callable[[str], object] | None:
    if sys.platform == "win32":
        import ctypes

        call: Callable[[str], object] = (
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID
        )
        return call
    return None
