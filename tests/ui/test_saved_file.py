"""What a row knows of the file that it was opened from."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mxgui.ui.saved_file import SavedFile, moment_words, seconds_of
from tests.builders import NOON
from tests.ui.showing import a_running, two_tiers


def test_the_moment_is_told_to_the_minute_with_its_day():
    moment = datetime(2026, 3, 4, 12, 5, 59, tzinfo=UTC)
    assert moment_words(moment) == moment.astimezone().strftime("%Y-%m-%d %H:%M")


def test_it_has_lasted_as_long_as_it_took():
    known = two_tiers()
    assert seconds_of(replace(known, ended=known.began + timedelta(seconds=7))) == 7
    assert seconds_of(a_running()) == 0


def test_two_are_equal_whatever_was_found_meanwhile():
    file = SavedFile("a.json", NOON)
    assert file == replace(file, other=two_tiers())
    assert file != replace(file, is_shown=False)
