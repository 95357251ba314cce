"""The title tells the news of the window, and never a verdict under a what-if."""

from mxgui.ui.saved_file import SavedFile, moment_words
from mxgui.ui.shown import Shown
from mxgui.ui.window_title import title_of
from tests.builders import NOON
from tests.ui.showing import a_shown
from tests.ui.supposing import A, a_supposed


def test_the_title_has_the_verdict():
    assert str(title_of(a_shown())).startswith("example.org: Flawed")
    assert str(title_of(Shown())) == "mxgui"


def test_under_a_what_if_it_says_that_nothing_is_measured():
    for measured in (False, True):
        title = str(title_of(a_supposed(A, measured=measured)))
        assert title.startswith("example.org: simulation, not measured")


def test_what_a_file_holds_is_told_with_its_moment():
    title = str(title_of(a_shown(file=SavedFile("a.json", NOON))))
    assert title == f"example.org, saved {moment_words(NOON)}: Flawed – mxgui"
    again = SavedFile("a.json", NOON, is_shown=False)
    assert "saved" not in str(title_of(a_shown(file=again)))
