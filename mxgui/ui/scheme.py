"""The choice between light, dark and high contrast, apart from the colours that come of it."""

from enum import Enum

from mxgui.model.text import Text, text


class Scheme(Enum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast dark"

    @property
    def words(self) -> Text:
        """How the choice is called in a menu."""
        return _WORDS[self]


_WORDS = {
    Scheme.SYSTEM: text("As the system"),
    Scheme.LIGHT: text("Light"),
    Scheme.DARK: text("Dark"),
    Scheme.CONTRAST: text("High contrast, light"),
    Scheme.CONTRAST_DARK: text("High contrast, dark"),
}
