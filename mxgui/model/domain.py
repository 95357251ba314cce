"""A mail domain: the name that stands behind the @, as DNS wants it and as people write it.

Internationalised names follow IDNA 2008 (RFC 5891), after the mapping of UTS 46 that makes lower
case of capitals; `ß` stays `ß`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from unicodedata import combining

from mxgui.model.records import Address
from mxgui.model.text import Text, text

MAX_LABEL = 63  # octets; RFC 1035, section 2.3.4
MAX_NAME = 253  # octets of the presentation form without the trailing dot; the same section
_MAX_TYPED = 1_000  # letters; mapping may take some away, as it does with soft hyphens
_SHOWN = 40  # letters of a label that a sentence quotes
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\Z")
_FOREIGN = re.compile(r"[\x00-\x2c/:-@\[-^`{-\x7f]")  # ASCII but letters, digits, hyphen, dot, _
_FULL_STOPS = str.maketrans("\u3002\uff0e\uff61", "...")


class BadDomain(ValueError):
    """What was typed names no domain; `text` says in one sentence what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


class SingleLabel(BadDomain):
    """What was typed is one label: likely a slip, yet such a domain can exist.

    `label` with a dot behind it is how to insist on it.
    """

    def __init__(self, label: str) -> None:
        """Keep the label, as an A-label, and ask back."""
        super().__init__(
            text(
                "“{label}” has no dot: type the whole domain,"
                " or “{label}.” if the top-level domain itself is meant.",
                label=unicode_of(label),
            )
        )
        self.label = label


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain in A-labels and U-labels; `literal` is the address if it is an address literal."""

    ascii: str
    unicode: str
    literal: Address | None = None

    @classmethod
    def parse(cls, typed: str) -> Domain:
        """Read a domain, in either form, with or without the trailing dot.

        Raises BadDomain with what to change, SingleLabel if there is but one label and no dot.
        """
        rooted = typed.strip().translate(_FULL_STOPS)
        name = rooted.removesuffix(".")
        if not name:
            raise BadDomain(text("Type a domain, such as example.org."))
        if len(name) > _MAX_TYPED:
            raise BadDomain(_name_too_long(len(name)))
        _refuse_gaps(name)
        labels = _mapped(name).split(".")
        ascii_name = ".".join(_a_label(label) for label in labels)
        if len(ascii_name) > MAX_NAME:
            raise BadDomain(_name_too_long(len(ascii_name)))
        if labels[-1].isdigit():
            raise BadDomain(
                text("“{name}” ends in a number, as no domain does: check it.", name=_cut(name))
            )
        if len(labels) == 1 and not rooted.endswith("."):
            raise SingleLabel(ascii_name)
        return cls(ascii_name, unicode_of(ascii_name))

    @classmethod
    def of_literal(cls, address: Address) -> Domain:
        """Give the domain part `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321, section 4.1.3)."""
        written = f"[{address}]" if address.version == 4 else f"[IPv6:{address}]"
        return cls(written, written, address)

    @property
    def is_international(self) -> bool:
        """Whether the two forms differ, so that both are worth showing."""
        return self.ascii != self.unicode


def unicode_of(name: str) -> str:
    """Give a DNS name as people write it; a label that is no valid A-label stays as it is."""
    if "xn--" not in name:
        return name
    return ".".join(_u_label(label) for label in name.split("."))


def address_of(written: str) -> Address | None:
    """Read an IP address, None if it is none; zones such as `%eth0` are not addresses here."""
    try:
        found = ip_address(written)
    except ValueError:
        return None
    return None if "%" in written else found


def _refuse_gaps(name: str) -> None:
    """Refuse spaces and empty labels, before any mapping could hide them."""
    if any(letter.isspace() for letter in name):
        raise BadDomain(
            text("A domain has no spaces in it: take them out, or type one domain only.")
        )
    if ".." in name or name.startswith("."):
        raise BadDomain(_two_dots())


def _mapped(name: str) -> str:
    """Map capitals and wide forms to what IDNA 2008 allows (UTS 46, non-transitional)."""
    if name.isascii():
        return name.lower()
    import idna  # its tables take a while to load, and most names never need them

    try:
        return idna.uts46_remap(name, std3_rules=False)
    except idna.IDNAError as error:
        raise BadDomain(_refused(name, error.codepoint)) from error


def _a_label(label: str) -> str:
    if not label:
        raise BadDomain(_two_dots())
    if not label.isascii():
        return _encoded(label)
    if len(label) > MAX_LABEL:
        raise BadDomain(_label_too_long(label))
    if not _LABEL.match(label):
        raise BadDomain(_refused(label))
    return label


def _encoded(label: str) -> str:
    """Give the A-label of a U-label (RFC 5891, section 4)."""
    import idna

    try:
        return idna.alabel(label).decode("ascii")
    except idna.IDNAError as error:
        if error.code in ("label_too_long", "input_too_long"):
            raise BadDomain(_label_too_long(label)) from error
        raise BadDomain(_refused(label, error.codepoint)) from error


@lru_cache(maxsize=1024)  # the same few names are shown at every redraw
def _u_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    import idna

    try:
        return idna.ulabel(label)
    except UnicodeError:  # of which IDNAError is a kind
        return label


def _two_dots() -> Text:
    return text("There are two dots side by side, or one in front: take one out.")


def _name_too_long(letters: int) -> Text:
    return text(
        "The name has {n} letters in DNS; {limit} are allowed: shorten it.",
        n=letters,
        limit=MAX_NAME,
    )


def _label_too_long(label: str) -> Text:
    return text(
        "A label may have {limit} letters at most in DNS; this one is longer: {label}",
        limit=MAX_LABEL,
        label=_cut(label),
    )


def _refused(label: str, point: int | None = None) -> Text:
    """Say which letter is in the way, or which rule."""
    strange = _FOREIGN.search(label)
    if strange:
        return text("A domain may not hold “{letter}”: take it out.", letter=_shown(strange[0]))
    if label.isascii():
        return text("A label may not begin or end with a hyphen: {label}", label=_cut(label))
    if point is not None and chr(point) in label:
        return text(
            "A domain may not hold “{letter}” at that place (IDNA 2008): take it out.",
            letter=_shown(chr(point)),
        )
    return text(
        "“{label}” breaks the rules for internationalised names (IDNA 2008).",
        label=_cut(_shown(label)),
    )


def _cut(label: str) -> str:
    return label if len(label) <= _SHOWN else f"{label[:_SHOWN]}…"


def _shown(letters: str) -> str:
    """Give letters as they may stand in a sentence: what has no form of its own by its number."""
    return "".join(
        letter if letter.isprintable() and not combining(letter) else f"U+{ord(letter):04X}"
        for letter in letters
    )
