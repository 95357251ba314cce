"""The installer for Windows: `python packaging/installer.py FROZEN OUTPUT [ARCH]`.

FROZEN is the folder with both programs, ARCH is x64 or arm64. Needs Inno Setup 6.3 or newer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import icons
from told import ROOT, homepage, version
from windows.signing import for_inno, sign_command, tool
from windows.version_file import numbers

SCRIPT = ROOT / "packaging" / "windows" / "mxgui.iss"
ARCHES = ("x64", "arm64")


@dataclass(frozen=True)
class Made:
    """What goes into an installer, and where it is put."""

    frozen: Path
    output: Path
    icon: Path
    arch: str = "x64"
    version: str = field(default_factory=version)

    @property
    def defines(self) -> dict[str, str]:
        """What the script is told."""
        return {
            "Version": self.version,
            "Numbers": ".".join(map(str, numbers(self.version))),
            "Arch": self.arch,
            "Homepage": homepage(),
            "Folder": str(self.frozen),
            "Icon": str(self.icon),
            "Output": str(self.output),
        }


def main(arguments: Sequence[str]) -> int:
    """Make the installer; the exit code is that of Inno Setup."""
    compiler = find_compiler(os.environ)
    if compiler is None:
        print("Inno Setup 6.3 or newer is not here: it makes the installer.", file=sys.stderr)
        return 1
    frozen, output = (Path(name).resolve() for name in arguments[:2])
    arch = arguments[2] if len(arguments) > 2 else ARCHES[0]
    if arch not in ARCHES:
        print(f"An installer is for one of: {', '.join(ARCHES)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        icons.write(Path(folder))
        made = Made(frozen, output, Path(folder) / "mxgui.ico", arch)
        signing = sign_command(os.environ, tool(os.environ))
        return subprocess.run(command(compiler, made, signing), check=False).returncode


def command(compiler: str, made: Made, signing: Sequence[str] | None) -> list[str]:
    """How Inno Setup is called."""
    told = [f"/D{name}={value}" for name, value in made.defines.items()]
    if signing is not None:
        told += ["/DSigned", f"/Smxgui={for_inno(signing)}"]
    return [compiler, "/Qp", *told, str(SCRIPT)]


def find_compiler(variables: Mapping[str, str]) -> str | None:
    """Where the compiler of Inno Setup lies: on the path, else where it installs itself."""
    found = shutil.which("ISCC")
    if found is not None:
        return found
    for name in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"):
        folder = Path(variables.get(name, "/nowhere"))
        for place in ("Inno Setup [6-9]", "Programs/Inno Setup [6-9]"):
            for file in sorted(folder.glob(f"{place}/ISCC.exe")):
                return str(file)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
