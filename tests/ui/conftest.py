"""What the tests of the window stand on: the fonts and the style of the program, and a theme."""

import pytest

from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.theme import Theme


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
