"""Qt speaks the language of the program: its own words, its numbers, its direction."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from mxgui.ui.language import speak


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_the_words_of_qt_follow_the_language(qapp: QApplication):
    speak(qapp, "es")
    assert cancel() == "Cancelar"
    assert QLocale().toString(1.5) == "1,5"
    speak(qapp, "en")
    assert cancel() == "Cancel"
    assert QLocale().toString(1.5) == "1.5"


def test_a_language_that_qt_does_not_know_is_english(qapp: QApplication):
    speak(qapp, "xx")
    assert cancel() == "Cancel"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    speak(qapp, "en")
