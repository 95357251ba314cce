"""What follows from an inspection is computed once, and anew for the next inspection."""

from collections.abc import Generator
from dataclasses import replace

import pytest

from mxgui.model.event import Asked, LineStep
from mxgui.model.inspection import Inspection, learn
from mxgui.model.once import once, once_in_steps
from mxgui.model.steps import result_of
from tests.builders import an_inspection

seen: list[tuple[Inspection, str]] = []


@once
def told(inspection: Inspection, name: str = "a") -> str | None:
    """Tell the name, except for that of nobody."""
    seen.append((inspection, name))
    return name or None


def test_the_same_is_computed_once():
    known = an_inspection()
    seen.clear()
    assert [told(known, "b"), told(known, "b")] == ["b", "b"]
    assert len(seen) == 1


def test_other_arguments_are_another_result():
    known = an_inspection()
    seen.clear()
    assert (told(known, "b"), told(known, "c"), told(known, name="b")) == ("b", "c", "b")
    assert len(seen) == 3


def test_nothing_is_a_result_as_well():
    known = an_inspection()
    seen.clear()
    assert (told(known, ""), told(known, "")) == (None, None)
    assert len(seen) == 1


def test_the_next_event_makes_an_inspection_of_which_nothing_is_computed():
    known = an_inspection()
    told(known)
    assert known.computed
    assert not learn(known, Asked(LineStep(), 0.0)).computed
    assert not replace(known, cut_short=True).computed


def test_what_was_computed_makes_no_difference_between_inspections():
    known = an_inspection()
    other = replace(known)
    told(known)
    assert known == other
    assert "computed" not in repr(known)


@once_in_steps
def told_slowly(inspection: Inspection, name: str) -> Generator[None, None, str | None]:
    """Tell the name after two pauses."""
    yield
    seen.append((inspection, name))
    yield
    return name or None


@pytest.mark.parametrize("name", ["b", ""])
def test_what_was_computed_in_steps_takes_no_step_again(name):
    known = an_inspection()
    seen.clear()
    assert len(list(told_slowly(known, name))) == 2
    assert list(told_slowly(known, name)) == []
    assert result_of(told_slowly(known, name)) == (name or None)
    assert len(seen) == 1


def test_steps_that_were_not_gone_through_leave_nothing_behind():
    known = an_inspection()
    next(told_slowly(known, "b"))
    assert not known.computed
    assert result_of(told_slowly(known, "b")) == "b"
