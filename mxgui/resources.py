"""Where a file of resources/ lies: in a checkout, in a wheel, in a frozen app."""

import sys
from functools import cache
from pathlib import Path


def path(name: str) -> Path:
    """The file of that name under resources/, as in `path("icons/mxgui.svg")`.

    Raises FileNotFoundError when there is none: the program was then built without it.
    """
    found = _folder() / name
    if not found.exists():
        raise FileNotFoundError(f"mxgui was built without the resource {name}")
    return found


@cache
def _folder() -> Path:
    return folder_of(Path(__file__).parent, getattr(sys, "_MEIPASS", None))


def folder_of(package: Path, frozen: str | None) -> Path:
    """The folder of the resources, from that of the package and, in a frozen app, its own folder.

    PyInstaller unpacks them as `resources`; the wheel carries them within the package as
    `_resources`; in a checkout they stand beside the package.
    """
    if frozen is not None:
        return Path(frozen) / "resources"
    carried = package / "_resources"
    return carried if carried.is_dir() else package.parent / "resources"
