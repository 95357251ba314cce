"""What help says of the window is what the program does, by its own numbers and marks."""

import pytest

from mxgui.net.limits import CONNECTIONS, CONNECTIONS_NEAR
from mxgui.ui.help_topics import Topic, found
from mxgui.ui.help_window import MARKS, NOT_SEEN, PROBING, TOPICS
from mxgui.ui.looks import GRADE_LOOKS, SEVERITY_LOOKS, STATE_LOOKS, Look


def words_of(topic: Topic) -> str:
    return " ".join(str(words) for section in topic.sections for words in section.paragraphs)


@pytest.mark.parametrize(
    "look", [*STATE_LOOKS.values(), *SEVERITY_LOOKS.values(), *GRADE_LOOKS.values()]
)
def test_every_mark_is_explained(look: Look):
    assert look in [mark for section in MARKS.sections for mark, _ in section.marks]


def test_the_limits_are_those_that_are_kept():
    assert f"At most {CONNECTIONS} connections" in words_of(PROBING)
    assert f"{CONNECTIONS_NEAR} of them to one neighbourhood" in words_of(PROBING)
    assert "within the last 5 min" in words_of(PROBING)


def test_it_says_that_no_mail_is_sent():
    assert "it sends no message" in words_of(PROBING)


def test_silence_is_called_by_the_words_of_its_marks():
    assert "“Not heard”" in words_of(NOT_SEEN)
    assert "“Inconclusive”" in words_of(NOT_SEEN)


def test_port_25_is_found_by_its_number():
    assert NOT_SEEN in found(TOPICS, "port 25")
