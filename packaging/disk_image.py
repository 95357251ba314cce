"""The disk image: `python packaging/disk_image.py APP OUTPUT`.

It shows the app beside a link to the folder for apps, onto which it is dragged. Needs hdiutil,
which every macOS has. Standard library only.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from told import ROOT, version

APPS = Path("/Applications")
# APFS images open since macOS 10.13; LZMA makes them a third smaller than zlib, since 10.15
FORMAT = ("-fs", "APFS", "-format", "ULMO")
NAMES = {"x86_64": "x64", "arm64": "arm64"}


def main(arguments: Sequence[str]) -> int:
    """Make the image; the exit code is that of hdiutil."""
    app, output = (Path(name) for name in arguments)
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder)
        shutil.copytree(app, shown / app.name, symlinks=True)  # links are half of a bundle
        (shown / APPS.name).symlink_to(APPS)
        shutil.copyfile(ROOT / "LICENSE", shown / "LICENSE.txt")
        image = output / file_name(platform.machine())
        return subprocess.run(command(shown, image), check=False).returncode


def file_name(machine: str) -> str:
    """The name of the image for a kind of processor, as `platform.machine` calls it."""
    return f"mxgui-{version()}-macos-{NAMES[machine]}.dmg"


def command(folder: Path, image: Path) -> list[str]:
    """How hdiutil makes it."""
    source = ["-volname", f"mxgui {version()}", "-srcfolder", str(folder)]
    return ["hdiutil", "create", "-ov", *source, *FORMAT, str(image)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
