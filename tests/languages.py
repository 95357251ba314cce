"""Languages for tests: a folder with a catalog of few sentences, made as a build makes it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from tests.tree import ROOT

sys.path.insert(0, str(ROOT / "packaging"))  # whose scripts name each other so
from extraction import quoted
from po_files import NAME, Catalog, Entry, compiled

__all__ = ["Catalog", "Entry", "a_language", "compiled"]

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PLURALS = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def a_language(folder: Path, code: str, words: Mapping[str, str]) -> Path:
    """Write and compile the catalog of a language below a folder; give the `.po` file.

    Unlike a build, it takes translations whose gaps are wrong.
    """
    source = folder / code / "LC_MESSAGES" / f"{NAME}.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    entries = [f'\nmsgid "{quoted(one)}"\nmsgstr "{quoted(told)}"\n' for one, told in words.items()]
    source.write_text(HEADER + PLURALS + "".join(entries), encoding="utf-8")
    header = Entry(1, "", None, {0: "Content-Type: text/plain; charset=UTF-8\n"})
    told = [Entry(1, one, None, {0: said}) for one, said in words.items()]
    source.with_suffix(".mo").write_bytes(compiled(Catalog(source, (header, *told))))
    return source
