"""Several names in one sentence."""

import pytest

from mxgui.rules.listing import first_of, listed

NAMES = ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("most", "told"),
    [(3, ["a", "b", "2 more"]), (4, list(NAMES)), (9, list(NAMES))],
)
def test_a_list_has_so_many_parts_with_the_count_of_the_rest(most, told):
    assert [str(part) for part in listed(NAMES, most)] == told


@pytest.mark.parametrize(
    ("most", "told"),
    [(3, ["a", "b", "c", "1 more"]), (4, list(NAMES)), (0, ["4 more"])],
)
def test_the_first_are_told_and_behind_them_how_many_more(most, told):
    assert [str(part) for part in first_of(NAMES, most)] == told
    assert first_of((), most) == ()
