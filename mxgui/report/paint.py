"""The picture as pixels: an SVG document painted by Qt, with the fonts that mxgui brings along."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from mxgui import resources
from mxgui.report.markup import safe
from mxgui.report.qt_letters import choose_utf8
from mxgui.report.svg_elements import MONO, WORDS

SCALE = 2.0  # pixels for each unit of the drawing, so that print and dense screens are sharp
_LARGEST = 16_000  # pixels a side; a larger picture is painted at a smaller scale
_FONTS = (
    "fonts/inter/Inter-Regular.otf",
    "fonts/inter/Inter-SemiBold.otf",
    "fonts/jetbrains-mono/JetBrainsMono-Regular.ttf",
)


def png_of(svg: str, title: str, scale: float = SCALE) -> bytes:
    """Paint an SVG document of `svg.draw` as PNG; needs no display."""
    return _written(image_of(svg, title, scale))


def image_of(svg: str, title: str, scale: float = SCALE) -> QImage:
    """Paint an SVG document of `svg.draw` as an image."""
    _application()
    _load_fonts()
    renderer = QSvgRenderer(QByteArray(_own_fonts(svg).encode()))
    size = renderer.defaultSize()
    longest = max(size.width(), size.height(), 1)
    image = QImage(size * min(scale, _LARGEST / longest), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    renderer.render(painter)
    painter.end()
    image.setText("Title", title)
    return image


def _own_fonts(svg: str) -> str:
    """Name one font instead of a list, which Qt takes for the name of one."""
    one = svg.replace(f'"{safe(WORDS)}"', '"Inter"')
    return one.replace(f'"{safe(MONO)}"', '"JetBrains Mono"')


def _written(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes for the format
    return bytes(buffer.data().data())


def _application() -> QGuiApplication:
    """The application that is there already, or one without a window system."""
    found = QGuiApplication.instance()
    return found if isinstance(found, QGuiApplication) else _own_application()


@cache
def _own_application() -> QGuiApplication:
    choose_utf8()
    return QGuiApplication(["mxgui", "-platform", "offscreen"])


@cache
def _load_fonts() -> None:
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resources.path(name)))
