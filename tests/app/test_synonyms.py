"""Settings are found by the words of other programs, too."""

from dataclasses import fields

from mxgui.app.settings import Settings
from mxgui.app.synonyms import SYNONYMS


def test_every_setting_has_some_and_nothing_else_has():
    assert set(SYNONYMS) == {one.name for one in fields(Settings)}
    assert all(str(words) for words in SYNONYMS.values())
