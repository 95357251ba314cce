"""Where this program keeps what it remembers, by the custom of each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

NAME = "mxgui"
_MAC = Path("Library", "Application Support")
# Of each system: the variable that names the folder, and where it usually is
_STATE = {
    "win32": ("LOCALAPPDATA", Path("AppData", "Local")),
    "darwin": ("", _MAC),
    "": ("XDG_STATE_HOME", Path(".local", "state")),
}
_CONFIG = {
    "win32": ("APPDATA", Path("AppData", "Roaming")),
    "darwin": ("", _MAC),
    "": ("XDG_CONFIG_HOME", Path(".config")),
}


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
    variable, usual = _STATE.get(platform, _STATE[""])
    return _folder(environment.get(variable, ""), usual, platform, home)


def config_folder(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Callable[[], Path] = Path.home,
) -> Path | None:
    """Give the folder of settings; it need not exist yet. None for a user without a home.

    Linux and its kin: `$XDG_CONFIG_HOME/mxgui`, else `~/.config/mxgui`. macOS: as `state_folder`.
    Windows: `%APPDATA%\\mxgui`, which follows a user from one computer to the next.
    """
    variable, usual = _CONFIG.get(platform, _CONFIG[""])
    return _folder(environment.get(variable, ""), usual, platform, home)


def _folder(given: str, usual: Path, platform: str, home: Callable[[], Path]) -> Path | None:
    if given and (platform == "win32" or given.startswith("/")):
        return Path(given) / NAME
    try:
        return home() / usual / NAME
    except RuntimeError:
        return None
