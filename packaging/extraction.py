"""The sentences of the program, taken out of its code for those who translate.

A sentence is what stands in a call of `text()` or `counted()`. A comment above the call that begins
with "Translators:" goes with it. Files are named, lines are not, and all is sorted: the template
changes only when a sentence does.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from po_files import CATALOGS, NAME, ROOT, gaps

TEMPLATE = CATALOGS / f"{NAME}.pot"
_COMMENT = "# Translators:"
_WIDTH = 76
_GAP = re.compile(r"\{\w+\}")

HEAD = """\
# The sentences of mxgui, made by `python3 packaging/words.py extract`: do not edit.
# "A new language" in packaging/README.md tells how to translate them.
msgid ""
msgstr ""
"Project-Id-Version: mxgui\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


class TwoPlurals(Exception):
    """One sentence has two plurals, which a catalog cannot hold."""


@dataclass(slots=True)
class Sentence:
    """A sentence, its plural if it has one, where it is used, and what translators are told."""

    one: str
    many: str | None = None
    files: set[str] = field(default_factory=set)
    comments: set[str] = field(default_factory=set)


def sentences(root: Path = ROOT, *, gaps_alone: bool = False) -> list[Sentence]:
    """Every sentence of the program, sorted; what is one gap is none. Raises TwoPlurals.

    With `gaps_alone` it is one: who looks for words without a catalog wants to see it.
    """
    found: dict[str, Sentence] = {}
    for file in sorted((root / "mxgui").rglob("*.py")):
        place = file.relative_to(root).as_posix()
        for one, many, comment in in_code(file.read_text(encoding="utf-8")):
            if _GAP.fullmatch(one) and not gaps_alone:
                continue
            sentence = found.setdefault(one, Sentence(one))
            if many is not None and sentence.many not in (None, many):
                raise TwoPlurals(f"{place}: “{one}” has the plurals “{many}” and “{sentence.many}”")
            sentence.many = sentence.many or many
            sentence.files.add(place)
            sentence.comments.update([comment] if comment else [])
    return [found[one] for one in sorted(found)]


def in_code(code: str) -> Iterator[tuple[str, str | None, str]]:
    """Every sentence of a file with its plural and its comment; the empty one is none."""
    lines = code.splitlines()
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        wanted = {"text": 1, "counted": 2}.get(node.func.id, 0)
        written = [
            argument.value
            for argument in node.args[:wanted]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if wanted and len(written) == wanted and written[0]:
            many = written[1] if wanted == 2 else None
            yield written[0], many, _comment_above(lines, node.lineno)


def _comment_above(lines: list[str], number: int) -> str:
    """The comment for translators that ends in the line above, empty if there is none."""
    told: list[str] = []
    for line in reversed(lines[: number - 1]):
        stripped = line.strip()
        if not stripped.startswith("#"):
            return ""
        told.insert(0, stripped.removeprefix(_COMMENT).lstrip("# "))
        if stripped.startswith(_COMMENT):
            return " ".join(told)
    return ""


# ------------------------------------------------------------------ written


def template(found: Iterable[Sentence]) -> str:
    """The template of all catalogs."""
    return "\n".join((HEAD, *(_block(sentence) for sentence in found)))


def _block(sentence: Sentence) -> str:
    lines = [f"#. {comment}" for comment in sorted(sentence.comments)]
    lines += [f"#: {file}" for file in sorted(sentence.files)]
    named = gaps(sentence.one) | gaps(sentence.many or "")
    if named:
        lines.append(f"#, python-{'brace-' if any('{' in gap for gap in named) else ''}format")
    lines += written("msgid", sentence.one)
    if sentence.many is None:
        lines.append('msgstr ""')
    else:
        lines += [*written("msgid_plural", sentence.many), 'msgstr[0] ""', 'msgstr[1] ""']
    return "".join(f"{line}\n" for line in lines)


def written(keyword: str, words: str) -> list[str]:
    """A keyword and its words as lines of a catalog, broken behind spaces where they are long."""
    escaped = quoted(words)
    if len(keyword) + len(escaped) + 3 <= _WIDTH and "\\n" not in escaped[:-2]:
        return [f'{keyword} "{escaped}"']
    lines = [""]
    for line in words.splitlines(keepends=True):
        for word in quoted(line).split(" "):
            if lines[-1].endswith("\\n") or len(lines[-1]) + len(word) + 3 > _WIDTH:
                lines.append("")
            lines[-1] += f"{word} "
        lines[-1] = lines[-1][:-1]
    return [f'{keyword} ""', *(f'"{line}"' for line in lines if line)]


def quoted(words: str) -> str:
    """Words with the escapes of gettext, without the quotes around them."""
    for letter, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        words = words.replace(letter, escape)
    return words
