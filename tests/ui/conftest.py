"""What the tests of the window stand on: the fonts and the style of the program, and a theme."""

from collections.abc import Iterator

import pytest

from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.theme import Theme
from tests.ui.desk import Desk, a_desk


@pytest.fixture(scope="session", autouse=True)
def look(qapp):
    """Dress the one application as the program does."""
    load_fonts()
    qapp.setStyle("Fusion")
    qapp.setFont(base_font())


@pytest.fixture
def theme(qapp) -> Theme:
    """The colours of a system without a scheme."""
    return Theme()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A screen of its own, with a window manager."""
    with a_desk() as made:
        yield made
