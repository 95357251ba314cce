"""Where this program keeps what it remembers."""

from pathlib import Path

import pytest

from mxgui.app.paths import config_folder, state_folder

HOME = Path("/home/ada")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, HOME / ".local/state/mxgui"),
        ("linux", {"XDG_STATE_HOME": "/var/ada"}, Path("/var/ada/mxgui")),
        ("linux", {"XDG_STATE_HOME": "relative"}, HOME / ".local/state/mxgui"),
        ("darwin", {}, HOME / "Library/Application Support/mxgui"),
        ("win32", {"LOCALAPPDATA": "/ada/Local"}, Path("/ada/Local/mxgui")),
        ("win32", {}, HOME / "AppData/Local/mxgui"),
    ],
)
def test_each_system_has_its_place(platform, environment, folder):
    assert state_folder(platform, environment, lambda: HOME) == folder


def homeless():
    raise RuntimeError("Could not determine home directory.")


def test_a_user_without_a_home_has_a_place_only_if_one_is_named():
    assert state_folder("linux", {}, homeless) is None
    assert state_folder("darwin", {}, homeless) is None
    assert state_folder("linux", {"XDG_STATE_HOME": "/var/ada"}, homeless) == Path("/var/ada/mxgui")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, HOME / ".config/mxgui"),
        ("linux", {"XDG_CONFIG_HOME": "/etc/ada"}, Path("/etc/ada/mxgui")),
        ("linux", {"XDG_CONFIG_HOME": "relative"}, HOME / ".config/mxgui"),
        ("darwin", {"XDG_CONFIG_HOME": "/etc/ada"}, HOME / "Library/Application Support/mxgui"),
        ("win32", {"APPDATA": "/ada/Roaming"}, Path("/ada/Roaming/mxgui")),
        ("win32", {}, HOME / "AppData/Roaming/mxgui"),
    ],
)
def test_settings_have_a_place_of_their_own(platform, environment, folder):
    assert config_folder(platform, environment, lambda: HOME) == folder
    assert config_folder(platform, {}, homeless) is None
