"""Boxes know what they touch."""

from mxgui.routing.shapes import Box


def test_a_box_overlaps_another_only_where_they_share_area():
    box = Box(0, 0, 10, 10)
    assert box.overlaps(Box(9, 9, 10, 10))
    assert not box.overlaps(Box(10, 0, 10, 10))
    assert not box.overlaps(Box(0, 10, 10, 10))


def test_a_box_contains_what_lies_wholly_within():
    box = Box(0, 0, 10, 10)
    assert box.contains(Box(0, 0, 10, 10))
    assert not box.contains(Box(5, 5, 6, 1))


def test_a_box_knows_its_sides():
    box = Box(8, 16, 100, 64)
    assert (box.right, box.bottom, box.middle) == (108, 80, 48)
