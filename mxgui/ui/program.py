"""The program as long as a window of it is open: windows, bugs that nobody foresaw, signals."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint

from mxgui.app.services import Services
from mxgui.net.endings import is_ending
from mxgui.ui.error_dialog import BugCatcher
from mxgui.ui.keeper import Keeper
from mxgui.ui.life import Around, Start, live
from mxgui.ui.main_window import MainWindow
from mxgui.ui.session import Session
from mxgui.ui.signals import heed_signals
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import Close, OpenFiles

_STEP = 32  # pixels that a further window stands to the right of and below the one before


@dataclass(frozen=True, slots=True)
class Common:
    """What all windows share."""

    services: Services
    theme: Theme
    keeper: Keeper


class Program:
    """Opens windows, and lets each live until it is wished closed."""

    def __init__(self, common: Common, first: MainWindow) -> None:
        """Have one window, which is seen already."""
        self._common = common
        self._windows = [first]
        self._sessions: list[Session] = []
        self._catcher = BugCatcher(self._visible)
        self._catcher.told.connect(common.keeper.note_bug)
        self._group = asyncio.TaskGroup()

    async def run(self, start: Start) -> None:
        """Let the windows live until the last of them is closed."""
        self._catcher.install()
        asyncio.get_running_loop().set_exception_handler(self._from_loop)
        try:
            # Ctrl-C in the terminal, and when the system asks for it: the end comes in order
            with heed_signals(asyncio.get_running_loop(), self.close_all):
                async with self._group:
                    self._begin(self._windows[0], self._common.services, start)
        finally:
            self._catcher.remove()

    def open_window(self, start: Start) -> None:
        """Open a further window, a little beside the latest."""
        latest = self._visible() or self._windows[-1]
        window = MainWindow(self._common.theme)
        window.wished.connect(start.wishes.append)
        window.resize(latest.size())
        area = latest.screen().availableGeometry()
        x, y = latest.x() + _STEP, latest.y() + _STEP
        is_inside = x + latest.width() <= area.right() and y + latest.height() <= area.bottom()
        window.move(QPoint(x, y) if is_inside else area.topLeft() + QPoint(_STEP, _STEP))
        window.show()
        self._windows.append(window)
        self._begin(window, self._common.services.another(), start)

    def open_files(self, paths: tuple[str, ...]) -> None:
        """Show files in the window that is looked at, or else in the latest."""
        live = [window for window in self._windows if window.isVisible()]
        active = next((each for each in live if each.isActiveWindow()), live[-1] if live else None)
        if active is not None:
            active.wished.emit(OpenFiles(paths))
            active.raise_()
            active.activateWindow()

    def close_all(self) -> None:
        """Let every window be closed."""
        for session in self._sessions:
            session.fulfil(Close())

    def _begin(self, window: MainWindow, services: Services, start: Start) -> None:
        around = Around(services, self._common.keeper, self.open_window, self.close_all)
        session = around.session(start)
        self._sessions.append(session)
        session.broke.connect(self._catcher.tell)
        self._group.create_task(self._live(window, session, around, start))

    async def _live(
        self, window: MainWindow, session: Session, around: Around, start: Start
    ) -> None:
        try:
            await live(window, session, around, start)
        finally:
            self._sessions.remove(session)
            self._windows.remove(window)
            window.deleteLater()  # and with it panels that float, and dialogs

    def _visible(self) -> MainWindow | None:
        """A window upon which something can be told."""
        return next((window for window in self._windows if window.isVisible()), None)

    def _from_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if is_ending(context):
            return
        if isinstance(error, BaseException):
            self._catcher.tell(error)
        else:
            loop.default_exception_handler(context)
