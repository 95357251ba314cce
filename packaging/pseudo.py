"""A language that nobody speaks: English with accents, longer by two fifths, between « and ».

With it a test sees which words of the window no catalog reaches, and which have too little room
once they are translated. It is made when it is needed and never ships.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from extraction import Sentence, quoted, sentences, written
from po_files import CATALOGS, NAME, ROOT, compiled, read

CODE = "xx"
MIRRORED = "ar"  # a language that is written from right to left, for Qt and for numbers
LONGER = 0.4
OPENS, CLOSES = "«", "»"
_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñöšüýžÁÇÉÍÑÖŠÜÝŽ")
# What stays as it is: gaps of both kinds, braces that are no gaps, and the letter of an access key.
_KEPT = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|%(?:\(\w+\))?[srd]|&\w)")
# A mark that stands for a letter written so, an override and its end (UAX 9, section 2)
_RIGHT_TO_LEFT, _END = "\u200f\u202e", "\u202c"


def accented(sentence: str) -> str:
    """A sentence in the language that nobody speaks; its gaps stay."""
    parts = _KEPT.split(sentence)
    words = "".join(part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(parts))
    letters = sum(len(part) for part in parts[::2])
    # Words of five letters, since those of real languages can be broken as well
    more = " ".join("éééöö"[: min(5, left)] for left in range(round(letters * LONGER), 0, -6))
    return f"{OPENS}{words}{more and ' '}{more}{CLOSES}"


def mirrored(sentence: str) -> str:
    """A sentence whose letters run from right to left."""
    return f"{_RIGHT_TO_LEFT}{OPENS}{sentence}{CLOSES}{_END}"


def catalog(found: Iterable[Sentence], code: str = CODE) -> str:
    """The catalog of a language that nobody speaks, as a .po file."""
    speak = mirrored if code == MIRRORED else accented
    lines = ['msgid ""', 'msgstr ""', '"Content-Type: text/plain; charset=UTF-8\\n"']
    lines += ['"Plural-Forms: nplurals=2; plural=(n != 1);\\n"', ""]
    for sentence in found:
        lines += written("msgid", sentence.one)
        if sentence.many is None:
            lines.append(f'msgstr "{quoted(speak(sentence.one))}"')
        else:
            lines += written("msgid_plural", sentence.many)
            lines.append(f'msgstr[0] "{quoted(speak(sentence.one))}"')
            lines.append(f'msgstr[1] "{quoted(speak(sentence.many))}"')
        lines.append("")
    return "\n".join(lines)


def make(folder: Path, code: str = CODE, root: Path = ROOT) -> Path:
    """Make the language below a folder of languages and give its compiled catalog."""
    source = folder / code / "LC_MESSAGES" / f"{NAME}.po"
    if folder.resolve() == (root / CATALOGS).resolve():
        raise ValueError(f"{folder} ships, and a language that nobody speaks must not")
    source.parent.mkdir(parents=True, exist_ok=True)
    # Addresses and names are shown through a gap alone where sentences run from right to left
    found = sentences(root, gaps_alone=code == CODE)
    source.write_text(catalog(found, code), encoding="utf-8")
    target = source.with_suffix(".mo")
    target.write_bytes(compiled(read(source)))
    return target
