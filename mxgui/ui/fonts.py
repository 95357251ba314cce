"""The fonts that mxgui brings along: Inter for words, JetBrains Mono for what machines say."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from mxgui import resources

WORDS = "Inter"
MONO = "JetBrains Mono"
BASE = 10.0  # points; all else is told apart by weight and colour
_FILES = (
    "fonts/inter/Inter-Regular.otf",
    "fonts/inter/Inter-Medium.otf",
    "fonts/inter/Inter-SemiBold.otf",
    "fonts/jetbrains-mono/JetBrainsMono-Regular.ttf",
)


def load_fonts() -> None:
    """Make the fonts known to Qt; needs the application to exist."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resources.path(name)))


def base_font() -> QFont:
    """The font of the whole window."""
    font = QFont(WORDS)
    font.setPointSizeF(BASE)
    return font


def strong_font(points: float = BASE) -> QFont:
    """Words that are looked at first."""
    font = QFont(WORDS)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def mono_font(points: float = BASE - 1) -> QFont:
    """Addresses, replies and transcripts."""
    font = QFont(MONO)
    font.setPointSizeF(points)
    return _plain_letters(font)


@cache
def painted_font(family: str, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font of a picture, whose places are computed in pixels. Never change what this gives."""
    font = QFont(family)
    font.setPixelSize(round(pixels))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return _plain_letters(font) if family == MONO else font


def _plain_letters(font: QFont) -> QFont:
    # JetBrains Mono would join "::" and "->" into one letter, which is no help in an address
    font.setFeature(QFont.Tag("calt"), 0)
    return font
