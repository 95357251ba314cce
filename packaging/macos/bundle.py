"""What PyInstaller's recipe puts into mxgui.app besides the programs.

In the recipe, where `programs` are two, as on Windows:

    BUNDLE(collection, name=NAME, icon=work / "mxgui.icns", version=version, info_plist=info,
           bundle_identifier=info["CFBundleIdentifier"])

Standard library only.
"""

from __future__ import annotations

import plistlib
import re
from pathlib import Path
from typing import Any

NAME = "mxgui.app"
TEMPLATE = Path(__file__).resolve().parent / "Info.plist"
# The command line inside the bundle, which a link such as /usr/local/bin/mxgui leads to
LINE = "Contents/MacOS/mxgui"


def info_of(version: str, template: Path = TEMPLATE) -> dict[str, Any]:
    """The Info.plist of a version; macOS compares the numbers alone, so a suffix is left out."""
    found = re.match(r"\d+(\.\d+){0,2}", version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    info: dict[str, Any] = plistlib.loads(template.read_bytes())
    return {**info, "CFBundleShortVersionString": version, "CFBundleVersion": found[0]}
