"""Where this program keeps what it remembers, by the custom of each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "mxgui"


def state_folder(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> Path:
    """Give the folder of things remembered between runs; it need not exist yet.

    Linux and its kin: `$XDG_STATE_HOME/mxgui`, else `~/.local/state/mxgui` (XDG Base Directory
    Specification). macOS: `~/Library/Application Support/mxgui`. Windows: `%LOCALAPPDATA%\\mxgui`.
    """
    own = home if home is not None else Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or own / "AppData" / "Local") / NAME
    if platform == "darwin":
        return own / "Library" / "Application Support" / NAME
    given = environment.get("XDG_STATE_HOME", "")
    return (Path(given) if given.startswith("/") else own / ".local" / "state") / NAME
