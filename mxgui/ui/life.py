"""The life of one window that has been seen: its session, the demo network, and its end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QIcon

import mxgui.net.network  # noqa: F401 - loads DNS and TLS now, before somebody waits for them
from mxgui import resources
from mxgui.app.services import Services
from mxgui.model.text import text
from mxgui.report.saved_names import apart
from mxgui.ui.announcer import Announcer
from mxgui.ui.doings import Doings
from mxgui.ui.keeper import Keeper
from mxgui.ui.main_window import MainWindow
from mxgui.ui.proxy_trial import try_proxy
from mxgui.ui.resolver_trial import try_resolvers
from mxgui.ui.saving import save
from mxgui.ui.session import Session
from mxgui.ui.shown import Example, FieldNote, Shown
from mxgui.ui.wishes import Close, CloseAll, Inspect, NewWindow, OpenAll, OpenFiles, Wish


@dataclass(frozen=True, slots=True)
class Start:
    """With what a window begins: domains and files, the demo network, and wishes that came early.

    `wishes` grows until the session hears them itself: a window is seen before that.
    """

    named: tuple[str, ...] = ()
    demo: bool = False
    wishes: list[Wish] = field(default_factory=list)

    @property
    def first_wishes(self) -> tuple[Wish, ...]:
        """What is done first: one domain is inspected, several are opened side by side."""
        files, domains = apart(self.named)
        opening = (OpenFiles(files),) if files else ()
        if len(domains) > 1:
            return (*opening, OpenAll("\n".join(domains)), *self.wishes)
        return (*opening, *map(Inspect, domains), *self.wishes)


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a window: services of its own, and the program that it belongs to."""

    services: Services
    keeper: Keeper
    open_window: Callable[[Start], None]
    close_all: Callable[[], None]

    def session(self, start: Start) -> Session:
        """Give the session of a new window."""
        services = self.services
        doings = Doings(
            services.inspect,
            save,
            partial(try_resolvers, services.ask),
            ask_servers=services.ask_servers,
            look_again=services.look_again,
            follow_planned=services.follow_planned,
            try_proxy=partial(try_proxy, services.try_proxy),
            use_proxy=services.use_proxy,
            clock=services.clock,
            keeper=self.keeper,
        )
        usual = services.usual_helo()
        shown = Shown(plan=self.keeper.plan(), is_demo=start.demo, usual_helo=usual)
        return Session(doings, shown)


async def live(window: MainWindow, session: Session, around: Around, start: Start) -> None:
    """Let the window do what it is for, until it is wished closed and all work has ended."""
    window.setWindowIcon(QIcon(str(resources.path("icons/mxgui.svg"))))
    window.complete(around.keeper.kept.layout)
    session.changed.connect(window.draw)
    session.changed.connect(Announcer(window).draw)
    async with AsyncExitStack() as stack:
        if start.demo:
            await _open_demo(around.services, session, stack)
        session.change()
        window.wished.disconnect(start.wishes.append)
        window.wished.connect(session.fulfil)
        for wish in start.first_wishes:
            session.fulfil(wish)
        await _run_errands(around, session, stack)
        geometry, layout = window.arrangement()
        window.hide()  # at once: a disk may take its time to keep what is remembered
        around.keeper.keep(geometry=geometry, layout=layout, welcomed=True)
        await session.close()


async def _run_errands(around: Around, session: Session, stack: AsyncExitStack) -> None:
    """Do what the session cannot do by itself, until the wish is to close."""
    while True:
        wish = await session.errands.get()
        match wish:
            case Close():
                return
            case CloseAll():
                around.close_all()
            case NewWindow():
                around.open_window(Start(demo=session.shown.is_demo))
            case _ if len(session.jobs) or session.shown.is_demo:  # what is open stays as it is
                around.open_window(Start(demo=True))
            case _:
                await _open_demo(around.services, session, stack)


async def _open_demo(services: Services, session: Session, stack: AsyncExitStack) -> None:
    """Open the demo network, and offer its domains."""
    try:
        demo = await stack.enter_async_context(services.demo_network())
    except OSError as error:
        words = text("The demo network cannot be opened: {why}", why=error.strerror or str(error))
        session.change(note=FieldNote(words, is_problem=True))
        return
    examples = tuple(
        Example(domain.name, domain.what, domain.group.title) for domain in demo.domains
    )
    session.change(is_demo=True, examples=examples)
