"""The line that is looked from."""

from mxgui.model.line import DIRECT, Line


def test_a_line_is_the_direct_one_with_both_families_unless_it_says_otherwise():
    line = Line()
    assert (line.vantage, line.proxy, line.ipv4, line.ipv6) == (DIRECT, None, True, True)
    assert line.heard == ()
