"""Extended DNS errors are told with their meaning in words."""

from mxgui.model.records import ExtendedError
from mxgui.ui.dns_errors import error_words, meaning_of, short_words


def test_code_meaning_and_the_words_of_the_server_are_told():
    error = ExtendedError(22, "at delegation example.org.")
    assert str(error_words(error)) == (
        "22, none of the zone's servers could be reached: at delegation example.org."
    )
    assert str(short_words(error)) == "22, none of the zone's servers could be reached"
    assert error_words(ExtendedError(22)) == short_words(error)


def test_every_registered_code_has_a_meaning_of_its_own():
    meanings = {str(meaning_of(code)) for code in range(31)}
    assert len(meanings) == 31
    assert str(meaning_of(99)) not in meanings


def test_a_code_that_is_not_known_is_told_as_such():
    assert str(meaning_of(4711)) == "a code that is not known here"
    assert str(meaning_of(50_000)) == "a code of the server's own"
