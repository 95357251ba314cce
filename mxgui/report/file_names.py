"""Names that a system does not take for a file, or takes for something else."""

from __future__ import annotations

import re
import sys

from mxgui.model.text import Text, text

# Win32's names of devices, whatever ending they have ("Naming Files, Paths, and Namespaces")
_DEVICE = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])[ ]*(\..*)?\Z",
    re.IGNORECASE,
)
_FORBIDDEN = '<>:"/\\|?*'  # a colon would even write into a hidden stream of another file


def name_problem(name: str, platform: str = sys.platform) -> Text | None:
    """Say why a file cannot have that name, the last part of a path; None if it can.

    Only Windows is that particular. NUL alone, the device that takes everything, may be meant.
    """
    if platform != "win32" or name.upper() == "NUL":
        return None
    if _DEVICE.match(name):
        return text("Windows keeps the name {name} for a device: choose another.", name=name)
    odd = next((letter for letter in name if letter in _FORBIDDEN or letter < " "), None)
    if odd is not None:
        return text("On Windows a file's name may not contain {letter}.", letter=ascii(odd)[1:-1])
    if name.endswith((".", " ")):
        return text("On Windows a file's name may not end in a dot or a space.")
    return None
