"""Ctrl-C ends the window in order, on loops that take handlers and on those that do not."""

import asyncio
import signal
from functools import partial

import pytest

from mxgui.ui.loop import MxLoop
from mxgui.ui.signals import heed_signals


@pytest.mark.parametrize("platform", ["linux", "win32"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_in_the_loop_and_the_old_handlers_come_back(qapp, platform, number):
    before = signal.getsignal(number)

    async def wait() -> asyncio.AbstractEventLoop:
        closed = asyncio.Event()
        loop = asyncio.get_running_loop()
        with heed_signals(loop, closed.set, platform):
            loop.call_later(0.01, signal.raise_signal, number)
            await closed.wait()
        return loop

    with asyncio.Runner(loop_factory=partial(MxLoop, qapp)) as runner:
        assert runner.run(wait()).is_running() is False
    assert signal.getsignal(number) is before
