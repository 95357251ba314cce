"""Dialogs in a language that nobody speaks: no word without a catalog, none without room."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from mxgui.app.kept_file import KeptFile
from mxgui.ui.action import Do
from mxgui.ui.error_dialog import BugCatcher
from mxgui.ui.main_window import MainWindow
from mxgui.ui.settings.dialog import SettingsDialog
from mxgui.ui.settings.editors import LineEditor
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from tests.pseudo import CODE, MIRRORED, bare_words, speaking
from tests.ui.clipping import problems
from tests.ui.test_pseudo_language import DATA, QT
from tests.ui.walking import said
from tests.ui.windows import RESULT, end

CALLED = (
    Do.SETTINGS,
    Do.WELCOME,
    Do.REPORT,
    Do.ABOUT,
    Do.EDIT_ROUTE,
    Do.COMPARE,
    Do.LINE,
    Do.PROXY,
    Do.SAVE,
    Do.SAVE_PICTURE,
    Do.HELP,
)
# Reports of problems are for those who mend them, and licences are as they were written.
AS_WRITTEN = ("QPlainTextEdit", "Page")
NAMES = {"English", "RFC"}  # a language calls itself so

Open = Callable[[MainWindow], object]  # what it gives is kept while the dialog is looked at


def called(do: Do) -> Open:
    def trigger(window: MainWindow) -> None:
        window.dialogs.open_for(do, RESULT) if do in OPENED_FOR else _trigger(window, do)

    return trigger


OPENED_FOR = (Do.EDIT_ROUTE, Do.COMPARE, Do.PROXY)


def _trigger(window: MainWindow, do: Do) -> None:
    window.actions_by_name[do].trigger()


def resolvers(window: MainWindow) -> None:
    window.dialogs.open_resolvers(RESULT)


def bad_setting(window: MainWindow) -> None:
    window.dialogs.open_settings(RESULT)
    dialog = window.findChildren(SettingsDialog)[-1]
    for name, typed in (("greeting_wait", "2"), ("helo", "localhost"), ("proxy", "://")):
        editor = dialog.row(name).editor
        assert isinstance(editor, LineEditor)
        editor.setText(typed)
    dialog.findChildren(QDialogButtonBox)[0].accepted.emit()


def a_bug(window: MainWindow) -> BugCatcher:
    catcher = BugCatcher(lambda: window)
    with redirect_stderr(io.StringIO()):
        catcher.tell(ZeroDivisionError())
        QApplication.processEvents()
    return catcher


OPENINGS: dict[str, Open] = {
    **{do.value: called(do) for do in CALLED},
    "resolvers": resolvers,
    "bad setting": bad_setting,
    "a bug": a_bug,
}


@pytest.fixture(params=OPENINGS)
def dialog(request, qapp, look) -> Iterator[QWidget]:
    """A dialog of the window with a result, in a language that nobody speaks."""
    with speaking(CODE):
        window = MainWindow(Theme())
        window.resize(1024, 640)
        window.draw(RESULT)
        window.show()
        QApplication.processEvents()
        before = QApplication.topLevelWidgets()
        kept = OPENINGS[request.param](window)
        for _ in range(3):
            QApplication.processEvents()
        opened = [one for one in QApplication.topLevelWidgets() if one not in before]
        seen = [one for one in opened if one.isVisible()]
        assert seen
        yield seen[0]
        for one in seen:
            one.close()
        del kept
        end(window)


def test_every_word_of_a_dialog_is_in_the_catalogs_and_has_room(dialog):
    bare = {
        (who, line)
        for who, words in said(dialog)
        for line in words.splitlines()
        if who not in AS_WRITTEN and set(bare_words(line)) - DATA - QT - NAMES
    }
    assert not bare
    assert not list(problems(dialog))


def test_what_is_wrong_with_a_file_is_told_in_the_language(qapp, look, tmp_path):
    file = tmp_path / "settings.json"
    file.write_text("{")
    kept = KeptFile(file)
    kept.read()
    assert kept.troubles
    with speaking(CODE):
        window = MainWindow(Theme())
        window.draw(replace(Shown(), troubles=tuple(kept.troubles)))
        window.show()
        QApplication.processEvents()
        told = [words for _, words in said(window) if "settings-aside" in words]
        assert told
        assert not [word for words in told for word in bare_words(words)]
        end(window)


def test_an_address_is_not_turned_where_sentences_are(qapp, look):
    with speaking(MIRRORED):
        window = MainWindow(Theme())
        window.draw(RESULT)
        window.show()
        assert window.panels is not None
        for dock in window.panels.docks.values():
            dock.go_to()
            QApplication.processEvents()
        cells = {words for _, words in said(window)}
        assert "\u20682001:db8::1\u2069" in cells or "\u2068192.0.2.1\u2069" in cells
        end(window)
