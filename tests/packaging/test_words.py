"""The command that extracts, checks, compiles and merges words."""

from pathlib import Path
from shutil import copytree

import pytest

from extraction import TEMPLATE
from po_files import CATALOGS, BrokenCatalog
from words import BAD_USE, check, compile_catalogs, extract, main, merge


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with a program of two sentences, extracted."""
    (tmp_path / "mxgui").mkdir()
    code = 'text("one {gap}", gap=1)\ncounted("{n} host", "{n} hosts", 2)\n'
    (tmp_path / "mxgui" / "a.py").write_text(code, encoding="utf-8")
    extract(tmp_path)
    return tmp_path


def test_extraction_counts_what_it_found_and_is_the_same_each_time(root):
    before = (root / TEMPLATE).read_bytes()
    assert extract(root) == "resources/i18n/mxgui.pot has 2 sentences, 1 of them with a plural."
    assert (root / TEMPLATE).read_bytes() == before


def test_a_template_behind_the_code_is_told(root):
    (root / "mxgui" / "b.py").write_text('text("new")\n', encoding="utf-8")
    with pytest.raises(BrokenCatalog, match="behind the code"):
        check(root)


def test_a_language_is_made_brought_up_to_date_and_compiled(root):
    merge("es", root)
    file = root / CATALOGS / "es" / "LC_MESSAGES" / "mxgui.po"
    words = file.read_text(encoding="utf-8")
    assert check(root).endswith("es: 0 of 2 sentences are translated.")
    file.write_text(words.replace('gap}"\nmsgstr ""', 'gap}"\nmsgstr "uno {gap}"'), "utf-8")
    merge("es", root)
    assert check(root).endswith("es: 1 of 2 sentences are translated.")
    assert compile_catalogs(root) == "1 catalogs are compiled."


def test_what_is_no_language_is_refused(root):
    with pytest.raises(BrokenCatalog, match="no code of a language"):
        merge("no language", root)


def test_the_languages_that_nobody_speaks_are_made_where_one_wants_them(tmp_path, capsys):
    assert main(["pseudo", str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_anything_else_gets_the_help(capsys):
    assert main(["translate"]) == BAD_USE
    assert "extract" in capsys.readouterr().err


def test_a_copy_of_nothing_has_no_catalogs(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("copy")
    copytree(root, elsewhere / "copy")
    assert compile_catalogs(elsewhere / "copy") == "0 catalogs are compiled."
