"""Colours: the tokens in use, and Qt's palette made of them.

The tokens are those of the documents (report/palette.py), so that window, picture and report look
the same.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from mxgui.report import palette
from mxgui.report.palette import Palette
from mxgui.ui.scheme import Scheme

if TYPE_CHECKING:
    from mxgui.routing.shapes import Tone


@dataclass(frozen=True, slots=True)
class Tokens(Palette):
    """The colours of documents, and those that only a window needs."""

    on_accent: str = ""  # words upon the accent
    ring: int = 2  # pixels, the border of what has the keyboard

    def ink(self, tone: Tone) -> str:
        """The colour of a mark or a word of that tone."""
        return self.colour(palette.ink(tone))

    def pair(self, tone: Tone) -> tuple[str, str]:
        """Ink and tint of a tone."""
        return self.ink(tone), self.colour(palette.tint(tone))


# Two differ from those of documents by a shade: in the window a note stands on the accent's tint
LIGHT = Tokens(**{**asdict(palette.LIGHT), "warn": "#9d5a07"}, on_accent="#ffffff")
DARK = Tokens(**{**asdict(palette.DARK), "idle": "#959fad"}, on_accent="#0e1420")
CONTRAST_LIGHT = Tokens(**asdict(palette.CONTRAST_LIGHT), on_accent="#ffffff", ring=3)
CONTRAST_DARK = Tokens(**asdict(palette.CONTRAST_DARK), on_accent="#000000", ring=3)
COLUMNS = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


def tokens_for(scheme: Scheme, *, system_is_dark: bool, system_has_contrast: bool) -> Tokens:
    """The colours of a scheme, upon a system that wishes what it wishes."""
    match scheme:
        case Scheme.LIGHT:
            return LIGHT
        case Scheme.DARK:
            return DARK
        case Scheme.CONTRAST:
            return CONTRAST_LIGHT
        case Scheme.CONTRAST_DARK:
            return CONTRAST_DARK
        case Scheme.SYSTEM if system_has_contrast:
            return CONTRAST_DARK if system_is_dark else CONTRAST_LIGHT
        case _:
            return DARK if system_is_dark else LIGHT


class Theme(QObject):
    """The tokens in use; follows the system's scheme unless one was chosen."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Follow the system until told otherwise."""
        super().__init__(parent)
        self._scheme = Scheme.SYSTEM
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        # Qt tells of the wish for contrast since 6.10
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self.tokens = self._wanted()

    def choose(self, scheme: Scheme) -> None:
        """Use a scheme from now on."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.tokens:
            self.tokens = wanted
            self.changed.emit()

    def _wanted(self) -> Tokens:
        # A plain X server knows no scheme; light is then the calmer guess.
        return tokens_for(
            self._scheme,
            system_is_dark=self._hints.colorScheme() == Qt.ColorScheme.Dark,
            system_has_contrast=self._system_has_contrast(),
        )

    def _system_has_contrast(self) -> bool:
        if not hasattr(self._hints, "accessibility"):
            return False
        wish = self._hints.accessibility().contrastPreference()
        return wish == Qt.ContrastPreference.HighContrast


def palette_of(tokens: Tokens) -> QPalette:
    """Qt's palette in the colours of the tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.surface,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.bg,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.fail,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.faint,
        role.Highlight: tokens.accent_tint,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.lane,
        role.Mid: tokens.border,
        role.Dark: tokens.border,
        role.Shadow: tokens.border,
        role.Accent: tokens.accent,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.faint))
    return made
