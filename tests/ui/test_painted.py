"""Marks and bars are painted where their letter stands, each thing known once."""

import pytest
from PySide6.QtGui import QTextCursor

from mxgui.model.smtp import Stage
from mxgui.model.text import text
from mxgui.routing.reach import State
from mxgui.ui.dossier.section import Bar
from mxgui.ui.looks import STATE_LOOKS
from mxgui.ui.painted import LETTER, Painted
from mxgui.ui.writing import Page

BAR = Bar(text("Connect"), text("6 ms"), Stage.CONNECT, 0.0, 0.5)
MARK = STATE_LOOKS[State.OK]


@pytest.fixture
def page(qtbot) -> Page:
    made = Page("Details")
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


@pytest.mark.parametrize("thing", [BAR, MARK])
def test_a_thing_is_painted_in_the_text(page, theme, thing):
    painted = Painted(page.document(), theme, page)
    empty = page.grab().toImage()
    QTextCursor(page.document()).insertText(LETTER, painted.format_of(thing))
    assert page.grab().toImage() != empty


def test_the_same_thing_has_the_same_format(page, theme):
    painted = Painted(page.document(), theme, page)
    assert painted.format_of(BAR) == painted.format_of(BAR)
    assert painted.format_of(BAR) != painted.format_of(MARK)
    painted.forget()
    assert painted.format_of(MARK) != painted.format_of(BAR)
