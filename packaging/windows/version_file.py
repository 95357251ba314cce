"""What Windows shows of a program in its properties, as PyInstaller reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

PUBLISHER = "the mxgui authors"
LICENCE = "MIT licence; the fonts are under the SIL Open Font License 1.1"
_ENGLISH, _UNICODE = 0x0409, 1200


@dataclass(frozen=True)
class Program:
    """One of the two programs, and what it is in a few words."""

    name: str
    what: str


# Task manager and "Open with" show these words, not the name of the file
PROGRAMS = (
    Program("mxgui", "mxgui command line"),
    Program("mxgui-window", "mxgui"),
)


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants, out of a version such as `1.2.0rc1`."""
    found = re.match(r"(\d+(?:\.\d+){0,3})", version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    parts = [int(part) for part in found[1].split(".")]
    first, second, third, fourth = (*parts, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_file(program: Program, version: str) -> str:
    """The text that stands behind `version=` in PyInstaller's recipe."""
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": program.what,
        "FileVersion": version,
        "InternalName": program.name,
        "LegalCopyright": LICENCE,
        "OriginalFilename": f"{program.name}.exe",
        "ProductName": "mxgui",
        "ProductVersion": version,
    }
    told = ",\n      ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    four = numbers(version)
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('{_ENGLISH:04X}{_UNICODE:04X}', [
      {told},
    ])]),
    VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])]),
  ]
)
"""
