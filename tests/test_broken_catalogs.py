"""A catalog or a translation that is broken gives way to English, and never ends the program."""

from pathlib import Path

import pytest

from mxgui.i18n import languages, open_language
from mxgui.model.text import counted, text
from tests.languages import Catalog, Entry, a_language, compiled


def a_catalog(plurals: str, said: str) -> bytes:
    """A compiled catalog with that header, and a sentence whose gap is lost."""
    head = f"Content-Type: text/plain; charset=utf-8\n{plurals}\n"
    host = Entry(1, "{n} host greets", "{n} hosts greet", {0: said, 1: said})
    return compiled(Catalog(Path("es.po"), (Entry(1, "", None, {0: head}), host)))


WHOLE = a_catalog("Plural-Forms: nplurals=2; plural=(n != 1);", "un servidor")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        WHOLE[: len(WHOLE) // 2],
        WHOLE[:30],
        WHOLE.replace(b"charset=utf-8", b"charset=klingon"),
        WHOLE.replace(b"un servidor", b"un servid\xff\xfe"),
        WHOLE + bytes(8 * 2**20),
        a_catalog("Plural-Forms: nplurals=2; plural=(n !=", "un servidor"),
        a_catalog("Plural-Forms: nplurals=2; plural=__import__('os');", "un servidor"),
        a_catalog("Plural-Forms: nplurals=2; plural=" + "(" * 500 + "n" + ")" * 500, "uno"),
        a_catalog("Plural-Forms", "un servidor"),
    ],
    ids=lambda content: f"{len(content)} bytes",
)
def test_a_broken_catalog_is_as_none(tmp_path, content):
    file = tmp_path / "es" / "LC_MESSAGES" / "mxgui.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    language = open_language(["es"], tmp_path)
    assert language.sentence(counted("{n} host greets", "{n} hosts greet", 2)) == "2 hosts greet"
    assert languages(tmp_path)


def test_a_catalog_that_is_no_file_is_as_none(tmp_path):
    (tmp_path / "es" / "LC_MESSAGES" / "mxgui.mo").mkdir(parents=True)
    assert open_language(["es"], tmp_path).code == "en"


@pytest.mark.parametrize("formula", ["n%0", "7", "n-9", "0"])
def test_a_wrong_formula_for_plurals_gives_way_to_english(tmp_path, formula):
    file = tmp_path / "es" / "LC_MESSAGES" / "mxgui.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(a_catalog(f"Plural-Forms: nplurals=2; plural={formula};", "un servidor"))
    language = open_language(["es"], tmp_path)
    assert language.sentence(counted("{n} host greets", "{n} hosts greet", 2)) == "2 hosts greet"


@pytest.mark.parametrize("said", ["%s and %s", "%d", "none"])
def test_a_translation_for_argparse_has_its_gaps_too(tmp_path, said):
    a_language(tmp_path, "es", {"unrecognized arguments: %s": said})
    sentence = open_language(["es"], tmp_path).sentence(text("unrecognized arguments: %s"))
    assert sentence == "unrecognized arguments: %s"
