"""Sentences kept with their arguments, and how English writes them."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from mxgui.model.text import counted, listed, plain, plain_duration, text


def test_a_sentence_is_its_template_with_the_gaps_filled():
    words = text("{host} answers in {time}", host="mx1.example.org", time=timedelta(seconds=0.034))
    assert str(words) == "mx1.example.org answers in 34 ms"


def test_equal_sentences_are_equal_and_can_be_kept_in_a_set():
    assert len({text("{a} and {b}", a=1, b=("x",)), text("{a} and {b}", a=1, b=("x",))}) == 1


def test_braces_in_an_argument_are_only_letters():
    assert str(text("It says {words}", words="{host} {0}")) == "It says {host} {0}"


@pytest.mark.parametrize(("n", "words"), [(0, "0 hosts"), (1, "1 host"), (2, "2 hosts")])
def test_the_number_decides_between_one_and_many(n, words):
    assert str(counted("{n} host", "{n} hosts", n)) == words


def test_a_sentence_may_stand_in_another():
    inner = counted("{n} host", "{n} hosts", 2)
    assert str(text("{what} of {domain}", what=inner, domain="example.org")) == (
        "2 hosts of example.org"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a", "a"),
        (10025, "10025"),
        (0.5, "0.5"),
        (2.0, "2"),
        (Fraction(1, 6), "1/6"),
        (datetime(2026, 11, 23, 12, 0, 1, 500, tzinfo=UTC), "2026-11-23 12:00:01 UTC"),
        (timedelta(hours=4), "4 h"),
        ((1, "b", text("{x}", x=3)), "1, b and 3"),
    ],
)
def test_english_writes_each_kind_of_argument_in_its_way(value, words):
    assert plain(value) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 ms"),
        (0.0012, "1.2 ms"),
        (0.005, "5 ms"),
        (0.00999, "10 ms"),
        (0.35, "350 ms"),
        (0.9994, "999 ms"),
        (0.9996, "1 s"),
        (1, "1 s"),
        (1.54, "1.5 s"),
        (9.97, "10 s"),
        (15, "15 s"),
        (59.4, "59 s"),
        (59.7, "1 min"),
        (65, "1 min 5 s"),
        (3599.7, "1 h"),
        (3600, "1 h"),
        (3660, "1 h 1 min"),
        (4 * 3600, "4 h"),
        (86_399.9, "1 d"),
        (2 * 86_400 + 3 * 3600, "2 d 3 h"),
        (-2, "-2 s"),
    ],
)
def test_a_duration_has_its_two_largest_units(seconds, words):
    assert plain_duration(seconds) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_joined_as_a_sentence_does(parts, words):
    assert listed(parts) == words
