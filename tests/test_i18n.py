"""Sentences in a language: catalogs, plurals, typed arguments, and text that would turn a line."""

import plistlib
from datetime import timedelta
from fractions import Fraction
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.localedata import locale_identifiers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from mxgui.i18n import (
    Language,
    install,
    languages,
    of_system,
    open_language,
    runs_right_to_left,
    tr,
    wanted_by,
)
from mxgui.model.text import Argument, counted, text
from tests.builders import NOON

SPANISH = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "{host} has no address"
msgstr "{host} no tiene dirección"

msgid "{n} host does not answer"
msgid_plural "{n} hosts do not answer"
msgstr[0] "un servidor no responde"
msgstr[1] "{n} servidores no responden"

msgid "{n} host greets"
msgid_plural "{n} hosts greet"
msgstr[0] "{n} servidor saluda"
msgstr[1] "{n} servidores saludan"

msgid "lost {gap}"
msgstr "perdido"

msgid "renamed {gap}"
msgstr "cambiado {hueco}"

msgid "torn {gap}"
msgstr "roto {gap"

msgid "reached {gap}"
msgstr "alcanzado {gap.__class__}"

msgid "unnamed {gap}"
msgstr "sin nombre {}"

msgid "It says: {words}"
msgstr "Dice: {words}"
"""


@pytest.fixture
def catalogs(tmp_path: Path) -> Path:
    """A folder with a Spanish catalog."""
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "mxgui.mo").open("wb") as stream:
        write_mo(stream, read_po(BytesIO(SPANISH.encode()), locale="es"))
    return tmp_path


@pytest.fixture
def spanish(catalogs: Path) -> Language:
    return open_language(["es"], catalogs)


def in_language(code: str) -> Language:
    """A language of which no sentence is translated."""
    return Language(code, NullTranslations())


def test_a_sentence_is_given_in_the_language(spanish):
    assert spanish.sentence(text("{host} has no address", host="mx1.example.org")) == (
        "mx1.example.org no tiene dirección"
    )


def test_a_sentence_without_a_translation_is_english(spanish):
    assert spanish.sentence(text("Nobody translated {this}.", this="me")) == (
        "Nobody translated me."
    )


def test_an_empty_sentence_is_empty_in_every_language(spanish):
    assert spanish.sentence(text("")) == ""


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "0 servidores saludan"), (1, "1 servidor saluda"), (2, "2 servidores saludan")],
)
def test_plurals_follow_the_rules_of_the_language(spanish, n, words):
    assert spanish.sentence(counted("{n} host greets", "{n} hosts greet", n)) == words


def test_a_plural_that_was_not_translated_is_english(spanish):
    hosts = [counted("{n} fox", "{n} foxes", n) for n in (1, 2)]
    assert [spanish.sentence(words) for words in hosts] == ["1 fox", "2 foxes"]


@pytest.mark.parametrize("start", ["lost", "renamed", "torn", "reached", "unnamed"])
def test_a_translation_with_other_gaps_gives_way_to_english(spanish, start):
    assert spanish.sentence(text(f"{start} {{gap}}", gap="x")) == f"{start} x"


def test_a_plural_that_lost_its_number_gives_way_to_english(spanish):
    words = counted("{n} host does not answer", "{n} hosts do not answer", 1)
    assert spanish.sentence(words) == "1 host does not answer"


def test_a_sentence_within_a_sentence_is_translated_too(spanish):
    inner = text("{host} has no address", host="a.example")
    assert spanish.sentence(text("It says: {words}", words=inner)) == (
        "Dice: a.example no tiene dirección"
    )


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (10025, "es", "10025"),
        (1.5, "es", "1,5"),
        (0.0004, "de", "0,0004"),
        (1.5, "en", "1.5"),
        (Fraction(1, 6), "es", "1/6"),
        (NOON, "es", "23 de noviembre de 2026, 12:00:00 UTC"),
        (NOON, "en", "2026-11-23 12:00:00 UTC"),
        (timedelta(seconds=1.5), "de", "1,5 Sek."),
        (timedelta(minutes=1, seconds=5), "es", "1 min 5 s"),
        (timedelta(minutes=1, seconds=5), "en", "1 min 5 s"),
        (("a", "b", "c"), "es", "a, b y c"),
        (("a", "b", "c"), "en", "a, b and c"),
        ((1.5, timedelta(seconds=2)), "es", "1,5 y 2 s"),
    ],
)
def test_arguments_are_written_as_the_language_writes_them(value, code, words):
    assert in_language(code).argument(value) == words


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("mx1.example.org", "en", "mx1.example.org"),
        ("mx1.example.org", "ar", "\u2068mx1.example.org\u2069"),
        ("mx1.example.org", "he_IL", "\u2068mx1.example.org\u2069"),
        ("דוגמה.example", "en", "\u2068דוגמה.example\u2069"),
        (("a.example", "דוגמה.example"), "en", "a.example and \u2068דוגמה.example\u2069"),
        ("ok\u202egpj.exe", "en", r"ok\u202egpj.exe"),
        ("a\u2069b\u200f", "ar", "\u2068a\\u2069b\\u200f\u2069"),
    ],
)
def test_text_from_elsewhere_cannot_turn_the_sentence_around_it(value: Argument, code, words):
    assert in_language(code).argument(value) == words


@pytest.mark.parametrize("code", sorted({code.partition("_")[0] for code in locale_identifiers()}))
def test_every_language_that_babel_knows_can_write_arguments(code):
    words = text(
        "{a} {b} {c} {d} {e}",
        a=1.5,
        b=25,
        c=timedelta(minutes=1, seconds=5),
        d=NOON,
        e=("mx1.example.org", "192.0.2.1"),
    )
    assert "mx1.example.org" in in_language(code).sentence(words)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["es"], "es"),
        (["es_MX.UTF-8"], "es_MX"),
        (["es-ES"], "es_ES"),
        (["es_ES@euro"], "es_ES"),
        (["es_XX"], "es"),
        (["de", "es"], "es"),
        (["en_GB", "es"], "en"),
        (["C", "es"], "en"),
        (["de"], "en"),
        (["../../../es"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_has_a_catalog_is_used(catalogs, wanted, code):
    assert open_language(wanted, catalogs).code == code


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, []),
        ({"LANG": "es_ES.UTF-8"}, ["es_ES.UTF-8"]),
        ({"LANG": "es_ES.UTF-8", "LC_MESSAGES": "de_DE"}, ["de_DE"]),
        ({"LC_ALL": "C", "LC_MESSAGES": "de_DE"}, ["C"]),
        ({"LANGUAGE": "de:es", "LC_ALL": "fr"}, ["de", "es"]),
        ({"LANGUAGE": "", "LANG": "fr"}, ["fr"]),
        ({"LANGUAGE": "es", "LC_ALL": "C"}, ["C"]),
        ({"LANGUAGE": "es", "LANG": "POSIX"}, ["POSIX"]),
        ({"LANGUAGE": "es", "LANG": "C.UTF-8"}, ["es"]),
        ({"LANGUAGE": "::es:"}, ["es"]),
    ],
)
def test_the_environment_names_the_languages_as_gettext_reads_it(environment, wanted):
    assert wanted_by(environment) == wanted


def test_english_is_what_the_model_says():
    words = text("{a} after {b}: {c}", a=("x", "y"), b=timedelta(seconds=90), c=0.5)
    assert install("en") == "en"
    assert tr(words) == str(words) == "x and y after 1 min 30 s: 0.5"


def test_a_language_without_a_catalog_is_english():
    assert install("tlh") == "en"
    assert tr(text("Stop")) == "Stop"


def test_the_languages_are_those_with_a_catalog_each_by_its_own_name(catalogs):
    assert languages(catalogs) == (("en", "English"), ("es", "Español"))


def test_the_formats_of_a_language_that_babel_does_not_know_are_english(catalogs):
    (catalogs / "es").rename(catalogs / "xx")
    assert install("xx", catalogs) == "en"
    assert tr(text("{host} has no address", host="a")) == "a no tiene dirección"
    assert not runs_right_to_left()
    install("en")


def a_mac(folder: Path, told: bytes) -> Path:
    """A home folder with those preferences."""
    file = folder / "Library" / "Preferences" / ".GlobalPreferences.plist"
    file.parent.mkdir(parents=True)
    file.write_bytes(told)
    return folder


def test_macos_keeps_the_chosen_languages_in_its_preferences(tmp_path):
    told = plistlib.dumps({"AppleLanguages": ["es-MX", 7, "en"]}, fmt=plistlib.FMT_BINARY)
    home = a_mac(tmp_path, told)
    assert of_system("darwin", lambda: home) == ["es-MX", "en"]
    assert of_system("linux", lambda: home) == []
    assert of_system("win32", lambda: home) == []


@pytest.mark.parametrize("told", [b"", b"bplist00", b"<plist><array/></plist>", b"\xff" * 50])
def test_preferences_that_cannot_be_read_are_english(tmp_path, told):
    home = a_mac(tmp_path, told)
    assert of_system("darwin", lambda: home) == []
    assert of_system("darwin", lambda: tmp_path / "none") == []
