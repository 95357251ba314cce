"""What a stranger sent, after it was made harmless."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.net.visible import cut, visible


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (b"plain text", "plain text"),
        ("grüße 你好".encode(), "grüße 你好"),
        (b"\x1b[31m", r"\x1b[31m"),
        (b"tab\there", r"tab\x09here"),
        (b"\xff\xc3", r"\xff\xc3"),
        ("\x85\x9b", r"\x85\x9b"),
        ("a\u202eb\u2066c\u200b", r"a\u202eb\u2066c\u200b"),
        ("\u2028\u2029\ufeff", r"\u2028\u2029\ufeff"),
        ("\U000e0001", r"\U000e0001"),
    ],
)
def test_what_does_not_print_is_shown_as_an_escape(sent, shown):
    assert visible(sent) == shown


@given(st.binary() | st.text())
def test_whatever_was_sent_is_plain_text_that_any_encoding_takes(sent):
    shown = visible(sent)
    assert shown.isprintable()
    shown.encode("utf-8")


def test_a_flood_of_one_letter_is_escaped_at_the_cost_of_what_comes_of_it():
    flood = bytes(65_536)
    tracemalloc.start()
    assert visible(flood) == r"\x00" * 65_536
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_text_is_cut_at_its_limit_and_says_so():
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abcde…"
