"""What is said when a window takes no more domains."""

from mxgui.i18n import tr
from mxgui.ui.job_words import full_words, left_out_words
from mxgui.ui.jobs import MOST


def test_who_types_one_more_hears_how_many_are_open_and_what_to_do():
    assert tr(full_words()) == f"{MOST} domains are open: remove one to open another."


def test_one_that_is_left_out_is_told_otherwise_than_several():
    assert tr(left_out_words(1)).startswith("One domain was not opened")
    assert tr(left_out_words(3)).startswith("3 domains were not opened")
