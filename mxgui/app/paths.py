"""Where this program keeps what it remembers, by the custom of each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

NAME = "mxgui"
_USUAL = {"win32": Path("AppData", "Local"), "darwin": Path("Library", "Application Support")}


def state_folder(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Callable[[], Path] = Path.home,
) -> Path | None:
    """Give the folder of things remembered between runs; it need not exist yet.

    None for a user without a home, as services often are.

    Linux and its kin: `$XDG_STATE_HOME/mxgui`, else `~/.local/state/mxgui` (XDG Base Directory
    Specification). macOS: `~/Library/Application Support/mxgui`. Windows: `%LOCALAPPDATA%\\mxgui`.
    """
    given = environment.get("LOCALAPPDATA" if platform == "win32" else "XDG_STATE_HOME", "")
    if given and (platform == "win32" or (platform != "darwin" and given.startswith("/"))):
        return Path(given) / NAME
    usual = _USUAL.get(platform, Path(".local", "state"))
    try:
        return home() / usual / NAME
    except RuntimeError:
        return None
