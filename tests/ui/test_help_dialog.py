"""Help opens at the topic of a panel, can be searched, and stays beside the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.rules.rule import rfc
from mxgui.ui.help_dialog import HelpDialog, topic_at
from mxgui.ui.help_topics import Section, Topic, panel_topics
from mxgui.ui.looks import Look
from mxgui.ui.scheme import Scheme
from mxgui.ui.view import View

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


class Findings(View):
    """A panel that says what it shows."""

    title = text("Findings")
    help = text("What is wrong.")


ROUTE = Topic(
    "route", text("Route"), (Section("Tiers", ("<b>In</b> tiers.",), references=(rfc("1", "2"),)),)
)
MARKS = Topic(
    "marks",
    text("Marks"),
    (
        Section(
            marks=((Look(Shape.CHECK, text("Good"), Tone.OK), text("mail flows")),),
            rows=(("Dashed", text("only after failure")),),
        ),
    ),
)


@pytest.fixture
def dialog(qtbot, theme) -> HelpDialog:
    made = HelpDialog((*panel_topics((Findings,)), ROUTE, MARKS), theme)
    qtbot.addWidget(made)
    return made


def titles(dialog: HelpDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_it_opens_at_a_topic_and_is_not_modal(dialog):
    dialog.open_at("route")
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.page.toPlainText() == "Route\nTiers\n<b>In</b> tiers.\nSee RFC 1 section 2"


def test_a_topic_that_is_not_known_leaves_the_page_as_it_was(dialog):
    dialog.open_at("route")
    dialog.open_at("no such topic")
    dialog.open_at(None)
    assert dialog.chosen == ROUTE


def test_a_widget_belongs_to_the_topic_of_its_panel(qtbot, theme, dialog):
    panel = Findings(theme)
    qtbot.addWidget(panel)
    within = QLineEdit(QWidget(panel))
    dialog.open_at(topic_at(within))
    assert dialog.page.toPlainText() == "Findings\nWhat is wrong."
    assert topic_at(None) is None
    assert topic_at(dialog) is None


def test_the_keyboard_goes_from_topic_to_topic(qtbot, dialog):
    dialog.show()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.chosen == ROUTE


def test_the_search_leaves_what_fits_and_marks_it_on_the_page(qtbot, dialog):
    dialog.show()
    qtbot.keyClicks(dialog.field, "tiers")
    assert titles(dialog) == ["Route"]
    assert [mark.cursor.selectedText() for mark in dialog.page.extraSelections()] == [
        "Tiers",
        "tiers",
    ]
    dialog.field.clear()
    assert titles(dialog) == ["Findings", "Route", "Marks"]
    assert dialog.chosen == ROUTE
    assert not dialog.page.extraSelections()


def test_where_nothing_fits_it_says_so(dialog):
    dialog.field.setText("no such thing")
    assert dialog.page.toPlainText() == "Nothing is said about that."


def test_what_is_asked_for_is_shown_also_while_a_search_hides_it(dialog):
    dialog.field.setText("tiers")
    dialog.open_at("marks")
    assert dialog.chosen == MARKS


def test_marks_are_drawn_and_copied_as_words_only(dialog):
    dialog.open_at("marks")
    assert "\ufffc" in dialog.page.toPlainText()
    dialog.page.selectAll()
    dialog.page.copy()
    copied = QGuiApplication.clipboard().text()
    assert "\ufffc" not in copied
    assert "Good  mail flows\nDashed  only after failure" in copied


def test_other_colours_are_followed(qtbot, dialog, theme):
    dialog.open_at("marks")
    before = dialog.page.grab().toImage()
    theme.choose(Scheme.DARK)
    assert dialog.page.grab().toImage() != before
    assert dialog.chosen == MARKS
