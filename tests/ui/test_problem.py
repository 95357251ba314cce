"""What a report of a problem should name."""

import getpass
import platform

from mxgui import __version__
from mxgui.ui.problem import WHERE, how_to_report, particulars, report_of


def test_versions_system_and_language_are_named():
    told = particulars()
    for words in (f"mxgui {__version__}", "Python ", "Qt ", "OpenSSL", "System ", "Window "):
        assert words in told


def test_neither_user_nor_computer_is_named():
    words = particulars().split()
    assert platform.node() not in words
    assert getpass.getuser() not in words


def test_an_error_stands_behind_it():
    assert report_of("") == particulars()
    assert report_of("Traceback") == f"{particulars()}\n\nTraceback"


def test_where_to_report_is_words_and_nothing_is_sent():
    assert WHERE in str(how_to_report())
    assert "Nothing is sent" in str(how_to_report())
