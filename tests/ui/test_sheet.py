"""A sheet shows sections as plain text, however long they are."""

import pytest
from PySide6.QtGui import QTextCursor

from mxgui.ui.dossier.section import Line, Section
from mxgui.ui.sheet import Sheet

SECTIONS = (
    Section("example.org MX", (Line("Found", label="status"), Line("10 a", mono=True)), mono=True),
    Section("More", (Line("<b>not bold</b>"),)),
)


@pytest.fixture
def sheet(qtbot) -> Sheet:
    made = Sheet("The whole")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_sections_are_written_below_one_another_as_plain_text(sheet, theme):
    sheet.write(SECTIONS, theme.tokens)
    assert sheet.toPlainText().splitlines() == [
        "example.org MX",
        "status  Found",
        "10 a",
        "",
        "More",
        "<b>not bold</b>",
    ]


def test_what_machines_say_is_written_as_machines_write(sheet, theme):
    sheet.write(SECTIONS, theme.tokens)
    cursor = QTextCursor(sheet.document().findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    assert cursor.charFormat().font().family() == "JetBrains Mono"


def test_it_is_at_the_top_after_writing_and_can_be_read_with_the_keyboard(sheet, theme):
    long = Section("long", tuple(Line(f"line {at}", mono=True) for at in range(2000)))
    sheet.write((long,), theme.tokens)
    assert sheet.verticalScrollBar().value() == 0
    assert sheet.isReadOnly()
    assert sheet.accessibleName() == "The whole"
    assert sheet.document().blockCount() == 2001


def test_nothing_is_an_empty_page(sheet, theme):
    sheet.write(SECTIONS, theme.tokens)
    sheet.write((), theme.tokens)
    assert sheet.toPlainText() == ""
