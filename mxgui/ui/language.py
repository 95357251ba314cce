"""What Qt itself needs to speak the language of the program: its own words, numbers, direction."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from mxgui.i18n import runs_right_to_left

_NAME = "mxgui-qt-words"


def speak(app: QApplication, code: str) -> None:
    """Let Qt speak the language that is installed, before any window is made.

    Buttons of dialogs and menus of fields have Qt's own words (`qtbase_es.qm`), in English where Qt
    was built without that language. Fields write numbers as sentences do, whatever the system is.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    locale = QLocale(code)
    QLocale.setDefault(locale)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(locale, "qtbase", "_", folder):
        app.installTranslator(translator)
    directions = Qt.LayoutDirection
    right_to_left = runs_right_to_left()
    app.setLayoutDirection(directions.RightToLeft if right_to_left else directions.LeftToRight)
