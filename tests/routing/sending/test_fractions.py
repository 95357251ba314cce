"""Shares of all messages are told as what they are, or in per cent."""

from fractions import Fraction

import pytest

from mxgui.routing.sending.fractions import each, mark, messages, moved, number_of, the_rest


@pytest.mark.parametrize(
    ("share", "words", "rest", "number"),
    [
        ("1/2", "one message of two", "the other", 1),
        ("1/3", "one message of three", "the others", 1),
        ("2/3", "two messages of three", "the third", 2),
        ("11/12", "eleven messages of twelve", "the twelfth", 2),
        ("5/12", "five messages of twelve", "the others", 2),
        ("1/13", "7.7\u2009% of messages", "the others", 2),
        ("337/1000", "34\u2009% of messages", "the others", 2),
        ("999/1000", "over 99\u2009% of messages", "the others", 2),
        ("1/5000", "under 0.1\u2009% of messages", "the others", 2),
    ],
)
def test_a_share_of_messages_is_told_with_what_is_left(share, words, rest, number):
    told = Fraction(share)
    assert str(messages(told)) == words
    assert str(the_rest(told)) == rest
    assert number_of(told) == number


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("1/3", "1/2", "1/3 → 1/2"),
        ("1/3", "0", "1/3 → 0"),
        ("0", "1/2", "0 → 1/2"),
        ("1/2", "1", "1/2 → 1"),
        ("0", "1", "0\u2009% → 100\u2009%"),
        ("1/3", "37/100", "33\u2009% → 37\u2009%"),
        ("1/3", "1/3", "1/3"),
        ("1", "1", "100\u2009%"),
        ("0", "0", "0"),
    ],
)
def test_a_share_moves_in_one_manner_of_writing(before, after, wanted):
    assert str(moved(Fraction(before), Fraction(after))) == wanted


def test_equal_shares_are_told_once():
    assert str(each(Fraction(1, 3))) == "a third each"
    assert str(each(Fraction(1, 7))) == "in equal shares"
    assert str(mark(Fraction(1, 7))) == "1/7"
