"""A page is rewritten only where it changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from mxgui.model.smtp import Stage
from mxgui.model.text import text
from mxgui.ui.dossier.section import Bar
from mxgui.ui.prose import Paragraph, Run
from mxgui.ui.rewriting import Rewriter
from mxgui.ui.writing import Page

BAR = Bar(text("Connect"), text("6 ms"), Stage.CONNECT, 0.0, 0.5)


def lines(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(word),)) for word in words)


@pytest.fixture
def page(qtbot) -> Page:
    made = Page("Details")
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


@pytest.fixture
def rewriter(page, theme) -> Rewriter:
    return Rewriter(page, theme)


def test_lines_are_changed_put_in_and_taken_away(page, rewriter):
    for words in (("a", "b", "c"), ("a", "x", "c"), ("a", "c"), ("n", "a", "c", "d", "e"), ("e",)):
        rewriter.show(lines(*words))
        assert page.toPlainText().split("\n") == list(words)
    rewriter.show(())
    assert page.toPlainText() == ""
    rewriter.show(lines("a"))
    assert page.toPlainText() == "a"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=1, max_size=6), max_size=5))
def test_whatever_was_there_the_page_says_what_it_is_told(page, rewriter, pages):
    for words in pages:
        rewriter.show(lines(*words))
        assert page.toPlainText().split("\n") == words
        assert page.document().blockCount() == len(words)


def test_the_same_again_changes_nothing(page, rewriter):
    rewriter.show(lines("a", "b"))
    revision = page.document().revision()
    rewriter.show(lines("a", "b"))
    assert page.document().revision() == revision


def test_what_is_selected_stays_selected_while_other_lines_change(page, rewriter):
    rewriter.show(lines("waits, 1 s", "one", "two", "three"))
    cursor = page.textCursor()
    cursor.setPosition(page.document().findBlockByNumber(2).position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    rewriter.show(lines("waits, 10 s", "zero", "one", "two", "three", "four"))
    assert page.textCursor().selectedText() == "two"


def test_the_place_of_reading_stays(page, rewriter):
    words = [f"line {n}" for n in range(50)]
    rewriter.show(lines("1 s", *words))
    page.verticalScrollBar().setValue(120)
    rewriter.show(lines("2 s", *words, "more"))
    assert page.verticalScrollBar().value() == 120


def test_another_page_is_read_from_its_beginning(page, rewriter):
    rewriter.show(lines(*(f"line {n}" for n in range(50))))
    page.verticalScrollBar().setValue(120)
    rewriter.show_anew(lines(*(f"other {n}" for n in range(50))))
    assert page.verticalScrollBar().value() == 0
    assert not page.textCursor().hasSelection()


def test_other_colours_keep_words_and_place(page, rewriter):
    rewriter.show(lines(*(f"line {n}" for n in range(50))))
    page.verticalScrollBar().setValue(120)
    words = page.toPlainText()
    rewriter.repaint()
    assert (page.toPlainText(), page.verticalScrollBar().value()) == (words, 120)


def test_label_and_time_of_a_bar_stand_at_tab_stops(page, rewriter):
    rewriter.show((Paragraph((Run("Connect\t"), BAR, Run("\t6 ms"))),))
    block = page.document().firstBlock()
    assert len(block.blockFormat().tabPositions()) == 2
    assert block.text().startswith("Connect\t")
