"""What a window needs of the system: told in one sentence, before Qt aborts."""

import socket
from pathlib import Path

from mxgui.model.text import plain
from mxgui.ui.needs import has_wayland, is_x, missing, no_display, no_plugin, no_wayland, obstacle

LIBRARY = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"


def test_a_library_that_is_missing_is_named():
    assert "The system library libxcb-cursor.so.0 is missing" in plain(missing(LIBRARY))


def test_other_words_of_the_loader_are_handed_on():
    assert plain(missing("wrong ELF class")) == "Qt cannot be loaded: wrong ELF class."


def test_a_platform_without_a_display_needs_nothing():
    assert obstacle({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_the_window_is_one_of_x_where_there_is_a_display_or_it_is_chosen():
    assert is_x({"DISPLAY": ":0"})
    assert is_x({"QT_QPA_PLATFORM": "xcb"})
    assert not is_x({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"})


def test_a_plugin_that_is_no_library_is_told(tmp_path: Path):
    (tmp_path / "libqxcb.so").write_bytes(b"nothing")
    assert no_plugin(tmp_path / "libqxcb.so") is not None
    assert no_plugin(tmp_path / "elsewhere.so") is None


def test_wayland_is_there_when_its_socket_is(tmp_path: Path):
    variables = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_wayland(variables)
    told = no_wayland(variables)
    assert told is not None
    assert "wayland-0 does not answer" in plain(told)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        assert has_wayland(variables)
        assert not has_wayland({**variables, "QT_QPA_PLATFORM": "offscreen"})


def test_a_display_is_named_or_nothing_is_said():
    told = no_display(":nowhere")
    assert told is None or ":nowhere" in plain(told)
