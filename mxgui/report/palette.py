"""The colours of documents and of the window: the same tokens in a few columns.

Documents have the light column and the dark one. The window has two more, of high contrast.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window wants its colours before anything else is loaded
    from mxgui.routing.shapes import Tone


@dataclass(frozen=True, slots=True)
class Palette:
    """One column of tokens; text on its ground has a contrast of at least 4.5 : 1."""

    bg: str
    surface: str
    lane: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_tint: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    fail: str
    fail_tint: str
    idle: str
    idle_tint: str

    def colour(self, token: str) -> str:
        """The colour of a token, by its name."""
        colour: str = getattr(self, token)
        return colour


LIGHT = Palette(
    bg="#f6f7f9",
    surface="#ffffff",
    lane="#eef1f6",
    border="#d9dee6",
    text="#111827",
    muted="#5b6675",
    faint="#636d7c",
    accent="#2457d6",
    accent_tint="#e8eefc",
    ok="#147a3a",
    ok_tint="#e7f6ec",
    warn="#a15c07",
    warn_tint="#fdf3df",
    fail="#b42318",
    fail_tint="#fdeceb",
    idle="#636d7c",
    idle_tint="#eef0f3",
)
DARK = Palette(
    bg="#14171c",
    surface="#1d2128",
    lane="#191d23",
    border="#343b46",
    text="#e8ebf0",
    muted="#a3adba",
    faint="#828c99",
    accent="#7aa2ff",
    accent_tint="#22304f",
    ok="#4cc38a",
    ok_tint="#17322a",
    warn="#f0b849",
    warn_tint="#3a2f17",
    fail="#ff7b72",
    fail_tint="#40201f",
    idle="#8b95a3",
    idle_tint="#282e37",
)
# Words have 7 : 1 at least (WCAG 2.2, 1.4.6), and lines that have to be seen more than 3 : 1.
CONTRAST_LIGHT = Palette(
    bg="#ffffff",
    surface="#ffffff",
    lane="#eceff4",
    border="#3d4654",
    text="#000000",
    muted="#1f2733",
    faint="#333d4b",
    accent="#0a3294",
    accent_tint="#e3ebff",
    ok="#0a4d22",
    ok_tint="#e0f5e7",
    warn="#5c3300",
    warn_tint="#fff0d1",
    fail="#821009",
    fail_tint="#ffe6e3",
    idle="#333d4b",
    idle_tint="#e9edf2",
)
CONTRAST_DARK = Palette(
    bg="#000000",
    surface="#000000",
    lane="#12161c",
    border="#b4bcc8",
    text="#ffffff",
    muted="#e3e8ef",
    faint="#c3cad5",
    accent="#9dc0ff",
    accent_tint="#11244a",
    ok="#74e8a7",
    ok_tint="#062c1c",
    warn="#ffd36b",
    warn_tint="#332500",
    fail="#ffaaa3",
    fail_tint="#3d0f0d",
    idle="#c3cad5",
    idle_tint="#1f262f",
)
# By the value of a Tone.
_INKS = {
    "plain": "muted",
    "ok": "ok",
    "warn": "warn",
    "fail": "fail",
    "running": "accent",
    "idle": "idle",
}
_TINTS = {
    "plain": "idle_tint",
    "ok": "ok_tint",
    "warn": "warn_tint",
    "fail": "fail_tint",
    "running": "accent_tint",
    "idle": "idle_tint",
}


def ink(tone: Tone) -> str:
    """The token in which something of that tone is written."""
    return _INKS[tone.value]


def tint(tone: Tone) -> str:
    """The token of the ground behind it."""
    return _TINTS[tone.value]


def style_of_tokens() -> str:
    """The tokens as style sheets know them: light, and dark on screens that wish it.

    `var(--ok)` is a colour; the classes `f-ok` and `s-ok` fill and draw with it, which outweighs
    the attributes of a picture.
    """
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}"
    rules = (
        f".f-{name} {{ fill: var(--{name}); }} .s-{name} {{ stroke: var(--{name}); }}"
        for name in tokens_of(LIGHT)
    )
    return "\n".join((f":root {{ {_variables(LIGHT)} }}", dark, *rules)) + "\n"


def _variables(palette: Palette) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in tokens_of(palette).items())


def tokens_of(palette: Palette) -> dict[str, str]:
    """Every token with its colour."""
    return asdict(palette)
