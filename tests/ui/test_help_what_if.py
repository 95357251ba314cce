"""Help about the what-if."""

from mxgui.routing.sending.behaviour import SWITCHES
from mxgui.ui.action import Do
from mxgui.ui.help_topics import found
from mxgui.ui.help_what_if import TOPICS, WHAT_IF
from mxgui.ui.qt_actions import action_for


def test_every_manner_of_failing_is_explained():
    (rows,) = [section.rows for section in WHAT_IF.sections if section.rows]
    assert len(rows) == len(SWITCHES)


def test_the_keys_that_it_names_are_those_of_the_actions():
    words = " ".join(str(part) for section in WHAT_IF.sections for part in section.paragraphs)
    for do in (Do.SWITCH, Do.UNDO, Do.SUPPOSE_NOTHING, Do.PALETTE):
        assert action_for(do).key in words


def test_it_is_found_by_what_one_looks_for():
    for typed in ("maintenance", "what if", "simulation"):
        assert found(TOPICS, typed) == TOPICS
