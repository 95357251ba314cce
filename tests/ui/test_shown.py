"""What is shown is one value."""

from mxgui.ui.shown import Shown


def test_an_empty_window_shows_nothing_and_does_nothing():
    shown = Shown()
    assert shown.result is None
    assert not shown.busy
    assert shown == Shown()
