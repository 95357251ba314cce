"""Icons for Windows and macOS out of the drawings: `python packaging/icons.py FOLDER`.

Needs PySide6, which every build has. Both kinds of file are a list of PNG pictures with a head.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

DRAWINGS = Path(__file__).resolve().parent.parent / "resources" / "icons"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)  # pixels; 20 and 40 are for screens at 125 %
# Pixels of each kind of picture in an .icns; those for fine screens come again under other names
ICNS_KINDS = {
    "icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512,
}  # fmt: skip
_HEAD, _ENTRY = 6, 16  # bytes of an .ico's head, and of each entry
_WHOLE = 256  # pixels, written as 0


def main(arguments: Sequence[str]) -> int:
    """Write `mxgui.ico` and `mxgui.icns` into a folder."""
    write(Path(arguments[0]))
    return 0


def write(folder: Path, drawings: Path = DRAWINGS) -> None:
    """Write both files."""
    pictures = painted(drawings, {*ICO_SIZES, *ICNS_KINDS.values()})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mxgui.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (folder / "mxgui.icns").write_bytes(icns(pictures))


def drawing(drawings: Path, size: int) -> Path:
    """The drawing for that many pixels: small sizes have one each, made for just those."""
    own = drawings / f"mxgui-{size}.svg"
    return own if own.is_file() else drawings / "mxgui.svg"


def painted(drawings: Path, sizes: set[int]) -> dict[int, bytes]:
    """The picture as PNG, for each of the sizes in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _ = QGuiApplication.instance() or QGuiApplication([])
    pictures = {}
    for size in sorted(sizes):
        source = drawing(drawings, size)
        renderer = QSvgRenderer(str(source))
        if not renderer.isValid():
            raise ValueError(f"{source} is no picture")
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants a format of bytes
        pictures[size] = bytes(buffer.data().data())
    return pictures


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file of Windows; PNG inside is read since Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = _HEAD + _ENTRY * len(pictures)
    entries = b""
    for size, data in sorted(pictures.items()):
        side = size % _WHOLE
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + entries + b"".join(data for _, data in sorted(pictures.items()))


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file of macOS."""
    parts = b"".join(
        kind.encode() + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
