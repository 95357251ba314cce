"""Wishes are values: equal if they wish for the same."""

from mxgui.ui.wishes import Choose, Inspect, Save


def test_two_wishes_for_the_same_are_equal():
    assert Inspect("example.org") == Inspect("example.org")
    assert Choose("host 0") != Choose("host 1")


def test_a_file_is_not_replaced_unless_the_wish_says_so():
    assert Save("html", "report.html").replace is False
