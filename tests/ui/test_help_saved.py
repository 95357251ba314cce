"""What help says of saved inspections is what the program does."""

from mxgui.report.exporters import EXPORTERS
from mxgui.ui.actions import ACTIONS
from mxgui.ui.export_dialog import ending_of
from mxgui.ui.help_saved import SAVED
from mxgui.ui.open_actions import OPEN_ACTIONS


def words() -> str:
    return " ".join(str(each) for section in SAVED.sections for each in section.paragraphs)


def test_the_ending_and_the_key_are_those_of_the_program():
    assert ending_of(next(each for each in EXPORTERS if each.name == "json")) in words()
    assert OPEN_ACTIONS[0] in ACTIONS
    assert f"({OPEN_ACTIONS[0].key})" in words()
