"""The words of the program: `python3 packaging/words.py COMMAND`.

    extract         write all sentences of the code to resources/i18n/mxgui.pot
    check           say what is wrong with the template and with every catalog
    compile         check the catalogs and write the .mo files that the program reads
    merge LANGUAGE  make the catalog of a language, or bring it up to date with the template
    pseudo FOLDER   make two languages that nobody speaks below a folder, to look at the window with

Only `merge` needs the environment of `packaging/test.py`, since Babel does it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from extraction import TEMPLATE, TwoPlurals, sentences, template
from po_files import CATALOGS, NAME, ROOT, BrokenCatalog, catalogs, compile_all, read
from pseudo import CODE, MIRRORED, make

BAD_USE = 2


def main(arguments: Sequence[str]) -> int:
    """Do what is asked; the exit code is 0 when all is well, 1 when something is wrong, else 2."""
    match list(arguments):
        case [("extract" | "check" | "compile") as name]:
            return _said(COMMANDS[name])
        case ["merge", language]:
            return _said(lambda: merge(language))
        case ["pseudo", folder]:
            return _said(lambda: pseudo(Path(folder)))
        case _:
            print(__doc__, file=sys.stderr)
            return BAD_USE


def _said(do: Callable[[], str]) -> int:
    try:
        print(do())
    except (BrokenCatalog, TwoPlurals, OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def extract(root: Path = ROOT) -> str:
    """Write the template."""
    found = sentences(root)
    target = root / TEMPLATE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(template(found), encoding="utf-8", newline="\n")
    plurals = sum(sentence.many is not None for sentence in found)
    return f"{TEMPLATE.as_posix()} has {len(found)} sentences, {plurals} of them with a plural."


def check(root: Path = ROOT) -> str:
    """Judge the template and the catalogs. Raises BrokenCatalog, OSError."""
    file = root / TEMPLATE
    if not file.exists() or file.read_text(encoding="utf-8") != template(sentences(root)):
        raise BrokenCatalog(
            f"{TEMPLATE.as_posix()} is behind the code: run “python3 packaging/words.py extract”."
        )
    told = [f"{TEMPLATE.as_posix()} is up to date."]
    for each in catalogs(root / CATALOGS):
        entries = [entry for entry in read(each).entries if entry.one]
        done = sum(entry.is_whole for entry in entries)
        told.append(f"{each.parts[-3]}: {done} of {len(entries)} sentences are translated.")
    return "\n".join(told)


def compile_catalogs(root: Path = ROOT) -> str:
    """Compile the catalogs. Raises BrokenCatalog, OSError."""
    return f"{len(compile_all(root))} catalogs are compiled."


def merge(language: str, root: Path = ROOT) -> str:
    """Make a catalog, or bring it up to date; what changed a little is marked as fuzzy."""
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.pofile import read_po, write_po

    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        raise BrokenCatalog(f"“{language}” is no code of a language, as es or pt_BR is.") from None
    with (root / TEMPLATE).open("rb") as stream:
        fresh = read_po(stream)
    file = root / CATALOGS / language / "LC_MESSAGES" / f"{NAME}.po"
    if file.exists():
        read(file)  # which says where it is broken
        with file.open("rb") as stream:
            known = read_po(stream, locale=locale)
        known.update(fresh)
    else:
        known, known.locale, known.fuzzy = fresh, locale, False
    known.header_comment = f"# The sentences of mxgui in {locale.english_name}."
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, known, sort_output=True, include_lineno=False, omit_header=False)
    return f"{file.relative_to(root).as_posix()} has all sentences of the template."


def pseudo(folder: Path) -> str:
    """Make the languages that nobody speaks."""
    made = [make(folder, code) for code in (CODE, MIRRORED)]
    return "\n".join(str(each) for each in made)


COMMANDS: dict[str, Callable[[], str]] = {
    "extract": extract,
    "check": check,
    "compile": compile_catalogs,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
