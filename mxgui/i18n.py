"""Where words become a language: `tr` gives a sentence as its reader writes it.

Catalogs are gettext's, under `resources/i18n/<language>/LC_MESSAGES/mxgui.mo`; without one for the
wanted language the words are English. A translation whose gaps are not those of its sentence gives
way to the English one, and so does a whole catalog that cannot be read.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from gettext import GNUTranslations, NullTranslations, find
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TypeAlias

from mxgui import resources
from mxgui.model.text import Argument, Text, duration_parts, plain

Formatted: TypeAlias = tuple[Argument, ...] | timedelta | datetime | int | float
_ENGLISH = "en"
_RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")
_LARGEST = 8 * 2**20  # bytes of a catalog; all sentences in a language are about one million
_NO_LANGUAGE = ("C", "POSIX")
_UNITS = {"ms": "millisecond", "s": "second", "min": "minute", "h": "hour", "d": "day"}  # CLDR's
_PRINTED = re.compile(r"%(?:\(\w+\))?[srd]")  # gaps of the sentences of `argparse`
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks of UAX 9


@dataclass(frozen=True, slots=True)
class Language:
    """A language, or a language and a country as in `es_MX`, and the catalog of its sentences."""

    code: str
    catalog: NullTranslations

    def sentence(self, words: Text) -> str:
        """Give a sentence in this language."""
        gaps = {name: self.argument(value) for name, value in words.arguments}
        return self._template(words).format_map(gaps)

    def argument(self, value: Argument) -> str:
        """Give an argument as this language writes it."""
        match value:
            case Text():
                return self.sentence(value)
            case str():
                return _isolated(value, self.code)
            case tuple() if self.code == _ENGLISH:
                return plain(tuple(self.argument(part) for part in value))
            case tuple() | timedelta() | datetime() | int() | float() if self.code != _ENGLISH:
                return self._formatted(value)
            case _:
                return plain(value)

    def _template(self, words: Text) -> str:
        if words.many is None or words.count is None:
            translated = self.catalog.gettext(words.template) if words.template else ""
            return translated if _fits(translated, words.template) else words.template
        try:
            translated = self.catalog.ngettext(words.template, words.many, words.count)
        except ArithmeticError:  # the catalog's own formula, which may divide by zero
            return words.template if words.count == 1 else words.many
        if _fits(translated, words.many) or _fits(translated, words.template):
            return translated
        return words.template if words.count == 1 else words.many

    def _formatted(self, value: Formatted) -> str:
        # Babel takes a while to load, and English does without it.
        from decimal import Decimal

        from babel.dates import format_datetime
        from babel.lists import format_list
        from babel.numbers import format_decimal
        from babel.units import format_unit

        match value:
            case tuple():
                return format_list([self.argument(part) for part in value], locale=self.code)
            case timedelta():
                return " ".join(
                    format_unit(Decimal(n), f"duration-{_UNITS[unit]}", "short", locale=self.code)
                    for n, unit in duration_parts(value.total_seconds())
                )
            case datetime():
                return format_datetime(value, "long", value.tzinfo, self.code)
            case _:
                # Ports and reply codes are numbers too, so none is split into thousands.
                number = Decimal(f"{value:g}" if isinstance(value, float) else value)
                return format_decimal(
                    number, None, self.code, decimal_quantization=False, group_separator=False
                )


_english = Language(_ENGLISH, NullTranslations())
_current = _english


def install(language: str | None, folder: Path | None = None) -> str:
    """Use a language from now on, by its code, or what the environment wants; gives its code.

    The folder of catalogs is that of the resources, unless another is given.
    """
    global _current
    wanted = [language] if language is not None else wanted_by(os.environ) or of_system()
    folder = folder or catalogs()
    _current = _english if folder is None else open_language(wanted, folder)
    return _current.code


def languages(folder: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Give the code of every language that has a catalog, and how it calls itself; English first.

    The others stand in the order of their codes. A language is one folder of `resources/i18n`.
    """
    folder = folder or catalogs()
    found = () if folder is None else sorted(folder.glob("*/LC_MESSAGES/mxgui.mo"))
    codes = [file.parts[-3] for file in found]
    return ((_ENGLISH, "English"), *((code, _own_name(code)) for code in codes))


def runs_right_to_left() -> bool:
    """Whether the language in use is written from right to left."""
    return _is_right_to_left(_current.code)


def catalogs() -> Path | None:
    """Give the folder of the catalogs, None if the program was built without any."""
    try:
        return resources.path("i18n")
    except FileNotFoundError:  # built without any catalog
        return None


def _own_name(code: str) -> str:
    from babel.core import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).get_display_name(code) or code
    except (ValueError, UnknownLocaleError):
        return code
    return name[:1].title() + name[1:]  # not upper: Georgian has capitals for headlines alone


def tr(words: Text) -> str:
    """Give a sentence in the language in use."""
    return _current.sentence(words)


def open_language(wanted: Iterable[str], catalogs: Path) -> Language:
    """Give the first of the wanted languages that has a catalog, else English."""
    for name in wanted:
        code = re.split("[.@]", name)[0].replace("-", "_")
        if code.partition("_")[0] in (_ENGLISH, *_NO_LANGUAGE):
            break
        file = find("mxgui", str(catalogs), [code])
        catalog = None if file is None else _read(Path(file))
        if catalog is not None:
            return Language(_formats_of(code), catalog)
    return _english


def _read(file: Path) -> GNUTranslations | None:
    """Read a catalog, None if it is not one: whatever is wrong with it, English goes on."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
        return GNUTranslations(BytesIO(content)) if len(content) <= _LARGEST else None
    except (OSError, ValueError, LookupError, struct.error):
        # no such file any more; letters or a formula that are none; a charset unknown; torn tables
        return None


def wanted_by(environment: Mapping[str, str]) -> list[str]:
    """Give the languages that the environment names, best first, as gettext reads them.

    `LANGUAGE` has a list, which counts for nothing in the locale C: who sets `LC_ALL=C` wants plain
    English (manual of GNU gettext, section "Specifying a Priority List of Languages").
    """
    named = (environment.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    listed = environment.get("LANGUAGE", "") if locale not in _NO_LANGUAGE else ""
    return [name for name in (listed or locale).split(":") if name]


def of_system(platform: str = sys.platform, home: Callable[[], Path] = Path.home) -> list[str]:
    """Give the languages chosen in the settings of Windows or macOS, best first.

    Neither puts them into the environment of a program that is started with the mouse.
    """
    if platform == "win32":
        return _of_windows()
    return _of_mac(home) if platform == "darwin" else []


def _of_windows() -> list[str]:
    if sys.platform == "win32":
        import ctypes
        from locale import windows_locale

        code = windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
        return [code] if code else []
    return []


def _of_mac(home: Callable[[], Path]) -> list[str]:
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        file = home() / "Library" / "Preferences" / ".GlobalPreferences.plist"
        told = plistlib.loads(file.read_bytes()).get("AppleLanguages", [])
    except (OSError, RuntimeError, ValueError, AttributeError, ExpatError):
        return []
    return [code for code in told if isinstance(code, str)] if isinstance(told, list) else []


def _formats_of(code: str) -> str:
    """Give the code by which numbers and dates are known; those of an unknown one are English.

    Babel itself is not loaded: the window is to be seen before it is.
    """
    babel = find_spec("babel")
    for folder in map(Path, (babel and babel.submodule_search_locations) or ()):
        for each in (code, code.partition("_")[0]):
            if re.fullmatch(r"\w+", each) and (folder / "locale-data" / f"{each}.dat").is_file():
                return each
    return _ENGLISH


@cache
def _fits(translated: str, source: str) -> bool:
    """Whether a translation has the gaps of its source and no others."""
    try:
        return _gaps(translated) == _gaps(source)
    except ValueError:
        return False


def _gaps(template: str) -> set[str]:
    named = {
        f"{name}{spec and ':'}{spec}{conversion or ''}"
        for _, name, spec, conversion in Formatter().parse(template)
        if name is not None
    }
    printed: list[str] = _PRINTED.findall(template)
    # Those without a name are told apart by their number alone.
    return named | {gap if "(" in gap else gap * printed.count(gap) for gap in printed}


def _isolated(words: str, code: str) -> str:
    """Keep text from elsewhere from turning the sentence around it (UAX 9, section 2.4)."""
    plain_words = _STEERING.sub(lambda mark: f"\\u{ord(mark[0]):04x}", words)
    turned = not plain_words.isascii() and _has_right_to_left(plain_words)
    if turned or _is_right_to_left(code):
        return f"\u2068{plain_words}\u2069"
    return plain_words


def _is_right_to_left(code: str) -> bool:
    language, *more = code.split("_")
    return language in _RIGHT_TO_LEFT or "Arab" in more  # as Punjabi in Pakistan, pa_Arab


def _has_right_to_left(words: str) -> bool:
    # Imported here: its tables are large, and the window is to be seen before
    from unicodedata import bidirectional

    return any(bidirectional(letter) in ("R", "AL", "AN") for letter in words)
