"""Help is data: panels tell their own topic, and all of it can be searched."""

from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.ui.help_topics import Section, Topic, found, key_of, keys_topic, panel_topics
from mxgui.ui.key_table import KeyGroup, KeyRow
from mxgui.ui.looks import Look


class Panel:
    """A panel that says what it shows."""

    title = text("Findings")
    help = text("What is wrong.\nChoose one to read why.")


class Silent:
    """A panel that says nothing."""

    title = text("Status")
    help = text("")


MAIL = Topic("mail", text("Mail"), (Section("Route", ("In tiers.",), references=(text("RFC 1"),)),))
MARKS = Topic(
    "marks",
    "Marks",
    (Section(marks=((Look(Shape.CHECK, text("Good"), Tone.OK), text("mail flows")),)),),
)


def keys_of(topics) -> list[str]:
    return [topic.key for topic in topics]


def test_a_panel_that_says_what_it_shows_has_a_topic():
    (topic,) = panel_topics((Panel, Silent))
    assert topic.key == key_of(Panel)
    assert topic.sections[0].paragraphs == ("What is wrong.", "Choose one to read why.")


def test_the_keys_are_a_topic_with_the_names_of_this_system():
    group = KeyGroup("File", (KeyRow("Save", ("Ctrl+S",)), KeyRow("Help", ("F1",))))
    topic = keys_topic((group,), {"Ctrl+S": "⌘S"})
    assert topic.sections[0].rows == (("⌘S", "Save"), ("F1", "Help"))


def test_a_topic_is_found_by_any_of_its_words():
    assert keys_of(found((MAIL, MARKS), "")) == ["mail", "marks"]
    assert keys_of(found((MAIL, MARKS), "TIERS rfc")) == ["mail"]
    assert keys_of(found((MAIL, MARKS), "good")) == ["marks"]
    assert keys_of(found((MAIL, MARKS), "nothing such")) == []


def test_a_topic_with_the_words_in_its_title_comes_first():
    assert keys_of(found((MAIL, MARKS), "ma")) == ["mail", "marks"]
    assert keys_of(found((MARKS, MAIL), "mail")) == ["mail", "marks"]
