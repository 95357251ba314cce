"""Catalogs are read, judged with file and line, and compiled as gettext wants them."""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest

from po_files import CATALOGS, ROOT, BrokenCatalog, catalogs, compile_all, compiled, read

HEAD = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
WELL = r"""
#: mxgui/a.py
msgid "{host} has "
"no address"
msgstr "{host} no tiene \"dirección\""

#, fuzzy
msgid "unsure"
msgstr "inseguro"

msgid "{n} host"
msgid_plural "{n} hosts"
msgstr[0] "{n} servidor"
msgstr[1] "{n} servidores"

msgid "not yet"
msgstr ""
"""


def a_catalog(folder: Path, words: str) -> Path:
    """A Spanish catalog in a checkout of that folder."""
    file = folder / CATALOGS / "es" / "LC_MESSAGES" / "mxgui.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")
    return file


def test_what_is_compiled_is_read_by_gettext(tmp_path):
    catalog = GNUTranslations(BytesIO(compiled(read(a_catalog(tmp_path, HEAD + WELL)))))
    assert catalog.gettext("{host} has no address") == '{host} no tiene "dirección"'
    assert catalog.ngettext("{n} host", "{n} hosts", 1) == "{n} servidor"
    assert catalog.ngettext("{n} host", "{n} hosts", 3) == "{n} servidores"
    assert [catalog.gettext(words) for words in ("unsure", "not yet")] == ["unsure", "not yet"]


@pytest.mark.parametrize(
    ("words", "line", "what"),
    [
        ('msgid "a {gap}"\nmsgstr "b {hueco}"', 7, "the gaps are not those"),
        ('msgid "a {gap}"\nmsgstr "b {gap"', 7, "the gaps are not those"),
        ('msgid "a %s"\nmsgstr "b"', 7, "the gaps are not those"),
        ('msgid "a"\nmsgstr "b" c', 8, "quotes"),
        ('msgid "a"\nmsgstr "\\q"', 8, "no escape"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"', 7, "no msgstr"),
        ('msgid "a"', 7, "no msgstr"),
        ('msgstr "a"', 7, "does not belong here"),
        ('"a"', 7, "without a keyword"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"', 10, "again"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"', 7, "are needed"),
    ],
)
def test_a_broken_catalog_says_in_one_line_where_and_what(tmp_path, words, line, what):
    file = a_catalog(tmp_path, f"{HEAD}\n{words}\n")
    with pytest.raises(BrokenCatalog, match=what) as problem:
        read(file)
    assert str(problem.value).startswith(f"{file}:{line}: ")
    assert "\n" not in str(problem.value)


def test_a_catalog_without_its_header_is_broken(tmp_path):
    with pytest.raises(BrokenCatalog, match="charset"):
        read(a_catalog(tmp_path, 'msgid "a"\nmsgstr "b"\n'))


def test_a_catalog_in_other_letters_is_broken(tmp_path):
    file = a_catalog(tmp_path, "")
    file.write_bytes(b"\xe9")
    with pytest.raises(BrokenCatalog, match="UTF-8"):
        read(file)


def test_catalogs_are_compiled_once_and_what_has_no_source_goes(tmp_path):
    target = a_catalog(tmp_path, HEAD + WELL).with_suffix(".mo")
    stray = tmp_path / CATALOGS / "fr" / "LC_MESSAGES" / "mxgui.mo"
    stray.parent.mkdir(parents=True)
    stray.touch()
    assert compile_all(tmp_path, anew=False) == [target]
    assert compile_all(tmp_path, anew=False) == []
    assert compile_all(tmp_path) == [target]
    assert not stray.exists()


def test_every_catalog_of_the_tree_can_be_used(tmp_path):
    copytree(ROOT / CATALOGS, tmp_path / CATALOGS)
    assert len(compile_all(tmp_path)) == len(catalogs(ROOT / CATALOGS))
