"""Ctrl-C in the terminal and the system's wish that the program ends, as each system tells them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QTimer

HEARING = 250  # milliseconds: so long may Windows wait until Python hears of Ctrl-C
_NAMES = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Ctrl-Break, on Windows alone


class Loop(Protocol):
    """What is needed of the loop."""

    def add_signal_handler(self, sig: int, callback: Callable[..., object]) -> None:
        """Call back in the loop when the signal comes; not on Windows."""

    def remove_signal_handler(self, sig: int) -> bool:
        """Do so no longer."""

    def call_soon_threadsafe(self, callback: Callable[..., object]) -> Any:
        """Call back in one of the next turns, whoever asks."""


def heed_signals(loop: Loop, close: Callable[[], None], platform: str = sys.platform) -> ExitStack:
    """Call `close` in the loop on each of the signals, until the stack that this gives is closed.

    A proactor loop takes no handlers. There Python's own are used, and a timer: Qt waits inside
    Windows, and Python hears of a signal only when some line of it runs.
    """
    undo = ExitStack()
    numbers = [number for name in _NAMES if (number := getattr(signal, name, None)) is not None]
    if platform != "win32":
        for number in numbers:
            loop.add_signal_handler(number, close)
            undo.callback(loop.remove_signal_handler, number)
        return undo

    def wake(*_: object) -> None:
        loop.call_soon_threadsafe(close)

    for number in numbers:
        undo.callback(partial(signal.signal, number, signal.signal(number, wake)))
    hearing = QTimer()
    hearing.timeout.connect(lambda: None)
    hearing.start(HEARING)
    undo.callback(hearing.stop)
    return undo
