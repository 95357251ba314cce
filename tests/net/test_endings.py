"""The end of a connection is no bug, however asyncio puts it."""

import asyncio
from typing import Any

from mxgui.net.endings import hear, is_ending

RESET = ConnectionResetError(10054, "An existing connection was forcibly closed")


class Transport:
    """One whose socket cannot be shut down, as on Windows after a reset."""

    def _call_connection_lost(self, error: Exception | None) -> None:
        raise error or RESET

    def _loop_reading(self, error: Exception | None) -> None:
        raise error or RESET


async def told_of(name: str, error: Exception | None) -> dict[str, Any]:
    """What the loop tells its handler when the callback of that name raises."""
    loop = asyncio.get_running_loop()
    told: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, context: told.append(context))
    loop.call_soon(getattr(Transport(), name), error)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    (context,) = told
    return context


def test_a_socket_that_cannot_be_shut_down_is_a_mere_ending():
    assert is_ending(asyncio.run(told_of("_call_connection_lost", RESET)))
    assert is_ending({"message": "Cancelling an overlapped future failed", "exception": RESET})


def test_everything_else_is_told():
    assert not is_ending(asyncio.run(told_of("_loop_reading", RESET)))
    assert not is_ending(asyncio.run(told_of("_call_connection_lost", ValueError("a bug"))))
    assert not is_ending({"message": "Task was destroyed but it is pending!"})


class Loop(asyncio.SelectorEventLoop):
    """A loop that keeps what its own handler is given."""

    heard: list[str]

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        self.heard.append(context["message"])


def test_the_handler_passes_over_endings_alone():
    loop = Loop()
    loop.heard = []
    hear(loop, {"message": "Cancelling an overlapped future failed", "exception": RESET})
    hear(loop, {"message": "a bug", "exception": ValueError()})
    loop.close()
    assert loop.heard == ["a bug"]
