"""The disk image is named after its version and its processor."""

from pathlib import Path

import disk_image
from mxgui import __version__


def test_the_disk_image_bears_version_and_processor():
    assert disk_image.file_name("arm64") == f"mxgui-{__version__}-macos-arm64.dmg"
    assert disk_image.file_name("x86_64") == f"mxgui-{__version__}-macos-x64.dmg"
    made = disk_image.command(Path("shown"), Path("mxgui.dmg"))
    assert made[:2] == ["hdiutil", "create"]
    assert made[-1] == "mxgui.dmg"
