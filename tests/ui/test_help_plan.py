"""The help about plans names every key of the editor, and what nobody can tell."""

from mxgui.ui.help_plan import PLANNED
from mxgui.ui.help_topics import found
from mxgui.ui.words import shown


def test_it_is_found_by_what_one_would_look_for():
    for typed in ("planned", "null mx", "drag", "compare", "dane", "alt+up"):
        assert found((PLANNED,), typed) == (PLANNED,)


def test_no_section_is_empty():
    for section in PLANNED.sections:
        assert shown(section.heading)
        assert section.paragraphs or section.rows
