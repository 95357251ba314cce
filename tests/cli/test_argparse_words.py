"""The words of argparse are found in our catalogs."""

from argparse import ArgumentParser

import pytest

from mxgui.cli.argparse_words import WORDS, as_help, let_argparse_speak
from mxgui.i18n import install
from mxgui.model.text import text
from tests.languages import a_language
from tests.pseudo import CODE, bare_words, folder


@pytest.fixture(autouse=True)
def english_again():
    yield
    install("en")


def help_of(capsys) -> str:
    """What the help says."""
    with pytest.raises(SystemExit):
        ArgumentParser(prog="mxgui").parse_args(["--help"])
    return capsys.readouterr().out


def complaint_of(capsys, *arguments: str) -> str:
    """What is said of arguments that do not fit."""
    parser = ArgumentParser(prog="mxgui")
    parser.add_argument("--two", nargs=2)
    with pytest.raises(SystemExit):
        parser.parse_args(arguments)
    return capsys.readouterr().err


def test_the_help_has_no_word_of_another_language(capsys):
    install(CODE, folder())
    let_argparse_speak()
    told = help_of(capsys)
    assert "«öptíöñš" in told
    assert [word for line in told.splitlines() for word in bare_words(line)] == ["mxgui"]


def test_the_language_may_be_installed_later(capsys):
    let_argparse_speak()
    assert "options:" in help_of(capsys)
    install(CODE, folder())
    assert "«öptíöñš" in help_of(capsys)


def test_plurals_are_those_of_the_language(capsys):
    install(CODE, folder())
    let_argparse_speak()
    assert "éxpéçtéd 2 árgüméñtš" in complaint_of(capsys, "--two", "1")


def test_a_translation_that_lost_its_gap_gives_way_to_english(capsys, tmp_path):
    a_language(tmp_path, "es", {"unrecognized arguments: %s": "argumentos desconocidos"})
    install("es", tmp_path)
    let_argparse_speak()
    assert "unrecognized arguments: --three" in complaint_of(capsys, "--three")


def test_a_per_cent_sign_in_help_is_no_gap(capsys):
    parser = ArgumentParser(prog="mxgui")
    parser.add_argument("--share", help=as_help(text("in {sign}", sign="100 %")))
    parser.print_help()
    assert "in 100 %" in capsys.readouterr().out


def test_every_word_is_extracted():
    assert all(words.template for words in WORDS)
