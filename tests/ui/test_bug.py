"""An error is kept as words and a place, and told apart from the same trouble going on."""

import pytest

from mxgui import __version__
from mxgui.ui.bug import (
    LONGEST,
    QUIET,
    Tally,
    bug_of,
    home,
    is_of_drawing,
    passed,
    place_of,
    without_secrets,
    written,
)


class Clock:
    """A clock that runs when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def caught(call, *arguments) -> BaseException:
    """What the call raises, as Qt sees it: the outermost line is within the call."""
    with pytest.raises(Exception) as caught_here:  # noqa: PT011 - whatever it is
        call(*arguments)
    error = caught_here.value
    assert error.__traceback__ is not None
    return error.with_traceback(error.__traceback__.tb_next)


def click(words: str = "broken") -> None:
    raise ValueError(words)


def paintEvent() -> None:
    click()


def dig() -> None:
    dig()


def test_an_error_is_told_with_version_and_traceback():
    words = written(caught(click))
    assert __version__ in words
    assert "Traceback" in words
    assert "ValueError: broken" in words


def test_a_recursion_without_end_is_not_told_without_end():
    words = written(caught(dig))
    assert len(words) < LONGEST + 500
    assert "RecursionError" in words


def test_a_very_long_message_is_cut_in_its_middle():
    words = written(caught(click, "a" * LONGEST + "the end"))
    assert len(words) < LONGEST + 500
    assert words.endswith("the end")
    assert "Traceback" in words


def test_the_place_is_the_same_whatever_the_words_are():
    assert place_of(caught(click, "one")) == place_of(caught(click, "another"))
    assert place_of(caught(click)) != place_of(caught(paintEvent))
    assert bug_of(caught(click)).place == place_of(caught(click))


def rowCount() -> None:
    paintEvent()


def test_an_error_of_drawing_is_the_same_whatever_it_was_handed_on_to():
    assert place_of(caught(rowCount)) == place_of(caught(paintEvent))
    assert is_of_drawing(caught(rowCount))


def test_the_words_of_handing_on_are_told_once():
    twice = "Error calling Python override of A::b(): Error calling Python override of C::d(): no"
    assert written(caught(click, twice)).endswith(": Error calling Python override of C::d(): no")


def test_a_file_that_an_error_came_through_is_known():
    assert passed(caught(click), __file__)
    assert not passed(caught(click), "elsewhere.py")


def test_an_error_in_painting_is_told_from_one_in_a_slot():
    assert is_of_drawing(caught(paintEvent))
    assert not is_of_drawing(caught(click))
    assert not is_of_drawing(ValueError("never raised"))


def test_what_comes_again_at_once_is_no_news_and_later_it_is():
    clock = Clock()
    tally = Tally(clock)
    assert tally.is_news(caught(click))
    clock.now += QUIET / 2
    assert not tally.is_news(caught(click))
    clock.now += QUIET / 2 + 0.1
    assert not tally.is_news(caught(click))  # it never was quiet for so long
    clock.now += QUIET + 0.1
    assert tally.is_news(caught(click))


def test_an_error_in_painting_is_news_once_only():
    clock = Clock()
    tally = Tally(clock)
    assert tally.is_news(caught(paintEvent))
    clock.now += 100 * QUIET
    assert not tally.is_news(caught(paintEvent))


def test_what_has_just_been_closed_stays_closed_for_a_while():
    clock = Clock()
    tally = Tally(clock)
    assert tally.is_news(caught(click))
    clock.now += 10 * QUIET
    tally.rest()
    assert not tally.is_news(caught(click))


@pytest.mark.parametrize(
    ("told", "folder", "left"),
    [
        ('File "/people/ada/mxgui/a.py", line 3', "/people/ada", 'File "~/mxgui/a.py", line 3'),
        ("/people/adam/a.py", "/people/ada", "/people/adam/a.py"),
        (r"'D:\\people\\ada\\x' D:\people\ada\x", r"D:\people\ada", r"'~\\x' ~\x"),
        ("socks5://bob:s3cret@127.0.0.1:1080 is dead", "", "socks5://…@127.0.0.1:1080 is dead"),
        ("'socks5://bob:p@ss@h:1' a@b.example", "", "'socks5://…@h:1' a@b.example"),
        ("at socks5://bob:p'a\"s/s?@h:1, so", "", "at socks5://…@h:1, so"),
        ("https://dns.example/query and a@b.example", "", None),
    ],
)
def test_neither_the_users_folder_nor_a_password_is_in_it(told, folder, left):
    assert without_secrets(told, folder) == (told if left is None else left)


def test_what_is_written_out_names_no_home():
    error = OSError(f"{home()}/settings.json and socks5://bob:s3cret@127.0.0.1:1080")
    assert written(error).endswith("OSError: ~/settings.json and socks5://…@127.0.0.1:1080")
