"""Words on their way to the screen."""

from mxgui.model.text import text
from mxgui.ui.words import shown, tip


def test_a_sentence_is_translated_and_a_string_stays():
    assert shown(text("{n} hosts", n=2)) == "2 hosts"
    assert shown("mx1.example.org") == "mx1.example.org"


def test_letters_that_turn_the_text_around_are_made_visible():
    assert "\u202e" not in shown("evil\u202etxt")


def test_a_tooltip_holds_no_markup_of_others():
    words = tip('<img src="x"> & more')
    assert "<img" not in words
    assert words.startswith("<qt>")  # else Qt would not undo the escapes
    assert "&lt;img" in words


def test_the_lines_of_a_tooltip_stay_lines():
    assert tip("one\ntwo") == "<qt>one<br>two</qt>"
    assert tip("") == ""
