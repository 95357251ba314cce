"""Catalogs of translations: .po files read, judged, and compiled to the .mo files of gettext.

Standard library only: a checkout that is started for the first time, and the build of a wheel, have
nothing else. The format is that of the manual of GNU gettext, sections "The Format of PO Files" and
"The Format of GNU MO Files".
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
CATALOGS = Path("resources", "i18n")
NAME = "mxgui"
_MAGIC = 0x950412DE
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_LINE = re.compile(r'(?:(?P<word>[a-z_]+(?:\[\d+\])?)\s+)?"(?P<words>(?:[^"\\]|\\.)*)"\s*')
_PRINTED = re.compile(r"%(?:\(\w+\))?[srd]")  # gaps of argparse's own sentences


class BrokenCatalog(Exception):
    """A catalog cannot be used; the sentence names the file, the line and what is wrong."""


@dataclass(slots=True)
class Entry:
    """A sentence of a catalog: where it begins, its English forms, and what it is translated to."""

    line: int
    one: str = ""
    many: str | None = None
    translated: dict[int, str] = field(default_factory=dict)
    is_fuzzy: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every form is translated, and by somebody who was sure."""
        return bool(self.translated) and all(self.translated.values()) and not self.is_fuzzy


@dataclass(frozen=True, slots=True)
class Catalog:
    """All sentences of a .po file; the header is the entry of the empty sentence."""

    file: Path
    entries: tuple[Entry, ...]

    @property
    def header(self) -> str:
        """The header's lines, empty when there are none."""
        return next((each.translated.get(0, "") for each in self.entries if not each.one), "")

    def problem(self, line: int, what: str) -> BrokenCatalog:
        """The exception that says what is wrong at a line."""
        return BrokenCatalog(f"{self.file}:{line}: {what}")


def read(file: Path) -> Catalog:
    """Read and judge a catalog. Raises BrokenCatalog, OSError."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise BrokenCatalog(f"{file}:1: the file is not in UTF-8") from None
    catalog = Catalog(file, tuple(_Reader(file).entries(lines)))
    _judge(catalog)
    return catalog


class _Reader:
    """What is known of the entry that is being read."""

    def __init__(self, file: Path) -> None:
        self._catalog = Catalog(file, ())
        self._entry = Entry(0)
        self._word = ""

    def entries(self, lines: Sequence[str]) -> Iterator[Entry]:
        """Every entry, in its order."""
        for number, line in enumerate(lines, start=1):
            stripped = line.strip()
            starts = stripped.startswith(("msgid ", "#"))
            if (not stripped or starts) and self._entry.translated:
                yield self._entry
                self._entry, self._word = Entry(number), ""
            if stripped.startswith("#,"):
                self._entry.is_fuzzy = "fuzzy" in stripped
            elif stripped and not stripped.startswith("#"):
                self._take(number, stripped)
        if self._entry.translated:
            yield self._entry
        elif self._word:
            raise self._catalog.problem(self._entry.line, "the sentence has no msgstr")

    def _take(self, number: int, line: str) -> None:
        found = _LINE.fullmatch(line)
        if found is None:
            raise self._catalog.problem(number, 'this is no keyword and words in "quotes"')
        words = self._unescaped(number, found["words"])
        if found["word"] is None:
            self._go_on(number, words)
        else:
            self._begin(number, found["word"], words)

    def _begin(self, number: int, word: str, words: str) -> None:
        if word == "msgid":
            if self._word:
                raise self._catalog.problem(self._entry.line, "the sentence has no msgstr")
            self._entry.line, self._entry.one = number, words
        elif word == "msgid_plural" and self._word == "msgid":
            self._entry.many = words
        elif word.startswith("msgstr") and self._word:
            self._entry.translated[_form(word)] = words
        else:
            raise self._catalog.problem(number, f"{word} does not belong here")
        self._word = word

    def _go_on(self, number: int, words: str) -> None:
        match self._word:
            case "":
                raise self._catalog.problem(number, "words without a keyword before them")
            case "msgid":
                self._entry.one += words
            case "msgid_plural":
                self._entry.many = (self._entry.many or "") + words
            case _:
                self._entry.translated[_form(self._word)] += words

    def _unescaped(self, number: int, words: str) -> str:
        def meant(escape: re.Match[str]) -> str:
            if escape[1] not in _ESCAPES:
                raise self._catalog.problem(number, f"{escape[0]} is no escape of gettext")
            return _ESCAPES[escape[1]]

        return re.sub(r"\\(.)", meant, words)


def _form(word: str) -> int:
    return int(word.partition("[")[2].rstrip("]") or 0)


# ------------------------------------------------------------------ judged


def _judge(catalog: Catalog) -> None:
    seen: dict[str, int] = {}
    forms = _forms(catalog)
    for entry in catalog.entries:
        if entry.one in seen:
            raise catalog.problem(entry.line, f"the sentence of line {seen[entry.one]} again")
        seen[entry.one] = entry.line
        if not entry.one:
            continue
        wanted = set(range(forms)) if entry.many is not None else {0}
        if set(entry.translated) != wanted:
            raise catalog.problem(entry.line, f"forms msgstr[0] to [{forms - 1}] are needed")
        if entry.is_fuzzy:
            continue
        for translated in filter(None, entry.translated.values()):
            if not fits(translated, entry):
                told = ", ".join(sorted(gaps(entry.many or entry.one))) or "none"
                raise catalog.problem(entry.line, f"the gaps are not those of the English: {told}")


def _forms(catalog: Catalog) -> int:
    """How many plural forms the language has, by the header."""
    if "charset=utf-8" not in catalog.header.lower():
        raise catalog.problem(1, "the header must say charset=UTF-8")
    found = re.search(r"^Plural-Forms:\s*nplurals\s*=\s*([1-9])\s*;", catalog.header, re.MULTILINE)
    if found is not None:
        return int(found[1])
    if any(entry.many is not None for entry in catalog.entries):
        raise catalog.problem(1, "the header must have Plural-Forms")
    return 1


def fits(translated: str, entry: Entry) -> bool:
    """Whether a translation has the gaps of the sentence, or of one of its forms."""
    try:
        return gaps(translated) in [gaps(form) for form in (entry.one, entry.many) if form]
    except ValueError:
        return False


def gaps(template: str) -> set[str]:
    """The gaps of a template as they are written. Raises ValueError for a torn one."""
    named = {
        f"{{{name}{f'!{conversion}' if conversion else ''}{spec and ':'}{spec}}}"
        for _, name, spec, conversion in Formatter().parse(template)
        if name is not None
    }
    return named | set(_PRINTED.findall(template))


# ------------------------------------------------------------------ compiled


def compiled(catalog: Catalog) -> bytes:
    """The bytes of the .mo file; the same catalog always gives the same."""
    pairs = sorted(
        (_key(entry).encode(), _value(entry).encode())
        for entry in catalog.entries
        if entry.is_whole
    )
    count = len(pairs)
    table = 28  # bytes of the head
    offset = table + 16 * count
    places: list[bytes] = []
    words = b""
    for column in (0, 1):
        for pair in pairs:
            places.append(struct.pack("<2I", len(pair[column]), offset + len(words)))
            words += pair[column] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, count, table, table + 8 * count, 0, offset)
    return head + b"".join(places) + words


def _key(entry: Entry) -> str:
    return entry.one if entry.many is None else f"{entry.one}\0{entry.many}"


def _value(entry: Entry) -> str:
    return "\0".join(words for _, words in sorted(entry.translated.items()))


def catalogs(folder: Path) -> list[Path]:
    """The catalogs in a folder of languages, in their order."""
    return sorted(folder.glob(f"*/LC_MESSAGES/{NAME}.po"))


def compile_all(root: Path = ROOT, *, anew: bool = True) -> list[Path]:
    """Write the .mo file beside every .po file of a checkout, and give what was written.

    Without `anew` only those whose .po file is younger. A .mo file without a .po file, which a
    change of branches may leave, is taken away. Raises BrokenCatalog, OSError.
    """
    folder = root / CATALOGS
    for stray in folder.glob(f"*/LC_MESSAGES/{NAME}.mo"):
        if not stray.with_suffix(".po").exists():
            stray.unlink()
    written = []
    for source in catalogs(folder):
        target = source.with_suffix(".mo")
        if anew or not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            content = compiled(read(source))
            fresh = target.with_suffix(".new")
            fresh.write_bytes(content)
            fresh.replace(target)
            written.append(target)
    return written
