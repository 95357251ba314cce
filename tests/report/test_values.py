"""JSON is readable, loses nothing, and nothing in it can act where it is shown."""

import json
import re
import tracemalloc
from datetime import datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.report.values import json_bytes, json_for_page, milliseconds, moment, share

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_every_text_is_read_back_as_it_was(words: str):
    assert json.loads(json_bytes([words])) == [words]
    assert json.loads(json_for_page([words])) == [words]


@given(ANY_TEXT)
def test_nothing_in_a_file_acts_on_a_terminal(words: str):
    written = json_bytes([words]).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


@given(ANY_TEXT)
def test_nothing_in_a_page_ends_the_element_it_stands_in(words: str):
    assert not set(json_for_page({words: words})) & set("<>&")


def test_a_large_value_is_written_at_little_more_than_its_size():
    large = [{"number": number, "words": ["some", "words"]} for number in range(10_000)]
    tracemalloc.start()
    written = json_bytes(large)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert json.loads(written) == large
    assert peak < 4 * len(written)


def test_letters_stay_letters():
    assert (
        json_bytes({"unicode": "bücher.example"}) == b'{\n  "unicode": "b\xc3\xbccher.example"\n}\n'
    )


def test_a_number_that_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_bytes([float("nan")])


def test_a_moment_is_utc_to_the_millisecond():
    at = datetime(2026, 11, 23, 13, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    assert moment(at) == "2026-11-23T12:00:00.123Z"
    assert moment(None) is None


def test_durations_and_shares_are_rounded_as_the_contract_shows_them():
    assert milliseconds(0.0012345) == 1.234
    assert milliseconds(None) is None
    assert share(Fraction(1, 6)) == 0.166667
