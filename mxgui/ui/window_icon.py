"""The icon of windows: at small sizes a drawing of its own for each, made for those pixels."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from mxgui import resources

# What title bars, lists of windows and task bars ask for, in pixels. 256 would make what X11 is
# told of every window four times as long.
SIZES = (16, 20, 22, 24, 32, 40, 48, 64, 128)
DRAWN = (16, 20, 22, 24)  # pixels: where the large drawing would be blurred


def window_icon() -> QIcon:
    """One picture for each size; on a screen of 200 % that of 32 pixels serves for 16 points."""
    icon = QIcon()
    for size in SIZES:
        drawing = QIcon(str(resources.path(f"icons/{drawing_at(size)}")))
        icon.addPixmap(drawing.pixmap(QSize(size, size), 1.0))
    return icon


def drawing_at(size: int) -> str:
    """The file that is painted at that many pixels."""
    return f"mxgui-{size}.svg" if size in DRAWN else "mxgui.svg"
