"""What asyncio and qasync find on Windows, made of poll(2): `python -m tests.ui.completion_ports`.

The loop of the window stands on completion ports there. This program puts a port of its own in the
place of that of Windows, for itself alone, and so runs qasync's Windows part, asyncio's proactor
transports and mxgui's loop as they are, wherever poll is: it opens the window on the demo network,
waits for the verdict, closes it, and prints the title and the exit code.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import select
import socket
import sys
from asyncio import futures, proactor_events
from collections import deque
from collections.abc import Callable
from types import ModuleType
from typing import Any

DOMAIN = "three-tiers.example"
LOOK = 50  # milliseconds between two looks at the title


class Operation:
    """Something that a socket is to do as soon as it can; qasync calls it `ov`."""

    def __init__(self, sock: socket.socket, do: Callable[[], Any], event: int) -> None:
        self.fileno = sock.fileno()
        self.event = event
        self.is_cancelled = False
        self.address = id(self)
        self._do = do
        self._error: OSError | None = None
        self._value: Any = None

    def is_done(self) -> bool:
        try:
            self._value = self._do()
        except BlockingIOError:
            return False
        except OSError as error:
            self._error = error
        return True

    def result(self) -> Any:
        if self._error is not None:
            raise self._error
        return self._value


class Pending(futures.Future):
    """The future of an operation; cancelling it cancels the operation."""

    def __init__(self, operation: Operation, loop: Any) -> None:
        super().__init__(loop=loop)
        self._operation = operation

    def cancel(self, msg: Any = None) -> bool:
        self._operation.is_cancelled = True
        return super().cancel(msg=msg)


class Port:
    """What asyncio.windows_events.IocpProactor is, as far as sockets go."""

    opened: Port

    def __init__(self) -> None:
        self._cache: dict[int, tuple[Any, ...]] = {}
        self._stopped_serving: set[Any] = set()
        self._unregistered: list[Any] = []
        self._iocp = 0
        self._done: deque[int] = deque()
        self._heard, self._bell = os.pipe()
        Port.opened = self

    def set_loop(self, loop: Any) -> None:
        self._loop = loop

    def recv(self, conn: socket.socket, nbytes: int, flags: int = 0) -> Any:
        return self._wanted(conn, select.POLLIN, lambda: conn.recv(nbytes, flags))

    def recv_into(self, conn: socket.socket, buf: Any, flags: int = 0) -> Any:
        return self._wanted(conn, select.POLLIN, lambda: conn.recv_into(buf, 0, flags))

    def recvfrom(self, conn: socket.socket, nbytes: int, flags: int = 0) -> Any:
        return self._wanted(conn, select.POLLIN, lambda: conn.recvfrom(nbytes, flags))

    def send(self, conn: socket.socket, buf: Any, flags: int = 0) -> Any:
        return self._wanted(conn, select.POLLOUT, lambda: conn.send(buf, flags))

    def sendto(self, conn: socket.socket, buf: Any, flags: int = 0, addr: Any = None) -> Any:
        return self._wanted(conn, select.POLLOUT, lambda: conn.sendto(buf, flags, addr))

    def accept(self, listener: socket.socket) -> Any:
        def accepted() -> Any:
            conn, address = listener.accept()
            conn.setblocking(False)
            return conn, address

        return self._wanted(listener, select.POLLIN, accepted)

    def connect(self, conn: socket.socket, address: Any) -> Any:
        if conn.type == socket.SOCK_DGRAM:  # which is connected at once, there too
            conn.connect(address)
            ready = self._loop.create_future()
            ready.set_result(None)
            return ready
        conn.connect_ex(address)

        def connected() -> Any:
            number = conn.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if number:
                raise OSError(number, os.strerror(number))
            return conn

        return self._wanted(conn, select.POLLOUT, connected)

    def _stop_serving(self, obj: Any) -> None:
        """Nothing is kept of a listener."""

    def _wanted(self, conn: socket.socket, event: int, do: Callable[[], Any]) -> Pending:
        operation = Operation(conn, do, event)
        future = Pending(operation, self._loop)
        finish = lambda transferred, key, ov: ov.result()  # noqa: E731 - as windows_events calls it
        self._cache[operation.address] = (future, operation, None, finish)
        os.write(self._bell, b"x")
        return future

    def status(self, milliseconds: int) -> tuple[int, int, int, int] | None:
        """The next operation that has ended, as GetQueuedCompletionStatus tells it."""
        if not self._done:
            self._look(milliseconds)
        return (0, 0, 0, self._done.popleft()) if self._done else None

    def _look(self, milliseconds: int) -> None:
        waiting = [entry[1] for entry in list(self._cache.values())]
        self._done.extend(one.address for one in waiting if one.is_cancelled)
        if self._done:
            return
        events = {self._heard: select.POLLIN}
        for one in waiting:
            events[one.fileno] = events.get(one.fileno, 0) | one.event
        poll = select.poll()
        for fileno, event in events.items():
            poll.register(fileno, event)
        found = dict(poll.poll(milliseconds))
        if found.pop(self._heard, 0):
            os.read(self._heard, 4096)
        ended = select.POLLHUP | select.POLLERR
        for one in waiting:
            if found.get(one.fileno, 0) & (one.event | ended) and one.is_done():
                self._done.append(one.address)

    def close(self) -> None:
        for entry in list(self._cache.values()):
            entry[0].cancel()
        while self._cache:
            self._poll(1)
        os.close(self._heard)
        os.close(self._bell)

    def _poll(self, timeout: float | None = None) -> None:
        """What qasync makes of the port's answers stands in its own class."""


def stand_in() -> None:
    """Let this process find the modules of Windows that asyncio and qasync import there."""
    overlapped, winapi = ModuleType("_overlapped"), ModuleType("_winapi")
    events = ModuleType("asyncio.windows_events")
    told: dict[str, Any] = {
        "INVALID_HANDLE_VALUE": -1,
        "GetQueuedCompletionStatus": lambda port, wait: Port.opened.status(wait),
    }
    vars(overlapped).update(told)
    vars(events).update(IocpProactor=Port)
    vars(asyncio).update(
        windows_events=events, ProactorEventLoop=proactor_events.BaseProactorEventLoop
    )
    sys.modules.update(
        {"_overlapped": overlapped, "_winapi": winapi, "asyncio.windows_events": events}
    )
    importlib.import_module("PySide6.QtWidgets")  # which qasync then takes
    qasync = importlib.import_module("qasync")
    windows = vars(importlib.import_module("qasync._windows"))
    bases = (vars(qasync)["_QEventLoop"], windows["_ProactorEventLoop"])
    vars(qasync).update(QEventLoop=type("QIOCPEventLoop", bases, {}))


def main() -> int:
    """Open the window, close it after the verdict; the exit code is the window's."""
    stand_in()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from mxgui.app.services import Services
    from mxgui.ui import signals
    from mxgui.ui.loop import MxLoop
    from mxgui.ui.main_window import MainWindow
    from mxgui.ui.opening import make_application, opened

    assert issubclass(MxLoop, proactor_events.BaseProactorEventLoop)
    signals.heed_signals.__defaults__ = ("win32",)  # a proactor takes no handlers
    make_application()

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and "Good" in window.windowTitle():
                sys.stdout.write(f"{window.windowTitle()}\n")
                looking.stop()
                window.close()

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(LOOK)
    return opened((DOMAIN,), Services(), demo=True)


if __name__ == "__main__":
    sys.exit(main())
