"""The start of the window: Qt, its loop, the session; and an end in order.

Whatever takes long to load (DNS, TLS) is loaded once the window has been painted.
"""

import asyncio
import gc
import signal
import sys
from contextlib import AsyncExitStack
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mxgui import __version__, resources
from mxgui.app.services import Services
from mxgui.i18n import install
from mxgui.model.text import text
from mxgui.ui.error_dialog import BugCatcher
from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.loop import MxLoop
from mxgui.ui.main_window import MainWindow
from mxgui.ui.saving import save
from mxgui.ui.session import Session
from mxgui.ui.shown import Example, FieldNote, Shown
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import Close, Inspect

PATIENCE = 1.0  # seconds to wait for the first paint; a minimised window never paints
HEAVY = "mxgui.net.network"  # loads dnspython and OpenSSL


def run(domains: tuple[str, ...], services: Services, *, demo: bool = False) -> int:
    """Open the window, inspect the first of the domains, and give the exit code in the end."""
    install(None)
    app = make_application()
    with asyncio.Runner(loop_factory=partial(MxLoop, app)) as runner:
        return runner.run(_live(domains, services, demo))


def make_application() -> QApplication:
    """The one application, in the style and with the fonts of mxgui."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["mxgui"])
    app.setApplicationName("mxgui")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("mxgui")
    app.setQuitOnLastWindowClosed(False)  # the session ends its work first
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(base_font())
    return app


async def _live(domains: tuple[str, ...], services: Services, demo: bool) -> int:
    window = MainWindow(Theme())
    session = Session(services.inspect, save, Shown(is_demo=demo, examples=_given(domains)))
    session.changed.connect(window.draw)
    window.wished.connect(session.fulfil)
    catcher = _catch_bugs(window, session)
    _heed_signals(session)
    try:
        await _first_paint(window, session)
        async with AsyncExitStack() as stack:
            if demo:
                await _open_demo(services, session, stack)
            if domains:
                session.fulfil(Inspect(domains[0]))
            await _run_errands(services, session, stack)
            window.hide()
            await session.close()
    finally:
        catcher.remove()
        window.deleteLater()
    return 0


async def _first_paint(window: MainWindow, session: Session) -> None:
    """Show the window, and load what takes long only when it has been seen."""
    painted = asyncio.Event()
    window.painted.connect(painted.set)
    window.draw(session.shown)
    window.show()
    window.frame.bar.take_focus()
    try:
        async with asyncio.timeout(PATIENCE):
            await painted.wait()
    except TimeoutError:
        pass
    window.setWindowIcon(QIcon(str(resources.path("icons/mxgui.svg"))))
    import_module(HEAVY)
    # What is loaded by now stays: not looking through it again spares pauses of 20 ms and more.
    gc.collect()
    gc.freeze()


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
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(
                number,
                lambda *_: loop.call_soon_threadsafe(session.fulfil, Close()),
            )
        else:
            loop.add_signal_handler(number, session.fulfil, Close())
