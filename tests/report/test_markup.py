"""Text from the network is shown in documents and does nothing there."""

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.report.markup import Markup, element, joined, number, one_line, safe, visible
from tests.report.samples import HOSTILE

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\x00", "\\x00"),
        ("\x9b", "\\x9b"),
        ("\u202e", "\\u202e"),
        ("\udc80", "\\udc80"),
        ("\ufffe", "\\ufffe"),
        ("a\nb\tc", "a\nb\tc"),
        ("bücher 漢字", "bücher 漢字"),
    ],
)
def test_what_would_act_is_shown_as_an_escape(raw: str, shown: str):
    assert visible(raw) == shown


def test_a_piece_that_is_set_apart_as_translation_does_it_stays_so():
    assert visible("\u2068דוגמה\u2069 answers") == "\u2068דוגמה\u2069 answers"
    assert visible("\u2068a\u202eb\u2069") == "\u2068a\\u202eb\u2069"
    assert visible("\u2069\u2068") == "\\u2069\\u2068"


def test_one_line_stays_one_line():
    assert one_line("a\nb\r\nc\td") == "a\\nb\\x0d\\nc d"


@given(ANY_TEXT, ANY_TEXT)
def test_an_element_shows_its_text_and_holds_its_attributes_whatever_they_are(one: str, two: str):
    seen: list[tuple[str, object]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs)))

        def handle_data(self, data):
            seen.append(("data", data))

    reader = Reader(convert_charrefs=True)
    reader.feed(element("p", one, title=two))
    reader.close()
    assert seen[0] == ("p", {"title": visible(two)})
    assert "".join(str(data) for kind, data in seen if kind == "data") == visible(one)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_markup_comes_out_of_text(words: str):
    written = safe(words)
    assert "<" not in written
    assert '"' not in written
    assert unescape(written) == visible(words)


def test_markup_is_not_escaped_twice():
    inner = element("b", "<&>")
    assert element("p", inner) == "<p><b>&lt;&amp;&gt;</b></p>"
    assert joined("<", Markup("<br>")) == "&lt;<br>"


def test_attributes_lose_their_underscores_and_those_without_value():
    written = element("rect", class_="f-bg", stroke_width=1.5, rx=None)
    assert written == '<rect class="f-bg" stroke-width="1.5"></rect>'


def test_numbers_have_two_decimals_at_most():
    assert [number(value) for value in (8.0, 0.333333, 12.50)] == ["8", "0.33", "12.5"]
