"""Pages are plain text with a few faces."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication

from mxgui.ui.theme import LIGHT
from mxgui.ui.writing import Hand, Page, Writer, format_of


@pytest.fixture
def page(qtbot) -> Page:
    made = Page("Details")
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


def test_lines_stand_below_each_other(page):
    writer = Writer(page, LIGHT)
    writer.line("title", Hand.TITLE)
    writer.line("label ", Hand.MUTED)
    writer.write("value", Hand.MONO)
    writer.done()
    assert page.toPlainText() == "title\nlabel value"


def test_markup_from_outside_stays_letters(page):
    writer = Writer(page, LIGHT)
    writer.line("<script>alert(1)</script> <b>x</b>")
    writer.done()
    assert page.toPlainText() == "<script>alert(1)</script> <b>x</b>"


@pytest.mark.parametrize("hand", Hand)
def test_every_hand_can_be_told_from_plain(page, hand):
    writer = Writer(page, LIGHT)
    plain = writer.format_of(Hand.PLAIN)
    if hand is not Hand.PLAIN:
        assert writer.format_of(hand) != plain
    assert writer.format_of(Hand.TITLE).font().weight() > QFont.Weight.Normal
    writer.done()


def test_a_page_that_is_written_anew_stays_scrolled_where_it_was(page):
    for _ in range(2):
        writer = Writer(page, LIGHT)
        for n in range(50):
            writer.line(f"line {n}")
        writer.done()
        page.verticalScrollBar().setValue(120)
    assert page.verticalScrollBar().value() == 120


def test_a_page_can_be_read_and_copied_but_not_changed(page, qtbot):
    qtbot.keyClicks(page, "x")
    assert page.toPlainText() == ""
    assert page.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert page.accessibleName() == "Details"


def test_what_is_copied_is_plain_text_without_the_letters_of_marks(page):
    writer = Writer(page, LIGHT)
    writer.line("Connect\t\ufffc\t6 ms")
    writer.done()
    page.selectAll()
    copied = page.createMimeDataFromSelection()
    assert copied.text() == "Connect\t6 ms"
    assert not copied.hasHtml()
    page.copy()
    assert QGuiApplication.clipboard().text() == "Connect\t6 ms"


def test_another_ink_takes_the_place_of_the_hands_own():
    assert format_of(Hand.PLAIN, LIGHT, "#ff0000").foreground().color().name() == "#ff0000"


def test_what_is_copied_is_plain_and_has_no_marks_of_the_page(page):
    writer = Writer(page, LIGHT)
    writer.line("\ufffc\u2068one\u2069 <b>", Hand.HEADING)
    writer.line("two")
    writer.done()
    page.selectAll()
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "one <b>\ntwo"
    assert not data.hasHtml()
