"""The icon of windows is sharp at every size that title bars and task bars ask for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from mxgui.resources import path
from mxgui.ui.window_icon import DRAWN, SIZES, drawing_at, window_icon

BLUE, WHITE, PALE = "#2457d6", "#ffffff", "#b2c4f1"  # PALE: hosts that are tried last


def at(size: int) -> QImage:
    """The icon at that many pixels."""
    return window_icon().pixmap(QSize(size, size), 1.0).toImage()


def test_there_is_a_picture_of_every_size(qapp):
    sizes = window_icon().availableSizes()
    assert sorted(size.width() for size in sizes) == list(SIZES)
    assert all(at(size).size() == QSize(size, size) for size in SIZES)


def test_the_small_drawings_are_those_that_lie_among_the_icons():
    numbers = {file.stem.removeprefix("mxgui-") for file in path("icons").glob("mxgui-*.svg")}
    assert numbers == {*map(str, DRAWN), "symbolic"}
    assert drawing_at(32) == "mxgui.svg"


@pytest.mark.parametrize("size", DRAWN)
def test_hosts_and_the_ground_between_them_are_never_mixed_in_a_small_icon(qapp, size):
    image = at(size)
    column = [image.pixelColor(size * 3 // 4, row).name() for row in range(size)]
    assert set(column) <= {BLUE, WHITE, PALE}
    hosts = [here for here, above in zip(column[1:], column, strict=False) if here != above]
    assert len([colour for colour in hosts if colour != BLUE]) == 3


def test_screens_of_double_density_get_the_picture_of_twice_the_size(qapp):
    icon = window_icon()
    assert icon.pixmap(QSize(16, 16), 2.0).toImage() == icon.pixmap(QSize(32, 32), 1.0).toImage()
