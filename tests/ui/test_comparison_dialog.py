"""The comparison follows what is shown, and says so where there is nothing to compare."""

import pytest

from mxgui.ui.comparison_dialog import ComparisonDialog
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from tests.builders import an_inspection
from tests.planned import a_planned
from tests.ui.showing import a_shown

PLANNED = a_shown(a_planned("10 new.example.net, 20 mx1.example.org"))


@pytest.fixture
def dialog(qtbot) -> ComparisonDialog:
    made = ComparisonDialog(Theme())
    qtbot.addWidget(made)
    made.show()
    return made


def cells(table) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def drawn(dialog, shown, qtbot) -> None:
    dialog.draw(shown)
    qtbot.waitUntil(lambda: not dialog.at_work)


def test_records_and_what_changes_are_told(dialog, qtbot):
    drawn(dialog, PLANNED, qtbot)
    assert cells(dialog.records) == [
        ["added", "10", "new.example.net", "– → 100\u2009%"],
        ["moved", "10 → 20", "mx1.example.org", "100\u2009% → after failure"],
    ]
    told = [words for [words] in cells(dialog.remarks)]
    assert told[0].startswith("Published: ")
    assert told[1].startswith("Planned: ")
    assert dialog.about.text().startswith("example.org")


def test_until_it_is_compared_that_is_said_and_of_the_same_domain_the_earlier_one_stays(
    dialog, qtbot
):
    dialog.draw(PLANNED)
    assert dialog.at_work
    assert "is compared" in dialog.about.text()
    qtbot.waitUntil(lambda: not dialog.at_work)
    before = cells(dialog.records)
    dialog.draw(a_shown(a_planned("10 new.example.net")))
    assert dialog.at_work
    assert cells(dialog.records) == before
    qtbot.waitUntil(lambda: not dialog.at_work)
    assert cells(dialog.records) != before


def test_what_was_being_compared_is_forgotten_without_a_plan(dialog, qtbot):
    dialog.draw(PLANNED)
    dialog.draw(Shown())
    assert not dialog.at_work
    qtbot.wait(20)
    assert "Nothing is planned" in dialog.about.text()


def test_without_a_plan_there_is_nothing_to_compare(dialog, qtbot):
    drawn(dialog, PLANNED, qtbot)
    for shown in (a_shown(an_inspection()), Shown()):
        dialog.draw(shown)
        assert "Nothing is planned" in dialog.about.text()
        assert not cells(dialog.records)
        assert not cells(dialog.remarks)


def test_both_tables_have_names(dialog):
    assert dialog.records.accessibleName() == "Compared with what is published"
    assert dialog.remarks.accessibleName() == "What changes"
