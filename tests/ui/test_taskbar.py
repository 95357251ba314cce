"""On Windows alone the task bar is told by which id to know the window."""

import pytest

from mxgui.identity import ID
from mxgui.ui.taskbar import tell_taskbar


@pytest.mark.parametrize(("platform", "told"), [("win32", [ID]), ("linux", []), ("darwin", [])])
def test_the_id_is_told_where_it_is_asked_for(platform: str, told: list[str]):
    heard: list[str] = []
    tell_taskbar(platform, heard.append)
    assert heard == told


def test_without_the_call_of_windows_nothing_is_told():
    tell_taskbar("win32")
