"""The window in a language that nobody speaks: no word without a catalog, none without room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mxgui.ui.action import Do
from mxgui.ui.main_window import MainWindow
from mxgui.ui.theme import Theme
from tests.pseudo import CODE, MIRRORED, bare_words, speaking
from tests.ui.clipping import at_size
from tests.ui.walking import said
from tests.ui.windows import STATES, end

# What no catalog has: names of programs and records, words of protocols, commands to copy.
DATA = {"Exchange", "Server", "Exim", "Haraka", "KumoMTA", "OpenSMTPD", "Postfix", "Sendmail"}
DATA |= {"Stalwart", "maddy", "mox", "qmail", "notqmail", "dig", "openssl", "telnet", "smtp"}
DATA |= {"Inter", "JetBrains", "Mono", "Example", "system", "example", "postmaster", "mxgui"}
DATA |= {"qr", "aa", "rd", "ra", "ad", "cd", "tc", "s_client", "curl", "mx"}
# Keys, and what Qt says itself, which comes from Qt's catalogs
QT = {"Del", "Esc", "Return", "Space", "Cancel", "Close", "Save", "Scroll", "Left", "Right", "OK"}
OF_THE_TEST = ("taken from an address", "to be clicked")
OPENED = (Do.SAVE, Do.PALETTE, Do.HELP, Do.KEYS, Do.LINE)


@pytest.fixture
def pseudo(qapp, look) -> Iterator[None]:
    with speaking(CODE):
        yield


@pytest.mark.parametrize("state", STATES)
def test_every_word_of_the_window_is_in_the_catalogs(pseudo, state):
    window = MainWindow(Theme())
    window.resize(1440, 900)
    window.show()
    window.draw(STATES[state])
    if window.panels is not None:
        for dock in window.panels.docks.values():
            dock.go_to()
            QApplication.processEvents()
    assert not _bare(window)
    for do in OPENED:
        if window.actions_by_name[do].isEnabled():
            window.actions_by_name[do].trigger()
            QApplication.processEvents()
    others = [each for each in QApplication.topLevelWidgets() if each is not window]
    found = [words for each in others if each.isVisible() for words in _bare(each)]
    for each in others:
        each.close()
    end(window)
    assert not found


def _bare(window) -> set[tuple[str, str]]:
    return {
        (who, line)
        for who, words in said(window)
        for line in words.splitlines()
        if set(bare_words(line)) - DATA - QT and line not in OF_THE_TEST
    }


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_longer_words_have_room(pseudo, state, size):
    window = MainWindow(Theme())
    found = list(at_size(window, STATES[state], *size))
    end(window)
    assert not found


def test_a_language_from_right_to_left_turns_the_window(qapp, look):
    with speaking(MIRRORED):
        window = MainWindow(Theme())
        window.draw(STATES["result"])
        window.show()
        QApplication.processEvents()
        assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert window.bar.go.x() < window.bar.field.x()
        end(window)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
