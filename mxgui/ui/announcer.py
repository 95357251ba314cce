"""Announces what is new in the window to assistive technology, as long as some listens."""

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from mxgui.ui.news import News, news_of
from mxgui.ui.shown import Shown
from mxgui.ui.words import shown as words_shown


class Announcer(QObject):
    """Draws nothing, but says what differs from what was shown before."""

    def __init__(
        self,
        window: QWidget,
        send: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility,
    ) -> None:
        """Speak for this window, and end with it; `send` takes what is told."""
        super().__init__(window)
        self._send = send
        self._window = window
        self._before = Shown()

    def draw(self, shown: Shown) -> None:
        """Announce what is new."""
        before, self._before = self._before, shown
        if not QAccessible.isActive():
            return
        for news in news_of(before, shown):
            self._announce(news)

    def _announce(self, news: News) -> None:
        if not hasattr(QtGui, "QAccessibleAnnouncementEvent"):  # Qt has it since 6.8
            return
        event = QtGui.QAccessibleAnnouncementEvent(self._window, words_shown(news.words))
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if news.is_urgent else politeness.Polite)
        self._send(event)
