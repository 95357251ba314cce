"""Every word can be read on its ground, in every scheme, and the keyboard's place can be seen.

The pairs come out of the style sheet, and out of the code that paints: a token that is used anew
has to be named here as an ink, a ground or a line.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QColor

from mxgui.routing.shapes import Tone
from mxgui.ui.style import sheet_of
from mxgui.ui.theme import COLUMNS, CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens, palette_of
from tests.tree import parsed, sources

READABLE = 4.5  # WCAG 2.2, 1.4.3
HIGH = 7.0  # 1.4.6
SEEN = 3.0  # 1.4.11: lines that tell something; words that are switched off need not have as much

SCHEMES = {
    "light": (LIGHT, READABLE),
    "dark": (DARK, READABLE),
    "contrast light": (CONTRAST_LIGHT, HIGH),
    "contrast dark": (CONTRAST_DARK, HIGH),
}
GROUNDS = ("bg", "surface", "lane")
INKS = ("text", "muted", "faint", "accent", "ok", "warn", "fail", "idle")
# Upon the tint of the accent stand the domain with its notes, banners, and what is selected
ON_TINT = ("text", "muted", "accent", "ok", "warn", "fail", "idle")
LINES = ("border", "ring")
TINTS = ("accent_tint", "ok_tint", "warn_tint", "fail_tint", "idle_tint")
WAYS = ("ink", "pair", "colour")  # of Tokens, to a colour by its tone or its name


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_painted_can_be_read(scheme):
    tokens, least = SCHEMES[scheme]
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, "accent_tint") for ink in ON_TINT] + [("on_accent", "accent")]
    colours = [(tokens.colour(ink), tokens.colour(ground)) for ink, ground in pairs]
    colours += [tokens.pair(tone) for tone in Tone]
    poor = [(*pair, contrast(*pair)) for pair in colours if contrast(*pair) < least]
    assert not poor


def test_no_token_is_painted_with_that_was_not_looked_at():
    known = {*INKS, *GROUNDS, *LINES, *TINTS, *WAYS, "on_accent"}
    strange = [
        f"{path}:{node.lineno} tokens.{node.attr}"
        for path in sources("mxgui/ui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and _is_tokens(node.value) and node.attr not in known
    ]
    assert not strange


def _is_tokens(node: ast.expr) -> bool:
    return getattr(node, "id", getattr(node, "attr", "")) in ("tokens", "_tokens")


@pytest.mark.parametrize("scheme", ["contrast light", "contrast dark"])
def test_lines_are_seen_where_contrast_is_wished_for(scheme):
    tokens, _ = SCHEMES[scheme]
    assert all(contrast(tokens.border, tokens.colour(ground)) >= SEEN for ground in GROUNDS)
    assert tokens.ring > LIGHT.ring


# ------------------------------------------------------------------ the style sheet


@dataclass(frozen=True)
class Rule:
    """One selector of the sheet with its colours."""

    selector: str
    told: dict[str, str]

    @property
    def kind(self) -> str:
        """The selector without the state it is for."""
        return re.sub(r":(hover|focus|pressed|disabled|selected|checked)", "", self.selector)

    def colour(self, *names: str) -> str | None:
        """The colour of the first of those properties that has one."""
        found = (re.search(r"#[0-9a-f]{6}", self.told.get(name, "")) for name in names)
        return next((each[0] for each in found if each), None)


def rules_of(tokens: Tokens) -> list[Rule]:
    """The rules of the sheet, each of their selectors for itself."""
    return [
        Rule(selector.strip(), dict(_declared(body)))
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet_of(tokens))
        for selector in selectors.split(",")
    ]


def _declared(body: str) -> Iterator[tuple[str, str]]:
    for line in body.split(";"):
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip(), value.strip()


def grounds_of(rule: Rule, rules: list[Rule], tokens: Tokens) -> list[str]:
    """What a rule paints upon: its own ground, else that of its kind, else any of the window."""
    own = rule.colour("background")
    of_kind = [other.colour("background") for other in rules if other.selector == rule.kind]
    known = [ground for ground in (own, *of_kind) if ground]
    return known[:1] or [tokens.bg, tokens.surface]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_the_style_sheet_writes_can_be_read(scheme):
    tokens, least = SCHEMES[scheme]
    rules = rules_of(tokens)
    poor: list[tuple[str | None, ...]] = []
    seen = 0
    for rule in rules:
        ink = rule.colour("color")
        wanted = SEEN if ":disabled" in rule.selector else least
        for ground in grounds_of(rule, rules, tokens) if ink else ():
            seen += 1
            if contrast(str(ink), ground) < wanted:
                poor.append((rule.selector, ink, ground))
        selected = rule.colour("selection-color"), rule.colour("selection-background-color")
        if all(selected) and contrast(*map(str, selected)) < least:
            poor.append((rule.selector, *selected))
    assert not poor
    assert seen > 20


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_border_of_what_has_the_keyboard_is_seen(scheme):
    tokens, _ = SCHEMES[scheme]
    rings = [
        rule
        for rule in rules_of(tokens)
        if ":focus" in rule.selector and rule.colour("border", "border-color")
    ]
    poor = [
        rule.selector
        for rule in rings
        for ground in (tokens.bg, tokens.surface)
        if contrast(str(rule.colour("border", "border-color")), ground) < SEEN
        or not (f"{tokens.ring}px" in rule.told.get("border", "") or "border-color" in rule.told)
    ]
    assert not poor
    assert len(rings) > 8


@pytest.mark.parametrize("tokens", COLUMNS)
def test_what_qt_paints_by_itself_can_be_read(tokens: Tokens):
    made = palette_of(tokens)
    role = made.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ]
    colours = [(made.color(ink).name(), made.color(ground).name()) for ink, ground in pairs]
    assert not [pair for pair in colours if contrast(*pair) < READABLE]
    disabled = made.color(made.ColorGroup.Disabled, role.Text).name()
    assert contrast(disabled, tokens.surface) >= SEEN
