"""What the tests of the window stand on: the fonts and the style of the program, and a theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.theme import Theme
from tests.ui.desk import Desk, a_desk
from tests.ui.driving import open_windows
from tests.ui.windows import end


@pytest.fixture(scope="session", autouse=True)
def look(qapp) -> Iterator[None]:
    """Dress the one application as the program does.

    In the end the clipboard is emptied: without a screen Qt would delete what Python has put there
    when there is no Python any more, and crash.
    """
    load_fonts()
    qapp.setStyle("Fusion")
    qapp.setFont(base_font())
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def no_window_is_left(qapp) -> Iterator[None]:
    """Let what a test has shown end with it: the next one may look for windows."""
    yield
    for window in open_windows():
        end(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def theme(qapp) -> Theme:
    """The colours of a system without a scheme."""
    return Theme()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A screen of its own, with a window manager."""
    with a_desk() as made:
        yield made
