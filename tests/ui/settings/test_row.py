"""One setting in the dialog."""

from dataclasses import fields

import pytest

from mxgui.app.settings import Settings
from mxgui.ui.settings.editors import LineEditor
from mxgui.ui.settings.row import SettingRow


@pytest.fixture
def row(qtbot) -> SettingRow:
    made = SettingRow(next(one for one in fields(Settings) if one.name == "greeting_wait"))
    qtbot.addWidget(made)
    made.show()
    return made


def typed(row: SettingRow, words: str) -> None:
    assert isinstance(row.editor, LineEditor)
    row.editor.setText(words)


def test_it_begins_with_the_default_and_is_put_back_to_it(row):
    assert row.taken() == 40.0
    assert not row.reset.isVisible()
    typed(row, "60")
    assert row.taken() == 60.0
    row.reset.click()
    assert row.taken() == 40.0


def test_what_is_wrong_stands_beside_it_until_it_is_changed(row):
    typed(row, "2")
    assert row.taken() is None
    assert row.problem.isVisible()
    assert row.problem.text() == "Give 10 to 300."
    typed(row, "20")
    assert not row.problem.isVisible()


def test_it_is_found_by_its_words_and_its_help(row):
    assert row.is_found_by(["greeting"])
    assert row.is_found_by(["5321", "delay"])
    assert not row.is_found_by(["greeting", "proxy"])


def test_it_is_found_by_the_title_above_it(row):
    assert row.is_found_by(str(row.about.group.words).casefold().split())


def test_it_is_found_by_the_words_of_other_programs(row):
    assert row.is_found_by(["banner", "timeout"])
