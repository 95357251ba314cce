"""Sentences are taken out of the code, sorted, with what translators are told."""

from pathlib import Path

import pytest

from extraction import TEMPLATE, Sentence, TwoPlurals, in_code, sentences, template
from po_files import ROOT, read

CODE = """
A = text("later {gap}", gap=1)
# Translators: a button,
# not a noun.
B = counted("{n} host", "{n} hosts", 2)
# Nobody is told this.
C = text("")
D = text(variable)
"""


def test_the_template_of_the_tree_is_that_of_its_code():
    # Else: python3 packaging/words.py extract
    assert (ROOT / TEMPLATE).read_text(encoding="utf-8") == template(sentences())


def test_the_template_is_a_catalog_as_others_are():
    assert len(read(ROOT / TEMPLATE).entries) == len(sentences()) + 1


def test_sentences_plurals_and_comments_are_found():
    assert list(in_code(CODE)) == [
        ("later {gap}", None, ""),
        ("{n} host", "{n} hosts", "a button, not a noun."),
    ]


def test_the_template_names_files_and_gaps_but_no_lines(tmp_path):
    found = sentences(a_program(tmp_path, CODE))
    assert [sentence.one for sentence in found] == ["later {gap}", "{n} host"]
    assert template(found).endswith(
        '#: mxgui/a.py\n#, python-brace-format\nmsgid "later {gap}"\nmsgstr ""\n\n'
        "#. a button, not a noun.\n#: mxgui/a.py\n#, python-brace-format\n"
        'msgid "{n} host"\nmsgid_plural "{n} hosts"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_long_sentences_are_broken_and_read_back_whole(tmp_path):
    words = 'It says "no"\\ and\nthen more ' + "and more " * 20
    file = tmp_path / "a.po"
    file.write_text(template([Sentence(words)]), encoding="utf-8")
    assert read(file).entries[1].one == words
    assert max(map(len, file.read_text(encoding="utf-8").splitlines())) < 90


def test_one_sentence_with_two_plurals_is_refused(tmp_path):
    code = 'counted("a", "b", 2)\ncounted("a", "c", 2)\n'
    with pytest.raises(TwoPlurals, match="“a” has the plurals"):
        sentences(a_program(tmp_path, code))


def a_program(folder: Path, code: str) -> Path:
    """A checkout whose program is one file."""
    (folder / "mxgui").mkdir()
    (folder / "mxgui" / "a.py").write_text(code, encoding="utf-8")
    return folder


def test_what_is_one_gap_is_no_sentence_but_for_who_looks_for_words_without_a_catalog(tmp_path):
    file = tmp_path / "mxgui" / "a.py"
    file.parent.mkdir()
    file.write_text('text("{host}", host=a)\ntext("{host}, known", host=a)\n', encoding="utf-8")
    assert [each.one for each in sentences(tmp_path)] == ["{host}, known"]
    found = sentences(tmp_path, gaps_alone=True)
    assert [each.one for each in found] == ["{host}", "{host}, known"]
