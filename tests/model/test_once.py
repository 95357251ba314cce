"""What follows from an inspection is computed once, and anew for the next inspection."""

from dataclasses import replace

from mxgui.model.event import Asked, LineStep
from mxgui.model.inspection import Inspection, learn
from mxgui.model.once import once
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
