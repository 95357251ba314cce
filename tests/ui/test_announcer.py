"""What is new is said to whoever listens."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from mxgui.model.text import text
from mxgui.ui.announcer import Announcer
from mxgui.ui.shown import Saved
from tests.ui.showing import a_running, a_shown

POLITENESS = QAccessible.AnnouncementPoliteness


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def said(window) -> list[tuple[str, QAccessible.AnnouncementPoliteness]]:
    return []


@pytest.fixture
def announcer(window, said) -> Announcer:
    def hear(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        assert event.object() is window
        said.append((event.message(), event.politeness()))

    return Announcer(window, hear)


def test_news_is_said_once_while_somebody_listens(announcer, said):
    QAccessible.setActive(True)
    for shown in (a_shown(a_running()), a_shown(), a_shown()):
        announcer.draw(shown)
    QAccessible.setActive(False)
    told = "example.org: Flawed. Mail flows: all 3 addresses take it."
    assert said == [(told, POLITENESS.Polite)]


def test_what_went_wrong_breaks_in(announcer, said):
    QAccessible.setActive(True)
    announcer.draw(a_shown())
    announcer.draw(a_shown(saved=Saved(1, "x", text("no room"))))
    QAccessible.setActive(False)
    assert [politeness for _, politeness in said] == [POLITENESS.Assertive]


def test_nothing_is_said_while_nobody_listens_nor_made_up_for_later(announcer, said):
    shown = a_shown()
    announcer.draw(a_shown(a_running()))
    announcer.draw(shown)
    QAccessible.setActive(True)
    announcer.draw(replace(shown, now=1.0))
    QAccessible.setActive(False)
    assert not said
