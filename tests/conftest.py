"""What every test stands on: Qt without a screen, coroutine tests, no network past loopback."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["PYTEST_QT_API"] = "pyside6"

import asyncio
import inspect
import signal
import sys
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from socket import SOCK_DGRAM, socket
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tests.sharing import Groups, in_order

TEST_LIMIT = 20.0  # seconds; a coroutine test that needs more hangs
LEFT_OUT = pytest.StashKey[int]()
SENDING = {"socket.connect", "socket.sendto", "socket.sendmsg"}
NAMING = {"socket.getaddrinfo", "socket.gethostbyaddr", "socket.gethostbyname"}  # ask a resolver

# Who runs the tests in the background may have left Ctrl-C ignored, which children would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is slow, not wrong: examples have no deadline of their own.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


class BeyondLoopback(AssertionError):
    """A test tried to reach another machine."""


class Guard:
    """Refuses what leaves loopback, and remembers it in case the tested code hides the refusal."""

    def __init__(self) -> None:
        self.closed = False
        self.seen: list[str] = []

    def watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take one audit event of the interpreter (PEP 578)."""
        if not self.closed:
            return
        if event == "socket.connect" and only_asks_the_way(*arguments):
            return
        if event in SENDING and isinstance(arguments[1], tuple):
            self._judge(event, is_loopback(str(arguments[1][0])), arguments[1][0])
        elif event in NAMING and arguments[0]:
            self._judge(event, not asks_a_resolver(arguments[0]), arguments[0])

    def _judge(self, event: str, is_fine: bool, host: object) -> None:
        if not is_fine:
            self.seen.append(f"{event} of {host}")
            raise BeyondLoopback(f"a test may not leave loopback: {event} of {host}")


def only_asks_the_way(asking: socket, address: object) -> bool:
    """Whether a UDP socket is connected to the discard port of nobody, which sends nothing."""
    nobody = isinstance(address, tuple) and address[:2] in (("192.0.2.1", 9), ("2001:db8::1", 9))
    return nobody and asking.type == SOCK_DGRAM


def is_loopback(host: str) -> bool:
    """Whether a socket address stays on this machine; names have to be looked up and do not."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host == "localhost"
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def asks_a_resolver(host: str | bytes) -> bool:
    """Whether looking the host up may leave this machine; an address is read, not looked up."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    try:
        ip_address(name.partition("%")[0])
    except ValueError:
        return name != "localhost"
    return False


GUARD = Guard()
sys.addaudithook(GUARD.watch)


@pytest.fixture(autouse=True)
def no_network_beyond_loopback(request: pytest.FixtureRequest) -> Iterator[Guard]:
    """Fail a test that reaches for another machine, unless it is marked `integration`."""
    GUARD.seen.clear()
    GUARD.closed = request.node.get_closest_marker("integration") is None
    yield GUARD
    GUARD.closed = False
    assert not GUARD.seen, f"the test left loopback: {GUARD.seen}"


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp) -> None:
    """Make the one application that a process can have before a report painter makes a lesser."""


class PatientBot(QtBot):
    """Waits as long as any other test may take: a machine that is busy with others is slow."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = int(TEST_LIMIT * 1000)
    ) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request: pytest.FixtureRequest) -> PatientBot:
    """A hand for widgets, in place of the hasty one that pytest-qt has."""
    return PatientBot(request)


@pytest.fixture
def qloop(qapp) -> Iterator[asyncio.Runner]:
    """A runner whose loop is the window's own: a coroutine test that asks for it runs on Qt."""
    qapp.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: window_loop(qapp)) as runner:
        yield runner


def window_loop(app) -> asyncio.AbstractEventLoop:
    """The loop that the window runs on; imported here, as most tests need no Qt at all."""
    from mxgui.ui.loop import MxLoop

    return MxLoop(app)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Groups:
    """Have tests that need the same servers stay in one process."""
    return Groups(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the real servers where they cannot run: they need root on Linux."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        in_order(items)
    if sys.platform == "linux" and os.geteuid() == 0:
        return
    left_out = [item for item in items if item.get_closest_marker("integration") is not None]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)
    config.stash[LEFT_OUT] = len(left_out)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what was left out."""
    number = config.stash.get(LEFT_OUT, 0)
    if number:
        terminalreporter.write_line(
            f"The integration suite ({number} tests) was left out: it needs root on Linux."
        )


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test, on Qt's loop if it asks for `qloop`, else on plain asyncio."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames  # noqa: SLF001 - pytest has no public name for them
    test = pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names})
    runner = pyfuncitem.funcargs.get("qloop")
    if isinstance(runner, asyncio.Runner):
        runner.run(_limited(test))
    else:
        with asyncio.Runner() as plain:
            plain.run(_limited(test))
    return True


async def _limited(test) -> None:
    """Run a test within the limit; what goes wrong in a callback of the loop fails it too."""
    lost: list[dict[str, Any]] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: lost.append(context))
    async with asyncio.timeout(TEST_LIMIT):
        await test
    assert not lost, f"the loop reported: {lost}"
