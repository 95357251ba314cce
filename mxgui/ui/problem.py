"""What a report of a problem should name: versions, the system, the language, and the error."""

from __future__ import annotations

import locale
import os
import platform
import ssl
import sys

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from mxgui import __version__, identity
from mxgui.model.text import Text, text

WHERE = identity.PROBLEMS
_DESKTOP = "XDG_CURRENT_DESKTOP"


def particulars() -> str:
    """The versions and surroundings, one a line; no name of a user, a computer or a domain.

    They are for whoever mends the program, and are not translated.
    """
    screen = QGuiApplication.primaryScreen()
    scale = f", scale {screen.devicePixelRatio():g}" if screen is not None else ""
    desktop = os.environ.get(_DESKTOP, "")
    frozen = " (packaged)" if getattr(sys, "frozen", False) else ""
    return "\n".join(
        (
            f"mxgui {__version__}{frozen}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}, PySide6 {pyside_version}",
            ssl.OPENSSL_VERSION,
            f"System {platform.system()} {platform.release()}, {platform.machine()}",
            f"Window {QGuiApplication.platformName()}{scale}{f', {desktop}' if desktop else ''}",
            f"Language {'.'.join(filter(None, locale.getlocale()))}",
        )
    )


def report_of(bug: str) -> str:
    """All that a report should name; `bug` is an error as it is written out, or nothing."""
    return f"{particulars()}\n\n{bug}" if bug else particulars()


def how_to_report() -> Text:
    """What to do with it."""
    return text(
        "Nothing is sent anywhere. To report the problem at {where}, copy the text below, and read "
        "it first: it can name what you inspected and folders of this computer.",
        where=WHERE,
    )
