"""Text made safe to stand in a document, and elements of HTML and SVG made out of it.

Everything from DNS or a mail server is hostile. `visible` takes away what could act on a reader or
a terminal; an element escapes all that is put into it, unless it is a `Markup` itself.
"""

from __future__ import annotations

import re
from html import escape

# Controls (C0 but tab and line feed, DEL, C1), bidirectional controls, line and paragraph
# separators, the byte order mark and its kind, lone surrogates, and what XML does not allow.
_CONTROLS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# A piece set apart from the direction of the words around it, as translation does, may stay.
_ISOLATE = "\u2068(?P<inner>[^\u2066-\u2069\n]*)\u2069"
_ACTING = re.compile(f"{_ISOLATE}|{_CONTROLS}")


class Markup(str):
    """Text that is markup already and goes into a document as it is."""

    __slots__ = ()


def visible(text: str) -> str:
    """Give a text in which every character that would act instead of being read is an escape."""
    return _ACTING.sub(_escaped, text)


def one_line(text: str) -> str:
    """The same, in one line."""
    return visible(text).replace("\n", "\\n").replace("\t", " ")


def safe(text: str) -> Markup:
    """Text as markup that shows it; markup stays as it is."""
    return text if isinstance(text, Markup) else Markup(escape(visible(text)))


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """Make an element; an attribute without a value (None) is left out.

    In names of attributes a trailing underscore falls away and others become hyphens.
    """
    written = "".join(
        f' {_attribute_name(key)}="{safe(_attribute(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(safe(child) for child in children)
    return Markup(f"<{name}{written}>{inside}</{name}>")


def joined(*parts: str) -> Markup:
    """Markup and text, one behind the other."""
    return Markup("".join(safe(part) for part in parts))


def number(value: float) -> str:
    """A number as attributes have it: two decimals at most, none that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _attribute(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)


def _attribute_name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _escaped(found: re.Match[str]) -> str:
    inner: str | None = found["inner"]
    if inner is not None:
        return f"\u2068{visible(inner)}\u2069"
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
