"""How durations are typed, and what is said about the rest."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.durations import MOST, BadDuration, read_duration


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90s", 90),
        ("4h", 14400),
        ("2d", 172800),
        ("1h30m", 5400),
        ("1H 30min", 5400),
        ("1w", 604800),
        (" 1d12h5m1s ", 129901),
        ("30d", MOST),
    ],
)
def test_a_duration_is_read(typed, seconds):
    assert read_duration(typed) == seconds


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "“” is no duration: write it as 90s, 4h, 2d or 1h30m"),
        ("90", "“90” has no unit: write it as 90s, 90m, 90h or 90d."),
        ("1.5h", "in whole numbers"),
        ("-4h", "no duration"),
        ("30m1h", "no duration"),
        ("1h1h", "no duration"),
        ("4 years", "no duration"),
        ("٤h", "no duration"),
        ("0s", "“0s” is not between 1 s and 30 d."),
        ("31d", "“31d” is not between 1 s and 30 d."),
        ("999999999d", "not between"),
        ("9" * 2000 + "d", "no duration"),
    ],
)
def test_what_is_no_duration_is_refused_with_a_sentence(typed, says):
    with pytest.raises(BadDuration) as bad:
        read_duration(typed)
    assert says in str(bad.value)
    assert len(str(bad.value)) < 300


def test_the_bounds_are_the_callers():
    assert read_duration("0s", least=0) == 0
    with pytest.raises(BadDuration, match="between 1 s and 1 min"):
        read_duration("61s", most=60)


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_the_reader(typed):
    with suppress(BadDuration):
        assert 1 <= read_duration(typed) <= MOST
