"""What a window needs of a Linux system, looked for before Qt does: Qt would abort without it.

Qt's own words for these are many lines about plugins, and then a core is dumped.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from mxgui.model.text import Text, text
from mxgui.report.qt_libraries import library_of
from mxgui.ui.importing import load_qt

_PLUGIN = "platforms/libqxcb.so"


def obstacle(variables: Mapping[str, str] = os.environ) -> Text | None:
    """Why no window can be opened here; None when Qt may try."""
    if sys.platform != "linux":
        return None
    try:
        load_qt()
        from PySide6.QtCore import QLibraryInfo
        from PySide6.QtWidgets import QApplication  # noqa: F401 - brings libEGL and libfontconfig
    except ImportError as problem:
        return missing(str(problem))
    if has_wayland(variables):
        return None
    if not is_x(variables):
        return no_wayland(variables)
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    return no_plugin(Path(plugins) / _PLUGIN) or no_display(variables.get("DISPLAY", ""))


def is_x(variables: Mapping[str, str]) -> bool:
    """Whether the window would be one of X, to which Qt also goes when no Wayland answers."""
    chosen = variables.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen.partition(":")[0] == "xcb"
    return bool(variables.get("DISPLAY"))


def has_wayland(variables: Mapping[str, str]) -> bool:
    """Whether Qt is to open its window under Wayland, and there is one that could answer."""
    chosen = variables.get("QT_QPA_PLATFORM", "")
    name = variables.get("WAYLAND_DISPLAY", "")
    if not name or (chosen and not chosen.startswith("wayland")):
        return False
    return (Path(variables.get("XDG_RUNTIME_DIR", "")) / name).is_socket()


def no_wayland(variables: Mapping[str, str]) -> Text | None:
    """What to say of a Wayland that is not there, where no X is either."""
    name = variables.get("WAYLAND_DISPLAY", "")
    if not name or variables.get("QT_QPA_PLATFORM"):
        return None
    return text("The display {display} does not answer: no window can be opened.", display=name)


def no_plugin(plugin: Path) -> Text | None:
    """What Qt's part for X lacks, if it cannot be loaded."""
    if not plugin.is_file():  # a Qt that keeps its parts elsewhere
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as problem:  # a frozen app has it wrapped into words of its own
        return missing(str(problem.__cause__ or problem.__context__ or problem))
    return None


def no_display(display: str) -> Text | None:
    """Whether nobody answers on the display; asked with the library that Qt's part has loaded."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if not failed:
        return None
    return text(
        "The display {display} does not answer, or refuses this user: no window can be opened.",
        display=display or "“”",
    )


def missing(problem: str) -> Text:
    """One sentence for what the loader of libraries said."""
    library = library_of(problem)
    if library is None:
        return text("Qt cannot be loaded: {problem}.", problem=problem)
    return text(
        "The system library {library} is missing, and no window can be opened without it: install "
        "the package that has it. “mxgui inspect DOMAIN” works all the same.",
        library=library,
    )
