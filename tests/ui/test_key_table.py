"""Keys are told by the tables that they work by."""

import pytest

from mxgui.model.text import text
from mxgui.ui.actions import ACTIONS
from mxgui.ui.key_table import (
    KeyGroup,
    KeyRow,
    found,
    groups_of_actions,
    groups_of_panels,
    without_mnemonic,
)

FILE = KeyGroup("File", (KeyRow("Save…", ("Ctrl+S",), "Write the result into a file"),))
GRAPH = KeyGroup("Graph", (KeyRow("Next", ("Down",)), KeyRow("Larger", ("+", "="))))


class Panel:
    """A panel with a key of its own."""

    title = text("Graph")
    keys = (KeyRow(text("Next part"), ("Down",)),)


class Silent:
    """A panel without."""

    title = text("Details")


def name(key: str) -> str:
    """The key on some other system."""
    return key.replace("Ctrl+", "⌘")


def titles(groups) -> list[str]:
    return [str(row.words) for group in groups for row in group.rows]


def test_every_key_of_the_table_of_actions_is_there_under_its_menu():
    groups = groups_of_actions(ACTIONS)
    keys = [key for group in groups for row in group.rows for key in row.keys]
    assert sorted(keys) == sorted(action.key for action in ACTIONS if action.key)
    assert "File" in [group.title for group in groups]


def test_panels_tell_their_own_keys():
    assert groups_of_panels((Panel, Silent())) == (KeyGroup(Panel.title, Panel.keys),)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("&Save…", "Save…"),
        ("Fi&ndings", "Findings"),
        ("You && me", "You & me"),
        ("保存(&S)", "保存"),
    ],
)
def test_the_marked_letter_is_left_out(words, plain):
    assert without_mnemonic(words) == plain


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("", ["Save…", "Next", "Larger"]),
        ("RESULT", ["Save…"]),
        ("ctrl+s", ["Save…"]),
        ("⌘s", ["Save…"]),
        ("graph larger", ["Larger"]),
        ("graph save", []),
    ],
)
def test_a_key_is_found_by_its_name_and_by_what_it_does(typed, rows):
    assert titles(found((FILE, GRAPH), typed, name)) == rows


def test_a_group_without_a_row_that_fits_is_left_out():
    assert [group.title for group in found((FILE, GRAPH), "next", name)] == ["Graph"]
