"""What kinds of value there are, and what each takes."""

import pytest

from mxgui.app.setting import BadSetting, Choice, Flag, Group, Line, Number, Option, Words
from mxgui.model.text import text

COLOURS = Choice(lambda: (Option("red", "Red"), Option("blue", "Blue")))
SECONDS = Number(5, 60, text("seconds"), whole=False)
NAMES = Number(0, 300, text("names"))


def loud(written: str) -> str:
    if "?" in written:
        raise BadSetting(text("No questions."))
    return written.upper()


@pytest.mark.parametrize(
    ("kind", "told", "value"),
    [
        (COLOURS, "red", "red"),
        (Choice(lambda: (), str.isupper), "ANY", "ANY"),
        (Flag(), True, True),
        (SECONDS, 5, 5.0),
        (SECONDS, 60.0, 60.0),
        (NAMES, 0, 0),
        (NAMES, 300.0, 300),
        (Line(loud), "", ""),
        (Line(loud), "abc", "ABC"),
        (Words(loud, 2, "none"), ["a", "b"], ("A", "B")),
        (Words(loud, 2, "NONE"), [], ("NONE",)),
    ],
)
def test_a_value_of_its_kind_is_taken(kind, told, value):
    taken = kind.read(told)
    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (COLOURS, "green"),
        (COLOURS, ["red"]),
        (COLOURS, "red" * 1000),
        (Flag(), 1),
        (Flag(), "yes"),
        (SECONDS, 4.9),
        (SECONDS, 61),
        (SECONDS, float("nan")),
        (SECONDS, float("inf")),
        (SECONDS, True),
        (SECONDS, "7"),
        (NAMES, 1.5),
        (NAMES, -1),
        (NAMES, 10**400),
        (Line(loud), 5),
        (Line(loud), "who?"),
        (Line(loud), "x" * 1001),
        (Line(loud, has_secret=True), "small"),
        (Words(loud, 2, "none"), ["a", 5]),
        (Words(loud, 2, "none"), ["a", "b", "c"]),
        (Words(loud, 2, "none"), "a b"),
    ],
)
def test_what_is_not_of_its_kind_is_refused_in_a_sentence(kind, told):
    with pytest.raises(BadSetting) as caught:
        kind.read(told)
    assert str(caught.value.text).endswith(".")


@pytest.mark.parametrize(
    ("written", "value"), [("7", 7.0), (" 7.5 ", 7.5), ("7,5", 7.5), ("60", 60.0)]
)
def test_a_number_is_taken_as_it_is_typed(written, value):
    assert SECONDS.parse(written) == value
    assert SECONDS.parse(SECONDS.shown(value)) == value


@pytest.mark.parametrize("written", ["", "soon", "4", "61", "nan", "1e999", "0x10", "7 s"])
def test_a_number_that_cannot_be_is_told_its_bounds(written):
    with pytest.raises(BadSetting) as caught:
        SECONDS.parse(written)
    assert str(caught.value.text) == "Give 5 to 60."


def test_words_are_parted_by_spaces_and_commas_and_each_counts_once():
    kind = Words(loud, 3, "none")
    assert kind.parse("a, b a,,b") == ("A", "B")
    assert kind.parse(kind.shown(("A", "B"))) == ("A", "B")


def test_every_group_has_a_title_and_says_from_when_on_it_holds():
    for group in Group:
        assert str(group.words)
        assert str(group.holds).endswith(".")
