"""What stays outside the frozen app, by name, each with its reason."""

from __future__ import annotations

from collections.abc import Collection

MODULES = {
    "PyQt5": "another Qt",
    "PyQt6": "another Qt",
    "PySide2": "another Qt",
    "PySide6.QtDBus": "the library is used by Qt itself, not its binding",
    "PySide6.QtNetwork": "mxgui speaks to the network through asyncio",
    "PySide6.QtOpenGL": "nothing is drawn by OpenGL",
    "PySide6.QtQml": "the window is of widgets",
    "PySide6.QtQuick": "the window is of widgets",
    "_curses": "nothing is drawn on a terminal",
    "_dbm": "history is kept in SQLite",
    "_gdbm": "history is kept in SQLite",
    "_pydecimal": "the compiled one is there",
    "_tkinter": "the window is of Qt",
    "curses": "nothing is drawn on a terminal",
    "doctest": "for those who test",
    "ensurepip": "for those who install",
    "lib2to3": "for those who translate old Python",
    "pdb": "for those who look for bugs",
    "pip": "for those who install",
    "pkg_resources": "for those who install",
    "pydoc": "for those who read documentation",
    "pytest": "for those who test",
    "readline": "nothing is asked on a terminal; and it is under the GPL",
    "setuptools": "for those who install",
    "sniffio._tests": "for those who test",
    "tkinter": "the window is of Qt",
    "trio": "another event loop",
    "turtle": "needs tkinter",
    "unittest": "for those who test",
    "uvloop": "another event loop",
    "xmlrpc": "another protocol",
}

# Libraries of every Linux with a window system. The system's own are newer and mended: a copy of
# libstdc++ or fontconfig keeps drivers and settings of a newer system from working.
LIBRARIES = {
    "libX11": "Xlib, with its data in the system",
    "libX11-xcb": "part of Xlib",
    "libdbus-1": "the bus of the system",
    "libfontconfig": "reads the system's settings of fonts",
    "libfreetype": "goes with fontconfig",
    "libgcc_s": "also used by the system's graphics drivers",
    "libglib-2.0": "shares one loop with all of a desktop",
    "libgthread-2.0": "part of glib",
    "libstdc++": "also used by the system's graphics drivers",
    "libxkbcommon-x11": "goes with libxkbcommon",
    "libxkbcommon": "reads the system's keyboards",
}

# What the frozen app needs of Debian. Each was taken out of a bare system in turn: without one of
# the libraries no window opens, and a sentence names it; a report as text needs but libc6 and
# libgcc-s1. Without ca-certificates, fontconfig-config or xkb-data all works, but with certifi's
# authorities, with no fonts beside our own, and with the keyboard as X has it.
SYSTEM_PACKAGES = (
    "ca-certificates",
    "fontconfig-config",
    "libc6",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgcc-s1",
    "libgl1",
    "libglib2.0-0",
    "libstdc++6",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
    "xkb-data",
)

# Below PySide6/Qt/plugins. What is neither here nor in KEPT_PLUGINS stops the build.
PLUGINS = {
    "egldeviceintegrations/": "for screens without a window system",
    "generic/": "input devices without a window system",
    "imageformats/libqgif": "mxgui shows no such picture",
    "imageformats/libqicns": "mxgui shows no such picture",
    "imageformats/libqjpeg": "mxgui shows no such picture",
    "imageformats/libqmacheif": "mxgui shows no such picture",
    "imageformats/libqmacjp2": "mxgui shows no such picture",
    "imageformats/libqpdf": "reads PDF; mxgui only writes it, by other means",
    "imageformats/libqtga": "mxgui shows no such picture",
    "imageformats/libqtiff": "mxgui shows no such picture",
    "imageformats/libqwbmp": "mxgui shows no such picture",
    "imageformats/libqwebp": "mxgui shows no such picture",
    "networkinformation/": "mxgui speaks to the network through asyncio",
    "platforminputcontexts/libqtvirtualkeyboard": "needs QtQuick",
    "platforms/libqdirect2d": "another way to paint, which nobody chooses by himself",
    "platforms/libqeglfs": "for screens without a window system",
    "platforms/libqlinuxfb": "for screens without a window system",
    "platforms/libqminimal": "offscreen does all that it does",
    "platforms/libqvkkhrdisplay": "for screens without a window system",
    "platforms/libqvnc": "for screens without a window system",
    "platformthemes/libqgtk3": "brings a second toolkit along; colours come through the portal",
    "tls/": "TLS is spoken by Python and cryptography",
    "vectorimageformats/": "animated pictures",
    "wayland-graphics-integration-client/": "nothing is drawn by OpenGL",
    "wayland-graphics-integration-server/": "mxgui is no window system",
    "wayland-shell-integration/libfullscreen": "for kiosks",
    "wayland-shell-integration/libivi": "for cars",
    "wayland-shell-integration/libqt-shell": "for a window system made with Qt",
    "wayland-shell-integration/libwl-shell": "withdrawn; xdg-shell took its place",
    "xcbglintegrations/": "nothing is drawn by OpenGL",
}

KEPT_PLUGINS = {
    "iconengines/libqsvgicon": "icons are SVG",
    "imageformats/libqico": "icons on Windows",
    "imageformats/libqsvg": "icons are SVG",
    "platforminputcontexts/libcompose": "accents by the compose key",
    "platforminputcontexts/libibus": "Chinese, Japanese, Korean",
    "platforms/libqcocoa": "macOS",
    "platforms/libqoffscreen": "reports are painted without a display",
    "platforms/libqwayland": "Linux",
    "platforms/libqwindows": "Windows",
    "platforms/libqxcb": "Linux",
    "platformthemes/libqxdgdesktopportal": "dark or light, and the desktop's file dialogs",
    "styles/": "the look of the system",
    "wayland-decoration-client/": "frames of windows under Wayland",
    "wayland-shell-integration/libxdg-shell": "windows under Wayland",
}


QT_WORDS = "qtbase_"
FORMATS = "babel/locale-data/"  # 32 MB, of which a language needs some 0.2


def is_left_out(name: str, languages: Collection[str]) -> bool:
    """Whether a collected file stays outside; `name` is its place in the app, with `/`.

    `languages` are the codes of the catalogs that mxgui has, as `de` and `pt_BR`.
    """
    place = name.replace("\\", "/")
    if ".dist-info/" in place and not place.endswith("/METADATA"):
        return True  # some of it tells where the app was built
    if place.endswith((".po", ".pot")):
        return True  # what catalogs are made from
    wanted = {name.partition("_")[0] for name in languages}
    if "/translations/" in place:
        return not is_spoken(place.rpartition("/")[2], languages)
    if place.startswith(FORMATS):
        code = place.removeprefix(FORMATS).removesuffix(".dat")
        return code not in ("root", "en") and code.partition("_")[0] not in wanted
    if any(place.startswith(f"{library}.so") for library in LIBRARIES):
        return True
    plugin = plugin_of(place)
    if plugin is None:
        return False
    if any(plugin.startswith(kept) for kept in KEPT_PLUGINS):
        return False
    # Windows and macOS name the same plugin with another beginning
    plain = plugin.replace("/lib", "/")
    return any(plain.startswith(left.replace("/lib", "/")) for left in PLUGINS)


def is_spoken(file: str, languages: Collection[str]) -> bool:
    """Whether a file has Qt's own words, those of dialogs and of menus of fields, in a language."""
    code = file.removeprefix(QT_WORDS).removesuffix(".qm")
    spoken = {name for code in languages for name in (code, code.partition("_")[0])}
    return file.startswith(QT_WORDS) and code in spoken


def is_unknown(name: str) -> bool:
    """Whether it is a plugin of Qt of which nobody has said whether mxgui needs it."""
    plugin = plugin_of(name)
    if plugin is None:
        return False
    plain = plugin.replace("/lib", "/")
    known = (*PLUGINS, *KEPT_PLUGINS)
    return not any(plain.startswith(one.replace("/lib", "/")) for one in known)


def plugin_of(name: str) -> str | None:
    """The place of a plugin below Qt's plugins folder; None for what is no plugin."""
    _, found, rest = name.replace("\\", "/").partition("/plugins/")
    return rest if found else None
