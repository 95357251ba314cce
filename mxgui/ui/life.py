"""The life of a window that has been seen: its session, the demo network, signals, and the end."""

import asyncio
import signal
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QIcon

import mxgui.net.network  # noqa: F401 - loads DNS and TLS now, before somebody waits for them
from mxgui import resources
from mxgui.app.services import Services
from mxgui.model.text import text
from mxgui.ui.announcer import Announcer
from mxgui.ui.error_dialog import BugCatcher
from mxgui.ui.main_window import MainWindow
from mxgui.ui.saving import save
from mxgui.ui.session import Session
from mxgui.ui.shown import Example, FieldNote, Shown
from mxgui.ui.wishes import Close, Inspect, Wish


@dataclass(frozen=True, slots=True)
class Start:
    """With what a window begins: domains, the demo network, and wishes that came early."""

    domains: tuple[str, ...] = ()
    demo: bool = False
    wishes: tuple[Wish, ...] = ()


async def live(window: MainWindow, services: Services, start: Start) -> None:
    """Let the window do what it is for, until it is wished closed and all work has ended."""
    window.setWindowIcon(QIcon(str(resources.path("icons/mxgui.svg"))))
    window.frame.complete()
    shown = Shown(is_demo=start.demo, examples=_given(start.domains))
    session = Session(services.inspect, save, shown)
    session.changed.connect(window.draw)
    session.changed.connect(Announcer(window).draw)
    window.wished.connect(session.fulfil)
    catcher = _catch_bugs(window, session)
    _heed_signals(session)
    try:
        async with AsyncExitStack() as stack:
            if start.demo:
                await _open_demo(services, session, stack)
            session.change()
            for wish in (*map(Inspect, start.domains[:1]), *start.wishes):
                session.fulfil(wish)
            await _run_errands(services, session, stack)
            window.hide()
            await session.close()
    finally:
        catcher.remove()


async def _run_errands(services: Services, session: Session, stack: AsyncExitStack) -> None:
    """Do what the session cannot do by itself, until the wish is to close."""
    while True:
        wish = await session.errands.get()
        if isinstance(wish, Close):
            return
        await _open_demo(services, session, stack)


async def _open_demo(services: Services, session: Session, stack: AsyncExitStack) -> None:
    """Open the demo network, and offer its domains."""
    try:
        demo = await stack.enter_async_context(services.demo_network())
    except OSError as error:
        words = text("The demo network cannot be opened: {why}", why=str(error))
        session.change(note=FieldNote(words, is_problem=True))
        return
    examples = tuple(Example(domain.name, domain.what) for domain in demo.domains)
    session.change(is_demo=True, examples=examples)


def _given(domains: tuple[str, ...]) -> tuple[Example, ...]:
    """Several domains of the command line as a list to choose from."""
    if len(domains) < 2:
        return ()
    return tuple(Example(domain, text("given at the start")) for domain in domains)


def _catch_bugs(window: MainWindow, session: Session) -> BugCatcher:
    catcher = BugCatcher(window)
    catcher.install()
    session.broke.connect(catcher.tell)

    def from_loop(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            catcher.tell(error)
        else:
            loop.default_exception_handler(context)

    asyncio.get_running_loop().set_exception_handler(from_loop)
    return catcher


def _heed_signals(session: Session) -> None:
    """End in order on Ctrl-C in the terminal, and when the system asks for it."""
    loop = asyncio.get_running_loop()

    def close(*_: object) -> None:
        loop.call_soon_threadsafe(session.fulfil, Close())

    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(number, close)
        else:
            loop.add_signal_handler(number, close)
