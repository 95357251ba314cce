"""The time to live counts down from when the answer came."""

import pytest

from mxgui.ui.answers.ttl import left_of, ttl_words
from tests.builders import a_failed_answer, an_answer

ANSWER = an_answer(records="10 mx.example.org", ttl=300, at=1.0, took=2.0)


@pytest.mark.parametrize(
    ("age", "left"), [(0.0, 300), (3.0, 300), (3.9, 300), (4.0, 299), (302.9, 1), (9999.0, 0)]
)
def test_it_is_what_the_resolver_had_left_less_what_has_passed_since(age, left):
    assert left_of(ANSWER, age) == left


def test_in_words_it_is_a_duration_or_expired():
    assert str(ttl_words(ANSWER, 3.0)) == "5 min"
    assert str(ttl_words(ANSWER, 13.0)) == "4 min 50 s"
    assert str(ttl_words(ANSWER, 999.0)) == "expired"


def test_where_the_whole_is_known_both_are_told():
    answer = an_answer(records="10 mx.example.org", ttl=300, ttl_original=3600)
    assert str(ttl_words(answer, 0.0)) == "5 min of 1 h"
    assert str(ttl_words(answer, 301.0)) == "expired, of 1 h"


def test_without_a_ttl_there_is_nothing_to_tell():
    assert left_of(a_failed_answer(), 5.0) is None
    assert ttl_words(a_failed_answer(), 5.0) == ""
