"""The start of the window leaves the interpreter as it was."""

import gc
from collections.abc import Iterator

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run
from tests.ui.driving import Driver


def test_garbage_is_looked_for_again_once_the_window_is_seen(qapp):
    looked: list[bool] = []

    def script(window: MainWindow) -> Iterator[None]:
        while window.frame.graph is None:
            yield
        looked.append(gc.isenabled())
        window.close()

    driver = Driver(script)
    assert run((), Services(heard=HeardLog(None), memory=Memory(None))) == 0
    assert looked == [True]
    assert gc.isenabled()
    assert driver.ended
