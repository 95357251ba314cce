"""The window up to its first paint: Qt, its loop, the frame; and then its life.

Whatever takes long to load (the model, the graph, DNS, TLS) is loaded after the first paint, bit by
bit. What is wished for meanwhile is done as soon as it can be.
"""

from __future__ import annotations

import asyncio
import gc
import os
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mxgui import __version__, identity
from mxgui.i18n import install
from mxgui.report.qt_letters import choose_utf8
from mxgui.ui.application import Application
from mxgui.ui.fonts import base_font, load_fonts
from mxgui.ui.giving_back import given_back
from mxgui.ui.keeper import Keeper
from mxgui.ui.language import speak
from mxgui.ui.loading import FOR_DEMO, LATER, loaded
from mxgui.ui.loop import MxLoop
from mxgui.ui.main_window import MainWindow
from mxgui.ui.motion import system_wishes_stillness
from mxgui.ui.shown import Shown
from mxgui.ui.taskbar import tell_taskbar
from mxgui.ui.theme import Theme
from mxgui.ui.wishes import Wish

if TYPE_CHECKING:
    from mxgui.app.services import Services

# How often garbage is looked for: an inspection makes hundreds of thousands of objects that stay,
# and hardly any that only a search finds. By Python's own measure the longer searches take 5 and 20
# ms and come at every third frame.
SELDOM = (2_000, 10, 50)
SCALE = "QT_SCALE_FACTOR"  # Qt's own; whoever sets it outside has the last word
PATIENCE = 1.0  # seconds to wait for the first paint; a minimised window never paints


def opened(
    domains: tuple[str, ...], services: Services, *, demo: bool, language: str | None = None
) -> int:
    """Open the window, let it live, and give the exit code in the end."""
    keeper = _keeper_of(services)
    code = install(language or keeper.settings.language or None)
    if keeper.settings.size != "100":
        os.environ.setdefault(SCALE, str(int(keeper.settings.size) / 100))
    app = make_application()
    speak(app, code)
    with asyncio.Runner(loop_factory=partial(MxLoop, app)) as runner:
        return runner.run(_live(app, keeper, domains, services, demo))


def _keeper_of(services: Services) -> Keeper:
    memory = services.memory
    return Keeper(memory, services.settings_file(memory))


def make_application() -> QApplication:
    """The one application, in the style and with the fonts of mxgui."""
    tell_taskbar()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        choose_utf8()
        app = Application(["mxgui"])
    app.setApplicationName(identity.NAME)  # also the WM_CLASS of X11
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(identity.ID)
    app.setQuitOnLastWindowClosed(False)  # the session ends its work first
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(base_font())
    return app


async def _live(
    app: QApplication, keeper: Keeper, domains: tuple[str, ...], services: Services, demo: bool
) -> int:
    keeper.system_is_still = system_wishes_stillness(app)
    theme = Theme()
    theme.choose(keeper.scheme)
    window = MainWindow(theme)
    window.place(keeper.kept.geometry)
    early: list[Wish] = []  # uttered before there is a session to hear them
    window.wished.connect(early.append)
    window.draw(
        Shown(
            plan=keeper.plan(),
            is_demo=demo,
            scheme=keeper.scheme,
            welcomes=keeper.welcomes and not domains,
            troubles=keeper.troubles,
        )
    )
    await _first_paint(window)
    to_load = (*LATER, *(FOR_DEMO if demo else ()))
    for _ in chain(loaded(to_load), services.prepare(), given_back()):
        await asyncio.sleep(0)  # the rest of a turn is Qt's
    from mxgui.ui.life import Start
    from mxgui.ui.program import Common, Program

    # What is loaded by now stays: not looking through it again spares pauses of 20 ms and more.
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
    program = Program(Common(services, theme, keeper), window)
    if isinstance(app, Application):
        domains = (*app.listened(), *domains)  # the paths are plain
        app.asked.connect(program.open_files)
    await program.run(Start(domains, demo, early))
    return 0


async def _first_paint(window: MainWindow) -> None:
    """Show the window and wait until it is seen."""
    painted = asyncio.Event()
    window.painted.connect(painted.set)
    window.show()
    window.bar.take_focus()
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            await painted.wait()
